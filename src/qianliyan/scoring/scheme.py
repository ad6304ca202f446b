"""A scheme as the engine sees it: read, checked, exact. How it looks in YAML is `reading`'s business."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from qianliyan.scoring.combination import Combine
from qianliyan.scoring.conditions import Condition, OneOf
from qianliyan.scoring.exact import Rounding
from qianliyan.scoring.formulas import Formula
from qianliyan.scoring.periods import Calendar
from qianliyan.scoring.points import Factor, Points, Worked
from qianliyan.scoring.splits import Split

OFFICES, PERSONS = "offices", "persons"
DERIVED = frozenset({"quota_met", "quota_missed"})
# Attributes the engine itself gives to every fact.
GIVEN = frozenset({"id", "fact", "item", "on", "month", "period", "offices_count", "authors_count"})
POINTS_COLUMN = "得分"


@dataclass(frozen=True, slots=True)
class Repeat:
    """The second, third … time within a period counts so many times."""

    each: str
    times: tuple[Fraction, ...]
    doubling: bool

    def factor(self, time: int) -> Fraction:
        """Give the factor of the so-manieth time, from 0."""
        if time < len(self.times):
            return self.times[time]
        beyond = time - len(self.times) + 1
        return self.times[-1] * (2**beyond if self.doubling else 1)


@dataclass(frozen=True, slots=True)
class Rule:
    """Facts that match, what they are worth, who gets it and where it is written."""

    index: int
    name: str
    clause: str
    column: str
    when: Condition
    receivers: Condition
    points: Points
    factors: tuple[Factor, ...]
    splits: Mapping[str, Split]
    repeat: Repeat | None
    rounding: Rounding | None
    instead_of: frozenset[str]
    on_top_of: frozenset[str]
    note: str

    @property
    def derived(self) -> bool:
        """Tell whether the rule speaks about quotas met or missed, which exist only after counting."""
        asked = self.when.test("fact")
        return isinstance(asked, OneOf) and asked.values <= DERIVED

    @property
    def of_item(self) -> bool:
        """Tell whether the value is a share of what the item has earned."""
        return isinstance(self.points, Worked) and self.points.of_item

    @property
    def looks_around(self) -> bool:
        """Tell whether other facts of the item matter."""
        return self.when.looks_around or any(factor.when.looks_around for factor in self.factors)

    def names(self) -> Iterator[str]:
        """Name every attribute the rule asks for."""
        yield from self.when.names()
        yield from self.points.names()
        for factor in self.factors:
            yield from factor.when.names()


@dataclass(frozen=True, slots=True)
class Bound:
    """The most and the least a column may reach in each period of a kind."""

    each: str
    low: Fraction | None
    high: Fraction | None

    def apply(self, value: Fraction) -> Fraction:
        """Cut a value to the bound."""
        if self.high is not None:
            value = min(value, self.high)
        return value if self.low is None else max(value, self.low)


@dataclass(frozen=True, slots=True)
class Column:
    """A figure of every unit: the sum or the number of lines of its rules, or a formula over other columns."""

    name: str
    clause: str
    unit: str
    formula: Formula | None
    counts: tuple[str, ...]
    each: str | None
    over: str
    bounds: tuple[Bound, ...]
    rounding: Rounding | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """How much is asked of a unit."""

    number: Fraction | None
    by: str = ""
    table: Mapping[str, Fraction] | None = None
    register: str = ""
    per_head: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """So many facts, or so much of a column, in each period."""

    index: int
    name: str
    clause: str
    each: str
    count: Condition | None
    sum: str
    per_item: bool
    target: Target
    receivers: Condition
    splits: Mapping[str, Split]
    unit: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Facts that earn nothing, and why."""

    when: Condition
    why: str
    clause: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """Whose points go to somebody else named in the register."""

    when: Condition
    to: str


@dataclass(frozen=True, slots=True)
class Group:
    """Units ranked together."""

    name: str
    when: Condition
    ranked: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """By which column, on this period or the running one, and what happens to equals."""

    by: str
    running: bool
    dense: bool
    then: tuple[str, ...]
    lowest_first: bool
    clause: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark about a unit when a condition holds."""

    name: str
    formula: Formula
    each: str | None
    clause: str


@dataclass(frozen=True, slots=True)
class Award:
    """The first few of each group, if they meet the conditions."""

    name: str
    subjects: str
    by: str
    places: int
    places_by_group: Mapping[str, int]
    extend: bool
    requires: tuple[tuple[Formula, str], ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """An item's prize by its highest result."""

    name: str
    clause: str
    rungs: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class BackFill:
    """Until when something may still be put into an earlier month."""

    day: int
    months_after: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything an office has decided about counting, in the order of the pipeline."""

    code: str
    title: str
    version: str
    data: Mapping[str, Any]
    calendar: Calendar
    back_fill: BackFill | None
    dated_by: Mapping[str, str]
    periods: tuple[str, ...]
    subjects: tuple[str, ...]
    exclusions: tuple[Exclusion, ...]
    rules: tuple[Rule, ...]
    combines: tuple[Combine, ...]
    redirects: tuple[Redirect, ...]
    quotas: tuple[Quota, ...]
    columns: tuple[Column, ...]
    total: str
    bands: Mapping[str, tuple[tuple[Fraction, Fraction], ...]]
    groups: tuple[Group, ...]
    ranking: Ranking
    marks: tuple[Mark, ...]
    awards: tuple[Award, ...]
    ladders: tuple[Ladder, ...]
    rounding: Rounding | None

    def column(self, name: str) -> Column:
        """Give a column by its name."""
        return next(column for column in self.columns if column.name == name)

    def rules_of(self, column: str) -> tuple[Rule, ...]:
        """List the rules that write into a column."""
        return tuple(rule for rule in self.rules if rule.column == column)

    @property
    def weekly(self) -> bool:
        """Tell whether days matter beyond their month."""
        kinds = [quota.each for quota in self.quotas] + [column.each for column in self.columns]
        kinds += [bound.each for column in self.columns for bound in column.bounds]
        kinds += [combine.each for combine in self.combines] + [mark.each for mark in self.marks]
        kinds += [rule.repeat.each for rule in self.rules if rule.repeat]
        return "week" in (*kinds, *self.periods)

    def names(self) -> frozenset[str]:
        """Name every attribute of a fact that anything in the scheme asks for."""
        asked = {name for rule in self.rules if not rule.derived for name in rule.names()}
        conditions = [part.when for part in self.exclusions] + [quota.count for quota in self.quotas if quota.count]
        conditions += [when for ladder in self.ladders for _, when in ladder.rungs]
        asked |= {name for condition in conditions for name in condition.names()}
        asked |= {name for combine in self.combines for name in combine.one_per}
        return frozenset(asked | set(self.dated_by.values()))
