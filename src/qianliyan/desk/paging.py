"""Lists by key: a page begins after the last row's own key, so that nothing slips while rows come and go."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
SIZE = 30
NEWER, OLDER = "n", "o"


@dataclass(frozen=True)
class Window(Generic[M]):
    """The rows of one page, and where the pages before and after it begin (empty: there is none)."""

    rows: list[M]
    newer: str = ""
    older: str = ""


def window(rows: "QuerySet[M]", keys: tuple[str, ...], cursor: str = "", size: int = SIZE) -> "Window[M]":
    """Return one page of `rows` in descending order of `keys`; an unreadable cursor means the first page."""
    direction, values = _read(rows.model, keys, cursor)
    if direction == NEWER:
        found = _nearest(rows, keys, values, NEWER, size + 1)
        shown = found[:size][::-1]
        older = _cursor(OLDER, shown[-1], keys) if shown else ""
        return Window(shown, _cursor(NEWER, shown[0], keys) if len(found) > size else "", older)
    found = _nearest(rows, keys, values, OLDER, size + 1)
    shown = found[:size]
    newer = _cursor(NEWER, shown[0], keys) if shown and values else ""
    return Window(shown, newer, _cursor(OLDER, shown[-1], keys) if len(found) > size else "")


def beyond(rows: "QuerySet[M]", keys: tuple[str, ...], values: list[Any], direction: str) -> "QuerySet[M]":
    """Return what lies beyond these values, nearest first; without values everything."""
    sign, order = ("gt", "") if direction == NEWER else ("lt", "-")
    condition = Q()
    for place, value in enumerate(values):
        same = dict(zip(keys[:place], values[:place], strict=True))
        condition |= Q(**same, **{f"{keys[place]}__{sign}": value})
    return rows.filter(condition).order_by(*(order + key for key in keys))


def values_of(row: Model, keys: tuple[str, ...]) -> list[Any]:
    """Return the row's own key."""
    return [getattr(row, key) for key in keys]


def _nearest(rows: "QuerySet[M]", keys: tuple[str, ...], values: list[Any], direction: str, count: int) -> list[M]:
    """Return the nearest rows; their numbers are sorted first, so that long texts are not carried through the sort."""
    order = beyond(rows, keys, values, direction)
    numbers = order.select_related(None).values("pk")[:count]
    return list(order.filter(pk__in=numbers))


def _cursor(direction: str, row: Model, keys: tuple[str, ...]) -> str:
    return "~".join([direction, *map(_written, values_of(row, keys))])


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(int(value) if isinstance(value, bool) else value)


def _read(model: type[Model], keys: tuple[str, ...], cursor: str) -> tuple[str, list[Any]]:
    direction, *texts = cursor.split("~")
    if direction not in (NEWER, OLDER) or len(texts) != len(keys):
        return OLDER, []
    fields = [model._meta.pk if key == "pk" else model._meta.get_field(key) for key in keys]  # noqa: SLF001
    try:
        return direction, [field.to_python(text) for field, text in zip(fields, texts, strict=True)]  # type: ignore[union-attr]
    except ValidationError:
        return OLDER, []
