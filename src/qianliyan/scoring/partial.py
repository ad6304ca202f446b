"""What a part of the facts comes to, before units are looked at. Parts add up: any partition gives the same whole."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from qianliyan.scoring.errors import FactsRefused, Problem
from qianliyan.scoring.scheme import OFFICES, PERSONS

# (subject's name, rule, day that stands for the month, denominator) → [numerator, number of lines]
Sums = dict[tuple[str, int, int, int], list[int]]


@dataclass(frozen=True, slots=True)
class Held:
    """A line that waits for the unit's other lines: escalation, or a choice among several items."""

    day: date
    fact: str
    rule: int
    bucket: int
    points: Fraction
    layer: tuple[Any, ...]
    words: str = ""
    item: str = ""

    @property
    def order(self) -> tuple[Any, ...]:
        """Order lines by day, then by fact."""
        return (self.day, self.fact, self.rule)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a unit's ledger."""

    subject: str
    name: str
    day: date
    fact: str
    item: str
    rule: str
    clause: str
    column: str
    points: Fraction
    words: str
    bucket: int

    @property
    def order(self) -> tuple[Any, ...]:
        """Order lines for print: by column and rule, then day and fact."""
        return (self.subject, self.name, self.column, self.rule, self.day, self.fact, self.words)


@dataclass(frozen=True, slots=True, order=True)
class Nothing:
    """A fact (under one rule, if any matched) that earned nothing, and why."""

    fact: str
    item: str
    day: date
    why: str
    rule: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Rung:
    """How high an item got on a ladder of prizes."""

    ladder: int
    height: int
    item: str
    fact: str
    day: date
    names: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """The sums of all units, or of all persons."""

    sums: Sums = field(default_factory=dict)
    quotas: Sums = field(default_factory=dict)
    held: dict[tuple[str, str], list[Held]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, other: "Tally") -> None:
        """Take in another part's sums."""
        for mine, theirs in ((self.sums, other.sums), (self.quotas, other.quotas)):
            for key, (numerator, lines) in theirs.items():
                entry = mine.setdefault(key, [0, 0])
                entry[0] += numerator
                entry[1] += lines
        for subject, lines_held in other.held.items():
            self.held.setdefault(subject, []).extend(lines_held)
        self.names |= other.names


@dataclass(slots=True)
class Partial:
    """One part of the facts, folded."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {OFFICES: Tally(), PERSONS: Tally()})
    rungs: list[Rung] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    entries: list[Entry] = field(default_factory=list)
    nothing: list[Nothing] = field(default_factory=list)
    # Day that stands for a month → its first fact (by id) and the number of its facts.
    buckets: dict[int, tuple[str, int]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)

    def add(self, other: "Partial") -> None:
        """Take in another part; refuse parts that share a fact or tear an item apart."""
        problems = [Problem(0, 0, f"事实编号“{name}”在两个分区中都有") for name in sorted(self.ids & other.ids)[:20]]
        problems += [Problem(0, 0, f"信息“{name}”被分在两个分区") for name in sorted(self.items & other.items)[:20]]
        if problems:
            raise FactsRefused(problems)
        for subject, tally in self.tallies.items():
            tally.add(other.tallies[subject])
        self.rungs += other.rungs
        self.reasons += other.reasons
        for bucket, (fact, number) in other.buckets.items():
            first, before = self.buckets.get(bucket, (fact, 0))
            self.buckets[bucket] = (min(first, fact), before + number)
        self.entries += other.entries
        self.nothing += other.nothing
        self.ids |= other.ids
        self.items |= other.items


def merge(parts: Iterable[Partial]) -> Partial:
    """Put parts together; their order does not matter."""
    whole = Partial()
    for part in parts:
        whole.add(part)
    return whole
