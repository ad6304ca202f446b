"""What an assessor prints: every unit's figures, place, quotas, remarks and awards for one period."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import decimal_text
from qianliyan.scoring.figures import Figures
from qianliyan.scoring.folding import DoubtfulFacts
from qianliyan.scoring.honours import Award
from qianliyan.scoring.partial import Entry, Nothing, Partial
from qianliyan.scoring.periods import Period
from qianliyan.scoring.quotas import Progress
from qianliyan.scoring.ranking import ranks, winners
from qianliyan.scoring.register import Register
from qianliyan.scoring.scheme import Column, Scheme
from qianliyan.scoring.scopes import ColumnScope


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a unit under one award: won, or the conditions it does not meet."""

    award: str
    won: bool
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit's (or person's) figures."""

    subject: str
    name: str
    group: str
    total: Fraction
    running: Fraction
    rank: int | None
    columns: Mapping[str, Fraction]
    running_columns: Mapping[str, Fraction]
    quotas: tuple[Progress, ...]
    marks: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Prize:
    """What an item won by its highest result."""

    ladder: str
    prize: str
    item: str
    fact: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything one run of a scheme comes to."""

    scheme: Scheme
    period: Period
    standings: tuple[Standing, ...]
    prizes: tuple[Prize, ...]
    reasons: Mapping[str, int]
    outside: int
    entries: tuple[Entry, ...] = ()
    nothing: tuple[Nothing, ...] = ()
    figures: Mapping[str, Figures] = field(default_factory=dict)

    def of(self, subject: str) -> list[Standing]:
        """List the standings of units or of persons."""
        return [standing for standing in self.standings if standing.subject == subject]

    def text(self, value: Fraction, column: str = "") -> str:
        """Print a figure as the scheme prints it."""
        rounding = self.scheme.rounding
        if column and self.scheme.column(column).rounding:
            rounding = self.scheme.column(column).rounding
        return rounding.text(value) if rounding else decimal_text(value)


def finish(scheme: Scheme, register: Register, partial: Partial, label: str | None = None) -> Result:
    """Work out all standings of a period from the folded facts."""
    period = chosen_period(scheme, partial, label)
    check_year(scheme, partial, period)
    figures = {
        subject: Figures(scheme, register, subject, partial.tallies[subject], period) for subject in scheme.subjects
    }
    standings = tuple(standing for part in figures.values() for standing in Standings(part, period).all())
    outside = sum(count for day, (_, count) in partial.buckets.items() if not period.holds(date.fromordinal(day)))
    return Result(
        scheme=scheme,
        period=period,
        standings=standings,
        prizes=tuple(prizes(scheme, partial, period)),
        reasons=dict(sorted(partial.reasons.items())),
        outside=outside,
        entries=tuple(sorted(partial.entries, key=lambda entry: entry.order)),
        nothing=tuple(sorted(partial.nothing)),
        figures=figures,
    )


def chosen_period(scheme: Scheme, partial: Partial, label: str | None) -> Period:
    """Take the period that was asked for, else the shortest of the scheme's that holds all facts, else the year."""
    if label:
        return read_label(scheme, label)
    days = [date.fromordinal(day) for day in sorted(partial.buckets)]
    if not days:
        raise Doubtful("没有事实，须写明考核期，如2026-03")
    for kind in sorted(scheme.periods, key=["week", "month", "two_months", "quarter", "half", "year"].index):
        period = scheme.calendar.around(days[0], kind)
        if period.holds(days[-1]):
            return period
    return scheme.calendar.year(scheme.calendar.year_of(days[0]))


def read_label(scheme: Scheme, label: str) -> Period:
    """Read the period that was asked for."""
    try:
        return scheme.calendar.read(label)
    except ValueError as error:
        raise Doubtful(str(error)) from error


def check_year(scheme: Scheme, partial: Partial, period: Period) -> None:
    """Refuse facts of other assessment years: they belong to other schemes and other papers."""
    calendar = scheme.calendar
    first, last = calendar.year_of(period.first), calendar.year_of(period.last)
    strays = [
        (fact, f"{date.fromordinal(day):%Y-%m}不在考核年度{calendar.year(last).label}内（本次考核期{period.label}）")
        for day, (fact, _) in sorted(partial.buckets.items())
        if not first <= calendar.year_of(date.fromordinal(day)) <= last
    ]
    if strays:
        raise DoubtfulFacts(strays)


def prizes(scheme: Scheme, partial: Partial, period: Period) -> Iterator[Prize]:
    """List the items that won something in the period, best first."""
    for rung in sorted(partial.rungs):
        ladder = scheme.ladders[rung.ladder]
        if period.holds(rung.day):
            yield Prize(ladder.name, ladder.rungs[rung.height][0], rung.item, rung.fact, rung.names)


