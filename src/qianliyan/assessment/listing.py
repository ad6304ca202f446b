"""The facts behind a figure, from the kept file of the calculation: the same rows that were counted."""

from dataclasses import dataclass
from datetime import date

import msgspec

from qianliyan.assessment import account as books
from qianliyan.assessment.counting import Counted
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.sources import Source, sources_of
from qianliyan.files.actions import content_of
from qianliyan.offices.models import Seat

SIZE = 50


@dataclass(frozen=True)
class Listed:
    """One fact of the list."""

    day: date
    source: Source
    units: str
    more: str


@dataclass(frozen=True)
class Page:
    """Some facts, how many there are, and where the next ones begin."""

    rows: tuple[Listed, ...]
    count: int
    older: str


class Shown(Counted):
    """A fact as a list shows it."""

    publication: str = ""
    leader: str = ""
    evidence: str = ""


def facts_page(calculation: Calculation, fact: str, levels: list[str], after: str, seat: Seat) -> Page:
    """Return the facts of a period by name and level, the newest first, from one day and id on."""
    if calculation.file is None:
        return Page((), 0, "")
    decoder = msgspec.json.Decoder(Shown)
    first, last = calculation.first.isoformat(), calculation.last.isoformat()
    found = [
        one
        for one in map(decoder.decode, books.read(content_of(calculation.file)).facts)
        if one.fact == fact and first <= one.on <= last and (not levels or (one.level or "") in levels)
    ]
    found.sort(key=_key, reverse=True)
    rest = [one for one in found if not after or _key(one) < after]
    known = sources_of([one.id for one in rest[:SIZE]], seat)
    rows = tuple(_listed(one, known) for one in rest[:SIZE])
    return Page(rows, len(found), _key(rest[SIZE - 1]) if len(rest) > SIZE else "")


def _key(one: Shown) -> str:
    return f"{one.on}~{one.id}"


def _listed(one: Shown, known: dict[str, Source]) -> Listed:
    units = "、".join(share.office for share in one.offices)
    more = " · ".join(part for part in (one.publication, one.leader, one.evidence) if part)
    return Listed(date.fromisoformat(one.on), known.get(one.id, Source("", "")), units, more)
