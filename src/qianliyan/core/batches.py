"""Rows that are only inserted and that nobody reads on the way: at once, or many together while a story is played."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

from qianliyan.core.rows import insert_rows

_waiting: ContextVar[list[models.Model] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Insert what comes inside at the end, each table at once; for one transaction whose steps do not read it."""
    token = _waiting.set([])
    try:
        yield
        rows = _waiting.get() or []
    finally:
        _waiting.reset(token)
    _insert(rows)


def insert(rows: Iterable[models.Model]) -> None:
    """Insert rows of one or several tables, in the caller's transaction."""
    waiting = _waiting.get()
    if waiting is None:
        _insert(rows)
    else:
        waiting.extend(rows)


def flush() -> None:
    """Insert what waits now, because the next step reads it."""
    waiting = _waiting.get()
    if waiting:
        _insert(waiting)
        waiting.clear()


def _insert(rows: Iterable[models.Model]) -> None:
    tables: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        tables[type(row)].append(row)
    for those in tables.values():
        insert_rows(those)
