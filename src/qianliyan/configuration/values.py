"""Reading values: the nearest office up the tree that set one by the day in question, else the default."""

from datetime import date
from typing import Any, TypeVar

from django.db.models import Q

from qianliyan.configuration.models import Value
from qianliyan.configuration.registry import Setting
from qianliyan.core import clock
from qianliyan.core.memory import kept
from qianliyan.offices.models import Office

T = TypeVar("T")


class Values:
    """All values that hold for one office on one day; one query, then answers from memory."""

    def __init__(self, office: Office | None, on: date | None = None) -> None:
        day = on or clock.today()
        lineage = office.lineage if office else []
        rows = [row for row in _rows(tuple(lineage)) if row.valid_from <= day]
        rank = {pk: place for place, pk in enumerate(lineage)}
        farthest = len(lineage)
        self._rows: dict[str, tuple[Any, int | None]] = {}
        for row in sorted(rows, key=lambda r: (-rank.get(r.office_id or 0, farthest), r.valid_from, r.pk)):
            self._rows[row.key] = (row.value, row.office_id)

    def __getitem__(self, setting: Setting[T]) -> T:
        """Return the value of `setting`."""
        return self._rows[setting.key][0] if setting.key in self._rows else setting.default

    def set_by_office(self, setting: Setting[Any]) -> int | None:
        """Return the number of the office whose value holds (None: the installation's or the default)."""
        return self._rows.get(setting.key, (None, None))[1]


@kept
def _rows(lineage: tuple[int, ...]) -> list[Value]:
    """Return every value that these offices or the installation ever set, also for days to come."""
    return list(Value.objects.filter(Q(office__isnull=True) | Q(office__in=lineage)))


def value(setting: Setting[T], office: Office | None, *, on: date | None = None) -> T:
    """Return one value; for several of one office make `Values` once."""
    return Values(office, on)[setting]
