"""Audiences: each model says once who may see its rows; everything else is derived from that.

`visible_to(seat)` gives a queryset, `may_see` asks for one thing, `who_can_see` turns the question round and says
the reason in words. A property test over generated worlds holds the three together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model, Q, QuerySet

from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import held_on

if TYPE_CHECKING:
    from collections.abc import Callable

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Path:
    """One way to a thing: through an office (with any of some powers there) or through a person.

    `office` and `person` are lookups from the thing, e.g. "item__office"; `where` narrows the things;
    `powers` empty means any seat of that office.
    """

    reason: Text
    office: str = ""
    person: str = ""
    powers: tuple[Power, ...] = ()
    where: Q | None = None

    def open_to(self, seat: Seat) -> bool:
        """Tell whether the seat's post can use this path at all."""
        return not self.powers or any(seat.may(power) for power in self.powers)

    def things_for(self, seat: Seat) -> Q:
        """Return the condition under which the seat reaches a thing by this path."""
        condition = self.where or Q()
        if self.office:
            condition &= Q(**{self.office: seat.office_id})
        if self.person:
            condition &= Q(**{self.person: seat.person_id})
        return condition


@dataclass(frozen=True)
class Witness:
    """Somebody who can see a thing, and why."""

    seat: Seat
    reason: str


_audiences: "dict[type[Model], tuple[Path, ...]]" = {}


def audience(*paths: Path) -> "Callable[[type[M]], type[M]]":
    """Declare who may see the rows of a model."""

    def declare(model: type[M]) -> type[M]:
        _audiences[model] = paths
        return model

    return declare


def paths_of(model: type[Model]) -> tuple[Path, ...]:
    """Return the model's audience; a model without one is a mistake."""
    return _audiences[model]


def declared() -> list[type[Model]]:
    """Return every model that has an audience."""
    return list(_audiences)


def visible_to(model: type[M], seat: Seat) -> QuerySet[M]:
    """Return the rows of `model` that this seat may see.

    Each path is a sub-query of its own, so that a path through many rows (readers) never doubles a thing.
    """
    rows: QuerySet[Any] = model._default_manager.all()  # noqa: SLF001
    condition = Q(pk__in=[])
    for path in paths_of(model):
        if path.open_to(seat):
            condition |= _reached(rows, path, seat)
    return rows.filter(condition)


def may_see(seat: Seat, thing: Model) -> bool:
    """Tell whether the seat may see this thing."""
    return visible_to(type(thing), seat).filter(pk=thing.pk).exists()


def who_can_see(thing: Model) -> list[Witness]:
    """List everybody who can see the thing today, with the reason in words."""
    found: dict[int, Witness] = {}
    for path in paths_of(type(thing)):
        for seat in _seats_on(path, thing):
            found.setdefault(seat.pk, Witness(seat, str(path.reason)))
    return list(found.values())


def _reached(rows: QuerySet[Any], path: Path, seat: Seat) -> Q:
    direct = all("__" not in lookup for lookup in (path.office, path.person))
    condition = path.things_for(seat)
    return condition if direct else Q(pk__in=rows.filter(condition).values("pk"))


def _seats_on(path: Path, thing: Model) -> Iterable[Seat]:
    here = type(thing)._default_manager.filter(path.where or Q(), pk=thing.pk)  # noqa: SLF001
    if not here.exists():
        return []
    seats = Seat.objects.filter(held_on(clock.today())).select_related("person", "office", "post")
    if path.office:
        seats = seats.filter(office_id__in=here.values(path.office))
    if path.person:
        seats = seats.filter(person_id__in=here.values(path.person))
    return [seat for seat in seats if path.open_to(seat)]
