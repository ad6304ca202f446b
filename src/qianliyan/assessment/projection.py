"""From the rooms' own tables to the facts of a period. A pure read: the same tables give the same facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qianliyan.assessment.facts.adopted import adopted
from qianliyan.assessment.facts.commissioned import delivered
from qianliyan.assessment.facts.happening import Happening, Span
from qianliyan.assessment.facts.heard import claims, faults
from qianliyan.assessment.facts.instructed import instructed
from qianliyan.assessment.facts.recorded import recorded
from qianliyan.assessment.facts.sent_up import sent_up
from qianliyan.assessment.facts.spelling import Spelling, spelling
from qianliyan.assessment.facts.submitted import media, submitted
from qianliyan.offices.models import Office

Fact = Mapping[str, Any]
SOURCES: tuple[Callable[[Office, Span], Iterator[Happening]], ...] = (
    submitted,
    media,
    adopted,
    sent_up,
    instructed,
    delivered,
    recorded,
    claims,
    faults,
)


@dataclass(frozen=True)
class Projection:
    """The facts in the order of their ids, and how everybody in them is spelled."""

    facts: tuple[Fact, ...]
    names: Spelling


def project(office: Office, period: Span) -> tuple[Fact, ...]:
    """Return the facts by which `office` assesses its reporters in a period."""
    return projected(office, period).facts


def projected(office: Office, period: Span, register: set[int] | None = None) -> Projection:
    """Return the facts together with the spelling, which also covers the units of the register."""
    found = [happening for source in SOURCES for happening in source(office, period)]
    units = {unit for one in found for unit in one.units} | (register or set())
    names = spelling(units, {pair for one in found for pair in one.authors}, period.last)
    facts = sorted((written(one, names) for one in found), key=lambda fact: str(fact["id"]))
    return Projection(tuple(facts), names)


def written(one: Happening, names: Spelling) -> dict[str, Any]:
    """Write a happening as the fact that docs/algorithms/facts.md describes."""
    fact: dict[str, Any] = {"id": one.id, "on": one.on, "fact": one.fact}
    if one.item:
        fact["item"] = one.item
    fact["offices"] = [_share({"office": names.units[unit]}, weight) for unit, weight in one.units.items()]
    if one.authors:
        fact["authors"] = list(_authors(one, names))
    fact.update((name, value) for name, value in one.more.items() if value not in (None, ""))
    return fact


def _authors(one: Happening, names: Spelling) -> Iterator[dict[str, Any]]:
    """Name each person once: whoever wrote for two units of the same piece stands under the first with both parts."""
    weights: dict[str, int] = {}
    units: dict[str, int] = {}
    for pair, weight in one.authors.items():
        person = names.persons[pair]
        weights[person] = weights.get(person, 0) + weight
        units.setdefault(person, pair[1])
    for person, weight in weights.items():
        yield _share({"person": person, "office": names.units[units[person]]}, weight)


def _share(whose: dict[str, Any], weight: int) -> dict[str, Any]:
    return whose if weight == 1 else {**whose, "weight": weight}
