"""The reduce: from tallies to every figure of every unit, for any period of the year.

A figure is worked out when asked for and then remembered; columns and quotas ask each other, never in a circle.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import Any, NamedTuple

from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import added, added_parts
from qianliyan.scoring.partial import Sums, Tally
from qianliyan.scoring.periods import Period, months_of
from qianliyan.scoring.quotas import ZERO, Progress, target
from qianliyan.scoring.ranking import ranks
from qianliyan.scoring.register import KEYS, Register
from qianliyan.scoring.scheme import Bound, Column, Quota, Rule, Scheme
from qianliyan.scoring.scopes import ColumnScope
from qianliyan.scoring.unit_lines import Settled, UnitLines

OVER: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": added,
    "mean": lambda values: added(values) / len(values) if values else ZERO,
    "max": lambda values: max(values, default=ZERO),
    "min": lambda values: min(values, default=ZERO),
    "last": lambda values: values[-1] if values else ZERO,
}
GROUP_FUNCTIONS = {"best": "max", "total": "sum", "mean": "mean"}
LENGTHS = {"week": 7, "month": 31, "two_months": 62, "quarter": 92, "half": 184, "year": 366}
SIZES = {"month": 1, "two_months": 2, "quarter": 3, "half": 6, "year": 12}


class Sum(NamedTuple):
    """Points of one rule on one day (which stands for its month) over one denominator."""

    day: int
    numerator: int
    denominator: int
    lines: int


@dataclass
class Figures:
    """All figures of the units (or of the persons) up to the end of one period."""

    scheme: Scheme
    register: Register
    subject: str
    tally: Tally
    horizon: Period
    values: dict[tuple[str, str, Period], Fraction] = field(default_factory=dict)
    places: dict[tuple[str, Period, str], dict[str, int]] = field(default_factory=dict)
    totals: dict[tuple[str, str, Period, str], Fraction] = field(default_factory=dict)
    reached: dict[tuple[str, int, Period], Progress] = field(default_factory=dict)
    targets: dict[tuple[str, int], Fraction | None] = field(default_factory=dict)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """List the units: those of the register in its order, then others by name."""
        listed = self.register.names(self.subject)
        others = {name for name, *_ in (*self.tally.sums, *self.tally.quotas)} | {name for name, _ in self.tally.held}
        others |= self.tally.names
        return (*listed, *sorted(others - set(listed)))

    @cached_property
    def sums(self) -> Mapping[tuple[str, int], list[Sum]]:
        """Give the sums by unit and rule."""
        return gathered(self.tally.sums)

    @cached_property
    def counted(self) -> Mapping[tuple[str, int], list[Sum]]:
        """Give the counts by unit and quota."""
        return gathered(self.tally.quotas)

    @cached_property
    def late_lines(self) -> UnitLines:
        """Give the lines that need the whole unit."""
        return UnitLines(self.scheme, self.tally, self.judged)

    @cached_property
    def groups(self) -> dict[str, str]:
        """Give every unit's group; an empty name where there are no groups."""
        return {name: self.group_of(name) for name in self.names}

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """List the ranked units of each group."""
        apart = {group.name for group in self.scheme.groups if not group.ranked}
        found: dict[str, list[str]] = {}
        for name, group in self.groups.items():
            if group not in apart:
                found.setdefault(group, []).append(name)
        return found

    def group_of(self, name: str) -> str:
        """Find the group of a unit: by the scheme's conditions, else as the register says."""
        known = self.known(name)
        if not self.scheme.groups:
            return str(known.get("group", ""))
        return next((group.name for group in self.scheme.groups if group.when.holds(known)), "")

    def known(self, name: str) -> dict[str, Any]:
        """Give the register's attributes of a unit."""
        return {**self.register.attributes(self.subject, name), KEYS[self.subject]: name}

    def value(self, name: str, column: str, period: Period) -> Fraction:
        """Give a unit's figure in a column for a period."""
        key = (name, column, period)
        if key not in self.values:
            part = self.scheme.column(column)
            value = self.leveled(name, part, period, levels(part))
            self.values[key] = part.rounding.apply(value) if part.rounding else value
        return self.values[key]

    def leveled(self, name: str, column: Column, period: Period, steps: Sequence[Bound]) -> Fraction:
        """Work from the shortest period to the longest: 10 a month, then 80 a year."""
        if not steps:
            return self.raw(name, column, period)
        *inner, step = steps
        if step.each == period.kind or reaches(period, step.each, self.scheme.calendar.year_starts):
            return step.apply(self.leveled(name, column, period, inner))
        if LENGTHS[step.each] > (period.last - period.first).days:
            return self.leveled(name, column, period, inner)
        pieces = self.scheme.calendar.pieces(period, step.each)
        values = [step.apply(self.leveled(name, column, piece, inner)) for piece in pieces]
        return OVER[column.over if step.each == column.each else "sum"](values)

    def raw(self, name: str, column: Column, period: Period) -> Fraction:
        """Work out a figure for one period: a formula, a number of lines, or the sum of its rules."""
        if column.formula:
            try:
                return column.formula.value(ColumnScope(self, name, period))
            except Doubtful as doubt:
                raise Doubtful(f"“{name}”的“{column.name}”（{period.label}）：{doubt}") from doubt
        if column.counts:
            rules = [rule for rule in self.scheme.rules if rule.name in column.counts]
            return Fraction(sum(self.lines(name, rule, period) for rule in rules))
        points = (self.points(name, rule, period) for rule in self.scheme.rules_of[column.name])
        return added([part for part in points if part])

    def points(self, name: str, rule: Rule, period: Period) -> Fraction:
        """Sum a rule's points for a unit in a period."""
        if rule.index in self.scheme.late_rules:
            return added([line.points for line in self.late(name, rule, period)])
        return within(self.sums.get((name, rule.index)), period)[0]

    def lines(self, name: str, rule: Rule, period: Period) -> int:
        """Count a rule's lines for a unit in a period."""
        if rule.index in self.scheme.late_rules:
            return sum(1 for line in self.late(name, rule, period) if not line.why)
        return within(self.sums.get((name, rule.index)), period)[1]

    def late(self, name: str, rule: Rule, period: Period) -> list[Settled]:
        """Give the lines of a rule that needed the whole unit."""
        return self.late_lines.within(name, rule, period) if self.subject in rule.splits else []

    def judged(self, name: str, rule: Rule) -> Iterator[Progress]:
        """List the quotas a rule speaks of whose periods are over by the horizon."""
        year = self.scheme.calendar.year_to(self.horizon)
        asked = rule.when.test("quota")
        if not rule.receivers.holds(self.known(name)):
            return
        for quota in self.scheme.quotas:
            if asked is None or asked.holds(quota.name):
                pieces = [piece for piece in self.scheme.calendar.pieces(year, quota.each) if piece.whole]
                progress = [self.progress(name, quota, piece) for piece in pieces]
                yield from (part for part in progress if part.target is not None)

    def progress(self, name: str, quota: Quota, period: Period) -> Progress:
        """Give how far a unit is with a quota in a period."""
        key = (name, quota.index, period)
        if key not in self.reached:
            counted = self.counted.get((name, quota.index))
            done = self.value(name, quota.sum, period) if quota.sum else within(counted, period)[0]
            self.reached[key] = Progress(quota.name, period, done, self.target(name, quota))
        return self.reached[key]

    def target(self, name: str, quota: Quota) -> Fraction | None:
        """Give what a quota asks of a unit."""
        key = (name, quota.index)
        if key not in self.targets:
            known = {**self.known(name), "group": self.groups[name]}
            self.targets[key] = target(quota, known) if self.subject in quota.splits else None
        return self.targets[key]

    def progress_over(self, name: str, quota: Quota, period: Period) -> list[Progress]:
        """Give how far a unit is with each of a quota's periods inside this one, or with the longer one up to now."""
        if quota.each == period.kind:
            return [self.progress(name, quota, period)]
        if LENGTHS[quota.each] > (period.last - period.first).days + 1:
            return [self.progress(name, quota, self.scheme.calendar.so_far(period.last, quota.each))]
        return [self.progress(name, quota, piece) for piece in self.scheme.calendar.pieces(period, quota.each)]

    def rank(self, column: str, period: Period, group: str | None) -> dict[str, int]:
        """Rank a group (or everybody) by a column."""
        key = (column, period, "\0" if group is None else group)
        if key not in self.places:
            names = self.whole(group)
            self.places[key] = ranks({name: (self.value(name, column, period),) for name in names}, self.scheme.ranking)
        return self.places[key]

    def over_group(self, function: str, column: str, period: Period, group: str | None) -> Fraction:
        """Give the highest, the sum or the mean of a column over a group."""
        key = (function, column, period, "\0" if group is None else group)
        if key not in self.totals:
            values = [self.value(name, column, period) for name in self.whole(group)]
            self.totals[key] = OVER[GROUP_FUNCTIONS[function]](values)
        return self.totals[key]

    def idle(self, name: str, column: str, period: Period) -> int:
        """Count the periods of this kind, up to this one and within the year, in which a column stayed at nothing."""
        kind = period.kind if period.kind in LENGTHS else "month"
        pieces = self.scheme.calendar.pieces(self.scheme.calendar.year_to(period), kind)
        empty = takewhile(lambda piece: not self.value(name, column, piece), reversed(pieces))
        return sum(1 for _ in empty)

    def whole(self, group: str | None) -> list[str]:
        """List a group, or all ranked units."""
        if group is None:
            return [name for members in self.members.values() for name in members]
        return self.members.get(group, [])


