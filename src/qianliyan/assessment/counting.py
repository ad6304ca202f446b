"""How many pieces a unit sent, had printed here and above, and had instructed: whole pieces, whoever shares them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from qianliyan.assessment.composition import ABOVE, OWN, Seen, class_of
from qianliyan.scoring.periods import Period
from qianliyan.scoring.register import Register

SUBMITTED, ADOPTED, ADOPTED_ABOVE, INSTRUCTED = "submitted", "adopted", "above", "instructed"


class Share(msgspec.Struct):
    """A unit in a fact."""

    office: str


class Counted(Seen):
    """As much of a fact as counting needs."""

    on: str = ""
    offices: list[Share] = []


def counted(lines: Iterable[bytes], period: Period, level: str, register: Register) -> Mapping[str, Counter[str]]:
    """Count by unit what happened in the period; a merged unit's pieces are its successor's."""
    decoder = msgspec.json.Decoder(Counted)
    first, last = period.first.isoformat(), period.last.isoformat()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in map(decoder.decode, lines):
        if first <= fact.on <= last and (name := _name(fact, level)):
            for unit in {register.today(share.office) for share in fact.offices}:
                counts[unit][name] += 1
    return counts


def figures(lines: Iterable[bytes], period: Period) -> dict[str, int]:
    """Count what happened in the period by name and level, each fact once however many units share it."""
    decoder = msgspec.json.Decoder(Counted)
    first, last = period.first.isoformat(), period.last.isoformat()
    found = (fact for fact in map(decoder.decode, lines) if first <= fact.on <= last)
    return dict(Counter(f"{fact.fact}/{fact.level or ''}" for fact in found))


def _name(fact: Counted, level: str) -> str:
    if fact.fact in (SUBMITTED, INSTRUCTED):
        return fact.fact
    return {OWN: ADOPTED, ABOVE: ADOPTED_ABOVE}.get(class_of(fact, level), "") if fact.fact == "adopted" else ""
