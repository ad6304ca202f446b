"""What each step of one item brought its unit: the lines of that item alone, read from the kept file of a year."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from qianliyan.assessment import account as books
from qianliyan.assessment.models import Calculation
from qianliyan.files.actions import content_of
from qianliyan.scoring.attributes import label
from qianliyan.scoring.partial import Entry
from qianliyan.scoring.scheme import OFFICES

PREFIX = "items.item:"


@dataclass(frozen=True)
class Step:
    """One result of the item: what happened, when, and what the unit got for it by which clause."""

    day: date
    what: str
    rule: str
    clause: str
    points: str
    words: str


class About(msgspec.Struct):
    """As much of a fact as tells what it is about."""

    id: str
    fact: str
    item: str = ""


def steps_of(item: int, unit: int, calculations: Iterable[Calculation]) -> list[Step]:
    """Return what the item brought the unit in these years, in the order of days.

    Bounds of a month or a year belong to the unit and not to an item; they stand on the unit's own page.
    """
    found = [step for calculation in calculations for step in _steps(item, unit, calculation)]
    return sorted(found, key=lambda step: step.day)


def _steps(item: int, unit: int, calculation: Calculation) -> list[Step]:
    if calculation.file is None:
        return []
    book = books.read(content_of(calculation.file))
    facts = {
        line: about for line in book.facts if str(item).encode() in line and _is_about(about := _about(line), item)
    }
    name = next((str(row["office"]) for row in book.units if row["pk"] == unit), "")
    if not facts or not name:
        return []
    result = replace(book, facts=tuple(facts)).result(lambda kind, who: (kind, who) == (OFFICES, name))
    names = {about.id: label(about.fact) for about in facts.values()}
    own = [entry for entry in result.entries if entry.name == name and entry.subject == OFFICES]
    return [_step(entry, names.get(entry.fact, ""), result.text(entry.points)) for entry in own]


def _step(entry: Entry, what: str, points: str) -> Step:
    return Step(entry.day, what, entry.rule, entry.clause, points, entry.words)


def _about(line: bytes) -> About:
    return msgspec.json.decode(line, type=About)


def _is_about(about: About, item: int) -> bool:
    return str(item) in about.item.removeprefix(PREFIX).split("+")
