"""Several numbers by one query: each pile is the very set that its page shows, counted in a subquery."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from qianliyan.configuration.models import Value
from qianliyan.core import clock
from qianliyan.notices.queries import bell_of
from qianliyan.offices.models import Seat
from qianliyan.workbench.prepared import rows
from qianliyan.workbench.settings import SYSTEM_NAME


@dataclass(frozen=True)
class Pile:
    """A set of things under a short code."""

    code: str
    rows: Callable[[Seat], QuerySet[Any]]


def count_of(rows: QuerySet[Any]) -> Subquery:
    """Return the number of rows as part of another query."""
    number = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(_count=number).values("_count"))


class Counts:
    """The sizes of piles, with the bell and the system's name that every page shows too (one query)."""

    def __init__(self, seat: Seat, piles: Iterable[Pile]) -> None:
        wanted = {pile.code: pile for pile in piles}

        def build() -> QuerySet[Any]:
            name, unread = Subquery(_names(seat)[:1]), count_of(bell_of(seat).filter(read_at=None))
            counts = [count_of(pile.rows(seat)) for pile in wanted.values()]
            return Seat.objects.filter(pk=seat.pk).values_list(name, unread, *counts)

        ((name, unread, *sizes),) = rows(seat, ("counts", *wanted), build)
        self.system_name = str(json.loads(name)) if name else str(SYSTEM_NAME.default)
        self.unread = int(unread or 0)
        self._sizes = {code: int(size or 0) for code, size in zip(wanted, sizes, strict=True)}

    def __getitem__(self, code: str) -> int:
        """Return the size of a pile; one that was not asked for is empty."""
        return self._sizes.get(code, 0)


def _names(seat: Seat) -> QuerySet[Value, Any]:
    """Return the system's names, the nearest office's latest one first, as `configuration.values` reads them.

    An ancestor's path is the beginning of its descendants' paths, so the longest one stands last in their order.
    """
    lineage = seat.office.lineage
    rows = Value.objects.filter(key=SYSTEM_NAME.key, valid_from__lte=clock.today())
    own_or_all = rows.filter(office__in=lineage) | rows.filter(office=None)
    nearest = F("office__path").desc(nulls_last=True)
    return own_or_all.order_by(nearest, "-valid_from", "-pk").values("value")
