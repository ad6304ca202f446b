"""What comes after the figures, as a scheme says it: groups, ranking, remarks, awards, prizes for items."""

from collections.abc import Mapping
from dataclasses import dataclass

from qianliyan.scoring.conditions import Condition
from qianliyan.scoring.formulas import Formula


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
