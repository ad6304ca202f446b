"""A scheme as the engine sees it: read, checked, exact. How it looks in YAML is `reading`'s business."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from qianliyan.scoring.combination import Combine
from qianliyan.scoring.conditions import Between, Condition, OneOf
from qianliyan.scoring.exact import Rounding
from qianliyan.scoring.formulas import Formula
from qianliyan.scoring.honours import Award, Group, Ladder, Mark, Ranking
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


@dataclass(frozen=True)
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

    @cached_property
    def derived(self) -> bool:
        """Tell whether the rule speaks about quotas met or missed, which exist only after counting."""
        asked = self.when.test("fact")
        return isinstance(asked, OneOf) and asked.values <= DERIVED

    @cached_property
    def of_item(self) -> bool:
        """Tell whether the value is a share of what the item has earned."""
        return isinstance(self.points, Worked) and self.points.of_item

    @cached_property
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
class BackFill:
    """Until when something may still be put into an earlier month."""

    day: int
    months_after: int


@dataclass(frozen=True)
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
        return self.columns_by_name[name]

    @cached_property
    def columns_by_name(self) -> Mapping[str, Column]:
        """Index the columns."""
        return {column.name: column for column in self.columns}

    @cached_property
    def rules_of(self) -> Mapping[str, tuple[Rule, ...]]:
        """List the rules that write into each column."""
        return {name: tuple(rule for rule in self.rules if rule.column == name) for name in self.columns_by_name}

    @cached_property
    def late_rules(self) -> frozenset[int]:
        """Name the rules whose lines need all lines of a unit: repeated, chosen among items, about quotas."""
        chosen = {name for combine in self.combines if combine.within == "unit" for name in combine.rules}
        return frozenset(rule.index for rule in self.rules if rule.derived or rule.repeat or rule.name in chosen)

    @cached_property
    def weekly(self) -> bool:
        """Tell whether days matter beyond their month."""
        kinds = [quota.each for quota in self.quotas] + [column.each for column in self.columns]
        kinds += [bound.each for column in self.columns for bound in column.bounds]
        kinds += [combine.each for combine in self.combines] + [mark.each for mark in self.marks]
        kinds += [rule.repeat.each for rule in self.rules if rule.repeat]
        return "week" in (*kinds, *self.periods)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """List every condition that is asked of facts."""
        rules = [rule for rule in self.rules if not rule.derived]
        found = [rule.when for rule in rules] + [factor.when for rule in rules for factor in rule.factors]
        found += [part.when for part in self.exclusions] + [quota.count for quota in self.quotas if quota.count]
        return (*found, *(when for ladder in self.ladders for _, when in ladder.rungs))

    @cached_property
    def valued(self) -> frozenset[str]:
        """Name the attributes whose very value matters: keys of tables, numbers in formulas, layers, dates."""
        points = {name for rule in self.rules if not rule.derived for name in rule.points.names()}
        layers = {name for combine in self.combines for name in combine.one_per}
        return frozenset(points | layers | set(self.dated_by.values()))

    @cached_property
    def names(self) -> frozenset[str]:
        """Name every attribute of a fact that anything in the scheme asks for."""
        return self.valued | {name for condition in self.conditions for name in condition.names()}

    @cached_property
    def edges(self) -> Mapping[str, tuple[Fraction, ...]]:
        """Give the limits of attributes that are only compared: 700 and 799 characters are the same to a scheme."""
        tests = [pair for condition in self.conditions for pair in condition.all_tests()]
        others = self.valued | {name for name, test in tests if not isinstance(test, Between)}
        found: dict[str, set[Fraction]] = {}
        for name, test in tests:
            if name not in others and isinstance(test, Between):
                found.setdefault(name, set()).update(end for end in (test.low, test.high) if end is not None)
        return {name: tuple(sorted(ends)) for name, ends in found.items()}
