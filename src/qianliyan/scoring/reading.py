"""From YAML to a `Scheme`: the JSON Schema first, then every part, then what only the whole can show.

All problems are gathered before anything is refused, each at its line.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from qianliyan.scoring import combination, conditions, consistency, formulas, points, source, splits, validation
from qianliyan.scoring.errors import Problem, SchemeRefused
from qianliyan.scoring.honours import Award, Group, Ladder, Mark
from qianliyan.scoring.parts import (
    condition,
    names,
    number,
    ranking,
    read_factors,
    repeat,
    rounding,
    target,
    thresholds,
    with_plain_columns,
)
from qianliyan.scoring.periods import Calendar
from qianliyan.scoring.scheme import (
    OFFICES,
    PERSONS,
    POINTS_COLUMN,
    BackFill,
    Bound,
    Column,
    Exclusion,
    Quota,
    Redirect,
    Rule,
    Scheme,
)
from qianliyan.scoring.source import Place, Source

# A scheme is read for every calculation and page of its year, and never changes once it is read.
REMEMBERED = 16
T = TypeVar("T")
Data = Mapping[str, Any]


def read_file(path: Path) -> Scheme:
    """Read a scheme from a file; refuse it with every problem it has."""
    return read(source.read_file(path))


@lru_cache(maxsize=REMEMBERED)
def read_text(text: str, name: str = "") -> Scheme:
    """Read a scheme from text, as the editor of schemes does at every pause."""
    return read(source.read_text(text, name))


def read(origin: Source) -> Scheme:
    """Read a scheme from parsed YAML."""
    refuse(origin, validation.problems(origin))
    reader = Reader(origin)
    scheme = reader.scheme()
    refuse(origin, reader.problems)
    refuse(origin, [origin.problem(path, text) for path, text in consistency.problems(scheme)])
    return scheme


def refuse(origin: Source, problems: list[Problem]) -> None:
    """Stop here if there is anything to complain about."""
    if problems:
        raise SchemeRefused(problems, origin.name)


class Reader:
    """Reads the parts of one scheme; a part that cannot be read becomes a problem at its line."""

    def __init__(self, origin: Source) -> None:
        self.origin = origin
        self.data: Data = origin.data
        self.problems: list[Problem] = []
        self.tables: Data = self.data.get("tables", {})
        self.subjects: tuple[str, ...] = tuple(self.data.get("subjects", [OFFICES]))

    def scheme(self) -> Scheme:
        """Read everything."""
        data = self.data
        calendar = data.get("calendar", {})
        back_fill = calendar.get("back_fill")
        rules = tuple(self.each("rules", self.rule))
        total = data.get("total", data.get("ranking", {}).get("by", POINTS_COLUMN))
        return Scheme(
            code=data["scheme"],
            title=data["title"],
            version=str(data["version"]),
            data=data,
            calendar=Calendar(calendar.get("year_starts", 1)),
            back_fill=BackFill(back_fill["day"], back_fill["months_after"]) if back_fill else None,
            dated_by=calendar.get("dated_by", {}),
            periods=tuple(data.get("periods", ["month", "quarter", "year"])),
            subjects=self.subjects,
            exclusions=tuple(self.each("exclude", self.exclusion)),
            rules=rules,
            combines=tuple(self.each("combine", lambda part, _: combination.read(dict(part)))),
            redirects=tuple(self.each("redirect", self.redirect)),
            quotas=tuple(self.each("quotas", self.quota)),
            columns=with_plain_columns(self.each("columns", self.column), rules, total),
            total=total,
            bands=self.bands(),
            groups=tuple(self.each("groups", self.group)),
            ranking=ranking(data.get("ranking", {}), total),
            marks=tuple(self.each("marks", self.mark)),
            awards=tuple(self.each("awards", self.award)),
            ladders=tuple(self.each("ladders", self.ladder)),
            rounding=rounding(data.get("print")),
        )

    def each(self, section: str, read_part: Callable[[Data, Place], T | None]) -> list[T]:
        """Read every part of a section, going on after a bad one."""
        parts = enumerate(self.data.get(section, []))
        read_parts = (self.attempt((section, place), read_part, part, (section, place)) for place, part in parts)
        return [part for part in read_parts if part is not None]

    def attempt(self, path: Place, action: Callable[..., T | None], *arguments: Any) -> T | None:
        """Do one reading; note why it failed."""
        try:
            return action(*arguments)
        except ValueError as error:
            self.problems.append(self.origin.problem(path, str(error)))
            return None

    def rule(self, data: Data, path: Place) -> Rule | None:
        """Read a rule."""
        worth = self.attempt((*path, "points"), points.read, data["points"], self.tables)
        shares = self.attempt((*path, "split"), self.splits, data)
        factors = self.attempt((*path, "factors"), read_factors, data.get("factors", []))
        if worth is None or shares is None or factors is None:
            return None
        return Rule(
            index=int(path[1]),
            name=data["rule"],
            clause=data.get("clause", ""),
            column=data.get("column", POINTS_COLUMN),
            when=conditions.read(data["when"]),
            receivers=condition(data.get("for")),
            points=worth,
            factors=factors,
            splits=shares,
            repeat=repeat(data.get("repeat")),
            rounding=rounding(data.get("round")),
            instead_of=names(data.get("instead_of", [])),
            on_top_of=names(data.get("on_top_of", [])),
            note=data.get("note", ""),
        )

    def splits(self, data: Data) -> dict[str, splits.Split]:
        """Read how a part is shared, for each kind of subject it speaks of."""
        usual = self.data.get("split", "weights")
        ways = {OFFICES: data.get("split", usual), PERSONS: data.get("persons_split", data.get("split", usual))}
        return {subject: splits.read(ways[subject]) for subject in data.get("subjects", self.subjects)}

    def exclusion(self, data: Data, _path: Place) -> Exclusion:
        """Read a case that earns nothing."""
        return Exclusion(conditions.read(data["when"]), data["why"], data.get("clause", ""))

    def redirect(self, data: Data, _path: Place) -> Redirect:
        """Read whose points go elsewhere."""
        return Redirect(conditions.read(data["when"]), data["to"])

    def quota(self, data: Data, path: Place) -> Quota | None:
        """Read a quota."""
        aim = self.attempt((*path, "target"), target, data["target"])
        counted = {"split": "full", **data}
        shares = self.attempt((*path, "split"), self.splits, counted)
        if aim is None or shares is None:
            return None
        return Quota(
            index=int(path[1]),
            name=data["quota"],
            clause=data.get("clause", ""),
            each=data["each"],
            count=conditions.read(data["count"]) if "count" in data else None,
            sum=data.get("sum", ""),
            per_item=data.get("per", "item") == "item",
            target=aim,
            receivers=condition(data.get("for")),
            splits=shares,
            unit=data.get("unit", "条" if "count" in data else "分"),
        )

    def column(self, data: Data, path: Place) -> Column:
        """Read a column."""
        formula = self.attempt((*path, "formula"), formulas.read, data["formula"]) if "formula" in data else None
        bounds = tuple(Bound(part["each"], number(part, "min"), number(part, "max")) for part in data.get("bounds", []))
        return Column(
            name=data["column"],
            clause=data.get("clause", ""),
            unit=data.get("unit", "分"),
            formula=formula,
            counts=tuple(data.get("counts", ())),
            each=data.get("each"),
            over=data.get("over", "sum"),
            bounds=bounds,
            rounding=rounding(data.get("round")),
            note=data.get("note", ""),
        )

    def group(self, data: Data, _path: Place) -> Group:
        """Read a group."""
        return Group(data["group"], conditions.read(data["when"]), data.get("ranked", True))

    def mark(self, data: Data, _path: Place) -> Mark:
        """Read a remark."""
        return Mark(data["mark"], formulas.read(data["if"]), data.get("each"), data.get("clause", ""))

    def award(self, data: Data, path: Place) -> Award:
        """Read an award and its conditions."""
        requires = data.get("requires", [])
        asked = [self.attempt((*path, "requires"), formulas.read, part["if"]) for part in requires]
        places = data["places"]
        return Award(
            name=data["award"],
            subjects=data.get("for", self.subjects[0]),
            by=data.get("by", ""),
            places=places if isinstance(places, int) else 0,
            places_by_group={} if isinstance(places, int) else places,
            extend=data.get("ties", "extend") == "extend",
            requires=tuple((formula, part["why"]) for formula, part in zip(asked, requires, strict=True) if formula),
            clause=data.get("clause", ""),
        )

    def ladder(self, data: Data, _path: Place) -> Ladder:
        """Read an item's ladder of prizes."""
        rungs = tuple((rung["prize"], conditions.read(rung["when"])) for rung in data["rungs"])
        return Ladder(data["ladder"], data.get("clause", ""), rungs)

    def bands(self) -> dict[str, tuple[tuple[Fraction, Fraction], ...]]:
        """Read the tables of thresholds, highest first."""
        read_bands = {
            name: self.attempt(("tables", name), thresholds, table["bands"])
            for name, table in self.tables.items()
            if "bands" in table
        }
        return {name: steps for name, steps in read_bands.items() if steps is not None}
