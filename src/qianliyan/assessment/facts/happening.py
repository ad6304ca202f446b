"""A fact while it is still made of row numbers: names are spelled at the very end, all in the same way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from django.utils import timezone

K = TypeVar("K")


class Span(Protocol):
    """A stretch of days, both ends included."""

    @property
    def first(self) -> date:
        """The first day."""
        ...

    @property
    def last(self) -> date:
        """The last day."""
        ...


@dataclass(frozen=True)
class Part:
    """The part of a unit and of whoever wrote for it, by row number."""

    unit: int
    weight: int = 1
    author: int | None = None


@dataclass(frozen=True)
class Happening:
    """What happened, when, about what, and who has which part in it."""

    id: str
    on: date
    fact: str
    item: str
    parts: tuple[Part, ...]
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def units(self) -> dict[int, int]:
        """Add up each unit's weight, in the order of signature."""
        if len(self.parts) == 1:
            return {self.parts[0].unit: self.parts[0].weight}
        return _added((part.unit, part.weight) for part in self.parts)

    @property
    def authors(self) -> dict[tuple[int, int], int]:
        """Add up the weight of each person in each unit."""
        if len(self.parts) == 1:
            (part,) = self.parts
            return {} if part.author is None else {(part.author, part.unit): part.weight}
        written = ((part.author, part) for part in self.parts)
        return _added(((author, part.unit), part.weight) for author, part in written if author is not None)


def item_key(items: Iterable[int]) -> str:
    """Name what facts are about, by the units' own items: a composite bears the numbers of all of them."""
    numbers = "+".join(str(pk) for pk in sorted(set(items)))
    return f"items.item:{numbers}" if numbers else ""


def moments(span: Span) -> tuple[datetime, datetime]:
    """Return the first moment of the span and the first after it, on the office's wall clock."""
    ends = (span.first, span.last + timedelta(days=1))
    first, after = (timezone.make_aware(datetime.combine(day, time.min)) for day in ends)
    return first, after


def _added(pairs: Iterable[tuple[K, int]]) -> dict[K, int]:
    sums: dict[K, int] = {}
    for key, weight in pairs:
        sums[key] = sums.get(key, 0) + weight
    return sums
