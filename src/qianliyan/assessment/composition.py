"""What a unit's points are made of: results above, use below, own bulletins, the rest. Pure, exact.

A bound that cuts a column cuts what stands in it in proportion; faults stand apart and lower no share.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import msgspec

from qianliyan.scoring.results import Result, Standing
from qianliyan.scoring.scheme import OFFICES, Column

LEVELS = ("unit", "county", "city", "province", "state")
ABOVE, EFFECT, OWN, OTHER, FAULT = "above", "effect", "own", "other", "fault"
CLASSES = (ABOVE, EFFECT, OWN, OTHER)
FAULTS = {"late", "missed", "concealed", "false", "understated", "error", "perfunctory", "deducted_above"} | {
    *("feedback_late", "commission_late", "commission_missed", "quota_missed")
}
POINTS = "分"


class Seen(msgspec.Struct):
    """As much of a fact as its class depends on."""

    id: str
    fact: str
    level: str | None = None


@dataclass(frozen=True)
class Composition:
    """The points of one unit by class."""

    parts: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def whole(self) -> Fraction:
        """All points that were earned."""
        return sum(self.parts.values(), Fraction(0))

    @property
    def quality(self) -> Fraction:
        """The share of instructions, adoption above and effect; of nothing there is none."""
        good = self.parts.get(ABOVE, Fraction(0)) + self.parts.get(EFFECT, Fraction(0))
        return good / self.whole if self.whole else Fraction(0)


def together(compositions: Iterable[Composition]) -> Composition:
    """Add the compositions of several units up."""
    found = list(compositions)
    return Composition({kind: sum((one.parts[kind] for one in found), Fraction(0)) for kind in CLASSES})


def class_of(fact: Seen, level: str) -> str:
    """Tell what kind of result a fact is for an office of this level."""
    if fact.fact in FAULTS:
        return FAULT
    if fact.fact in ("instructed", "claim"):
        return ABOVE
    if fact.fact == "effect":
        return EFFECT
    if fact.fact in ("adopted", "commission_adopted"):
        return ABOVE if _height(fact.level) > _height(level) else OWN
    return OTHER


def composed(result: Result, lines: Iterable[bytes], level: str) -> dict[str, Composition]:
    """Return what each unit's points are made of."""
    decoder = msgspec.json.Decoder(Seen)
    classes = {fact.id: class_of(fact, level) for fact in map(decoder.decode, lines)}
    sums: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for entry in result.entries:
        if entry.subject == OFFICES and result.period.holds(date.fromordinal(entry.bucket)):
            sums[entry.name, entry.column][classes.get(entry.fact, FAULT)] += entry.points
    columns = [column for column in result.scheme.columns if _counts(column)]
    return {one.name: _composition(one, columns, sums) for one in result.of(OFFICES)}


def by_month(result: Result, until: date) -> dict[str, list[float]]:
    """Return what each unit earned month by month so far, in a period of several; faults and formulas stand apart."""
    first, last = result.period.first, min(result.period.last, until)
    size = (last.year - first.year) * 12 + last.month - first.month + 1
    points = {column.name for column in result.scheme.columns if _counts(column)}
    sums: dict[str, list[Fraction]] = {}
    for entry in result.entries if size > 1 else ():
        day = date.fromordinal(entry.bucket)
        if entry.subject == OFFICES and entry.column in points and first <= day <= last and not _is_fault(entry.fact):
            place = (day.year - first.year) * 12 + day.month - first.month
            sums.setdefault(entry.name, [Fraction(0)] * size)[place] += entry.points
    return {name: [round(float(one), 2) for one in months] for name, months in sums.items()}


def _is_fault(fact: str) -> bool:
    """Tell by the end of its id, which is the fact's name."""
    return fact.rpartition("/")[2] in FAULTS


def _composition(
    one: Standing, columns: list[Column], sums: Mapping[tuple[str, str], Mapping[str, Fraction]]
) -> Composition:
    parts = dict.fromkeys(CLASSES, Fraction(0))
    for column in columns:
        value = one.columns.get(column.name, Fraction(0))
        by_class = sums.get((one.name, column.name), {})
        whole = sum(by_class.values(), Fraction(0))
        for kind in by_class.keys() & parts.keys() if whole else ():
            parts[kind] += value * by_class[kind] / whole
    return Composition(parts)


def _counts(column: Column) -> bool:
    return not column.formula and not column.counts and column.unit == POINTS


def _height(level: str | None) -> int:
    return LEVELS.index(level) if level in LEVELS else -1
