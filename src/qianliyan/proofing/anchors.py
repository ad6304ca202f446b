"""Where a record stands after its text was changed: pure words, no database.

A record belongs to a figure as it was written (its quote) and to the words before it. It stays with the figure while
the same figure is still written; a figure that became another one loses its record, because nobody was asked about it.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Anchored(Protocol):
    """A place in a text: its part, where it began, what it says, and the words before it."""

    @property
    def part(self) -> str:
        """Title or body."""
        ...

    @property
    def start(self) -> int:
        """Where it began."""
        ...

    @property
    def quote(self) -> str:
        """The figure as it was written."""
        ...

    @property
    def about(self) -> str:
        """The words before it."""
        ...


A = TypeVar("A", bound=Anchored)
P = TypeVar("P", bound=Anchored)
SAME, AKIN, REWORDED = 0, 1, 2


@dataclass(frozen=True)
class Hold:
    """How surely a record still holds: 0 the same words, 1 more or fewer words before it, 2 other words around it."""

    place: int
    closeness: int


def holds(records: Sequence[A], places: Sequence[P]) -> dict[int, Hold]:
    """Match records to places that say the same; each record and each place is used once, the surest match first."""
    by_quote: dict[Hashable, list[int]] = {}
    for index, place in enumerate(places):
        by_quote.setdefault((place.part, place.quote), []).append(index)
    pairs = sorted(_pairs(records, places, by_quote))
    taken_records: set[int] = set()
    taken_places: set[int] = set()
    found: dict[int, Hold] = {}
    for closeness, _distance, record, place_index in pairs:
        if record not in taken_records and place_index not in taken_places:
            taken_records.add(record)
            taken_places.add(place_index)
            found[record] = Hold(place_index, closeness)
    return found


def _pairs(
    records: Sequence[A], places: Sequence[P], by_quote: dict[Hashable, list[int]]
) -> Iterable[tuple[int, int, int, int]]:
    for number, record in enumerate(records):
        for index in by_quote.get((record.part, record.quote), ()):
            place = places[index]
            yield closeness_of(record.about, place.about), abs(record.start - place.start), number, index


def closeness_of(old: str, new: str) -> int:
    """Compare the words before a figure: the same, one the end of the other, or different."""
    if old == new:
        return SAME
    return AKIN if old and new and (old.endswith(new) or new.endswith(old)) else REWORDED
