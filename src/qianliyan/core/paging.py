"""Pages by key: older and newer rows from a place in the list, however long the list has grown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)
SIZE = 30
Key = tuple[datetime, int]


@dataclass(frozen=True)
class Page(Generic[M]):
    """The rows of one page, and the links to its neighbours (empty where there is none)."""

    rows: list[M]
    newer: str = ""
    older: str = ""


def page_of(things: QuerySet[M], asked: QueryDict, *, by: str, size: int = SIZE) -> Page[M]:
    """Cut one page out of a list that is ordered by `-by` and then by `-pk`."""
    if after := _key(asked.get("newer")):
        found = list(things.filter(_beyond(by, after, "gt")).order_by(by, "pk")[: size + 1])
        return _page(found[:size][::-1], asked, by, newer=len(found) > size, older=True)
    before = _key(asked.get("older"))
    rows = things.filter(_beyond(by, before, "lt")) if before else things
    found = list(rows[: size + 1])
    return _page(found[:size], asked, by, newer=before is not None, older=len(found) > size)


def _page(rows: list[M], asked: QueryDict, by: str, *, newer: bool, older: bool) -> Page[M]:
    if not rows:
        return Page(rows)
    return Page(
        rows,
        _link(asked, "newer", rows[0], by) if newer else "",
        _link(asked, "older", rows[-1], by) if older else "",
    )


def _beyond(by: str, key: Key, side: str) -> Q:
    moment, pk = key
    return Q(**{f"{by}__{side}": moment}) | Q(**{by: moment, f"pk__{side}": pk})


def _key(text: str | None) -> Key | None:
    """Read a place; what is no place is the beginning of the list."""
    moment, _sign, pk = (text or "").rpartition("~")
    try:
        return datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None


def _link(asked: QueryDict, direction: str, row: Any, by: str) -> str:
    kept = asked.copy()
    for name in ("older", "newer"):
        kept.pop(name, None)
    kept[direction] = f"{getattr(row, by).isoformat()}~{row.pk}"
    return f"?{kept.urlencode()}"