class Standings:
    """Works out the standings of all units (or all persons) of one run."""

    def __init__(self, figures: Figures, period: Period) -> None:
        self.figures = figures
        self.scheme = figures.scheme
        self.period = period
        year = self.scheme.calendar.year_to(period)
        # From the start of the year the running period is this one, and need not be worked out twice.
        self.year = period if year.first == period.first else year
        self.columns = [column for column in self.scheme.columns if self.applies(column)]
        self.places = self.ranked()
        self.awards = [award for award in self.scheme.awards if award.subjects == figures.subject]
        self.won = {award.name: self.winners(award) for award in self.awards}

    def applies(self, column: Column) -> bool:
        """Tell whether a column means something for these subjects: units' rules do not fill persons' columns."""
        rules = self.scheme.rules_of[column.name]
        return not rules or any(self.figures.subject in rule.splits for rule in rules)

    def all(self) -> list[Standing]:
        """List the standings by group, place and name in the order of the register."""
        groups = [group.name for group in self.scheme.groups]
        order = {name: place for place, name in enumerate(self.figures.names)}
        standings = [self.standing(name) for name in self.figures.names]
        listed = list(dict.fromkeys([*groups, *(standing.group for standing in standings)]))
        return sorted(
            standings, key=lambda part: (listed.index(part.group), part.rank or len(order) + 1, order[part.name])
        )

    def standing(self, name: str) -> Standing:
        """Gather everything about one unit."""
        value = self.figures.value
        return Standing(
            subject=self.figures.subject,
            name=name,
            group=self.figures.groups[name],
            total=value(name, self.scheme.total, self.period),
            running=value(name, self.scheme.total, self.year),
            rank=self.places.get(name),
            columns={column.name: value(name, column.name, self.period) for column in self.columns},
            running_columns={column.name: value(name, column.name, self.year) for column in self.columns},
            quotas=tuple(self.quotas(name)),
            marks=tuple(dict.fromkeys(self.marks(name))),
            decisions=tuple(
                Decision(award.name, *self.won[award.name].get(name, (False, ()))) for award in self.awards
            ),
        )

    def ranked(self) -> dict[str, int]:
        """Rank every group."""
        ranking = self.scheme.ranking
        period = self.year if ranking.running else self.period
        places: dict[str, int] = {}
        for members in self.figures.members.values():
            keys = {name: self.keys(name, (ranking.by, *ranking.then), period) for name in members}
            places |= ranks(keys, ranking)
        return places

    def keys(self, name: str, columns: tuple[str, ...], period: Period) -> tuple[Fraction, ...]:
        """Give the figures a unit is ranked by."""
        return tuple(self.figures.value(name, column, period) for column in columns)

    def quotas(self, name: str) -> Iterator[Progress]:
        """List how far a unit is with every quota in each of its periods."""
        for quota in self.scheme.quotas:
            progress = self.figures.progress_over(name, quota, self.period)
            yield from (part for part in progress if part.target is not None)

    def marks(self, name: str) -> Iterator[str]:
        """List the remarks whose conditions hold."""
        for mark in self.scheme.marks:
            kind = mark.each
            whole = kind is None or kind == self.period.kind
            pieces = [self.period] if whole else list(self.scheme.calendar.pieces(self.period, kind or ""))
            for piece in pieces:
                if mark.formula.holds(ColumnScope(self.figures, name, piece)):
                    yield mark.name if whole else f"{mark.name}（{piece.label}）"

    def winners(self, award: Award) -> dict[str, tuple[bool, tuple[str, ...]]]:
        """Decide one award in every group; who does not meet the conditions is passed over, and told why."""
        decided: dict[str, tuple[bool, tuple[str, ...]]] = {}
        for group, members in self.figures.members.items():
            number = award.places_by_group.get(group, award.places)
            if number:
                decided |= self.winners_in(award, members, number)
        return decided

    def winners_in(self, award: Award, members: list[str], number: int) -> dict[str, tuple[bool, tuple[str, ...]]]:
        """Decide one award in one group."""
        unmet = {name: self.unmet(award, name) for name in members}
        columns = (award.by,) if award.by else (self.scheme.ranking.by, *self.scheme.ranking.then)
        period = self.year if self.scheme.ranking.running else self.period
        keys = {name: self.keys(name, columns, period) for name, reasons in unmet.items() if not reasons}
        chosen = set(winners(ranks(keys, self.scheme.ranking), number, extend=award.extend))
        return {name: (name in chosen, reasons) for name, reasons in unmet.items()}

    def unmet(self, award: Award, name: str) -> tuple[str, ...]:
        """List the conditions of an award that a unit does not meet."""
        scope = ColumnScope(self.figures, name, self.period)
        return tuple(why for formula, why in award.requires if not formula.holds(scope))
