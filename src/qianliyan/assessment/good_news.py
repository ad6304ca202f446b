"""What of one unit's work was adopted or instructed above in a period: what its main leader is told (告知函)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from qianliyan.assessment import account as books
from qianliyan.assessment.composition import LEVELS
from qianliyan.assessment.counting import Counted
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.sources import Source, sources_of
from qianliyan.bulletins.layouts import written
from qianliyan.files.actions import content_of
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level


class Told(Counted):
    """As much of a fact as a letter says."""

    item: str = ""
    publication: str = ""


@dataclass(frozen=True)
class Result:
    """One result: which piece, what became of it, where, when."""

    title: str
    what: str
    on: date


def results_above(calculation: Calculation, unit: str, seat: Seat) -> list[Result]:
    """Return what levels above the office adopted or instructed of this unit's work, in the order of days."""
    if calculation.file is None:
        return []
    facts = sorted(_facts(calculation, unit), key=lambda one: (one.on, one.id))
    known = sources_of([one.id for one in facts], seat)
    titles = _titles(facts, known)
    above = LEVELS[LEVELS.index(calculation.office.level) + 1 :]
    found = [one for one in facts if one.level in above]
    return [Result(titles.get(one.item, ""), _what(one), date.fromisoformat(one.on)) for one in found]


def letter_text(results: list[Result], period: str) -> str:
    """Write the text of the letter; an editor goes over it."""
    counts = {kind: sum(one.what.startswith(_INSTRUCTED) is told for one in results) for kind, told in _KINDS}
    opening = f"{period}，你单位报送的政务信息被上级采用{counts['adopted']}条，获上级领导批示{counts['instructed']}件："
    lines = [f"{place}.{_said(one)}{'。' if place == len(results) else '；'}" for place, one in enumerate(results, 1)]
    return "\n".join([opening, *lines, "特此告知。请继续重视和支持信息工作，对有关同志予以肯定。"])


_INSTRUCTED = "领导批示"
_KINDS = (("instructed", True), ("adopted", False))


def _facts(calculation: Calculation, unit: str) -> Iterator[Told]:
    decoder = msgspec.json.Decoder(Told)
    first, last = calculation.first.isoformat(), calculation.last.isoformat()
    for line in books.read(content_of(calculation.file)).facts if calculation.file else ():
        one = decoder.decode(line)
        theirs = any(share.office == unit for share in one.offices)
        if one.fact in ("adopted", "instructed") and theirs and first <= one.on <= last:
            yield one


def _titles(facts: list[Told], known: dict[str, Source]) -> dict[str, str]:
    """Call a piece as the adoption calls it: an instruction only says whose it is. What is unseen has none."""
    read = [one for one in facts if one.fact == "adopted" and one.id in known and known[one.id].url]
    return {one.item: known[one.id].title for one in read}


def _what(one: Told) -> str:
    level = Level(one.level or "").label
    return f"{_INSTRUCTED}（{level}）" if one.fact == "instructed" else f"{level}采用（{one.publication or '刊物'}）"


def _said(one: Result) -> str:
    title = f"《{one.title}》，" if one.title else ""
    return f"{title}{written(one.on)}{one.what}"