def gathered(sums: Sums) -> dict[tuple[str, int], list[Sum]]:
    """Put the sums of each unit and rule together."""
    found: dict[tuple[str, int], list[Sum]] = {}
    for (name, rule, day, denominator), (numerator, lines) in sums.items():
        found.setdefault((name, rule), []).append(Sum(day, numerator, denominator, lines))
    return found


def within(sums: list[Sum] | None, period: Period) -> tuple[Fraction, int]:
    """Add up what falls into a period: points and lines."""
    if not sums:
        return ZERO, 0
    first, last = period.first.toordinal(), period.last.toordinal()
    parts = [part for part in sums if first <= part.day <= last]
    return added_parts([(part.numerator, part.denominator) for part in parts]), sum([part.lines for part in parts])


def levels(column: Column) -> list[Bound]:
    """List a column's own period and its bounds, the shortest first."""
    own = [Bound(column.each, None, None)] if column.each else []
    return sorted([*column.bounds, *own], key=lambda bound: LENGTHS[bound.each])


def reaches(period: Period, each: str, year_starts: int) -> bool:
    """Tell whether a running period begins with a period of this kind and stays in it, so that its bound holds."""
    if period.kind != "range" or each == "week":
        return False
    first, last = (months_of(day) - (year_starts - 1) for day in (period.first, period.last))
    return first % SIZES[each] == 0 and first // SIZES[each] == last // SIZES[each]
