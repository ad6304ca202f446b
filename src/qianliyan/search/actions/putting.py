"""Putting a thing where it is found, in the transaction in which it changed; forgetting it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Model

from qianliyan.search.actions.relating import relate, relate_new
from qianliyan.search.index.choice import index
from qianliyan.search.marks import marks_of
from qianliyan.search.models import Row
from qianliyan.search.places import place_of
from qianliyan.search.sources import Document, Source, source_of
from qianliyan.search.tables import add_fingerprints, insert_of, remove_fingerprints, write_places

CONTENT = ("place", "title", "body", "marks", "holder_id", "compared")


# What changed inside `gathered`: it is put once, at the end.
_gathering: ContextVar[dict[tuple[type[Model], int], None] | None] = ContextVar("gathering", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Put whatever changes inside once, at the end: for one transaction that changes much."""
    token = _gathering.set({})
    try:
        yield
        noted = _gathering.get() or {}
    finally:
        _gathering.reset(token)
    by_model: dict[type[Model], list[int]] = defaultdict(list)
    for model, pk in noted:
        by_model[model].append(pk)
    for model, pks in by_model.items():
        _put_noted(source_of(model), pks)


def _put_noted(source: Source[Any], pks: list[int]) -> None:
    """Put things as they are now: those that were not found before together, the others one by one."""
    known = set(Row.objects.filter(source=source.code, thing_pk__in=pks).values_list("thing_pk", flat=True))
    rows = source.joined(source.model._default_manager.filter(pk__in=pks))  # noqa: SLF001
    things = list(rows.order_by("pk"))
    put_new(source, [thing for thing in things if thing.pk not in known])
    for thing in things:
        if thing.pk in known:
            put(thing)


def put_new(source: Source[Any], things: Sequence[Model]) -> None:
    """Let many things be found that were not found before, in the caller's transaction."""
    shown = [(thing, document) for thing in things if (document := source.document(thing)) is not None]
    rows = Row.objects.bulk_create([row_as(source, thing, document, 0) for thing, document in shown])
    for row, (_thing, document) in zip(rows, shown, strict=True):
        row.place = place_of(document.on, row.pk)
    write_places(rows)
    index().enter(rows)
    related = [document.related for _thing, document in shown]
    insert_of(row for row, held in zip(rows, related, strict=True) if not held)
    for row in (row for row, held in zip(rows, related, strict=True) if held):
        # One after the other, so that each is held against those that came before it.
        insert_of([row])
        relate_new(row)


def gathering(model: type[Model], pks: Iterable[int]) -> bool:
    """Note things by their numbers, if what changes is put at the end; tell whether it is."""
    noted = _gathering.get()
    if noted is None:
        return False
    noted |= dict.fromkeys((model, pk) for pk in pks)
    return True


@transaction.atomic
def put(thing: Model) -> Row | None:
    """Let the thing be found as it is now; one that shall not be found is forgotten."""
    if gathering(type(thing), [thing.pk]):
        return None
    source = source_of(type(thing))
    document = source.document(thing)
    if document is None:
        forget(thing)
        return None
    row, new = Row.objects.select_for_update().get_or_create(source=source.code, thing_pk=thing.pk)
    written = _rewritten(row, row_as(source, thing, document, row.pk), new=new)
    if document.related and (new or written is not row):
        relate(written)
    return written


@transaction.atomic
def forget(thing: Model) -> None:
    """Let the thing be found no more: its words leave the index and the row is gone."""
    source = source_of(type(thing))
    row = Row.objects.select_for_update().filter(source=source.code, thing_pk=thing.pk).first()
    if row is not None:
        remove(row)


def remove(row: Row) -> None:
    """Take a row out with everything that hangs on it, in the caller's transaction."""
    if row.place is not None:
        index().leave([row])
    remove_fingerprints(row, row)
    row.delete()


def row_as(source: Source[Any], thing: Model, document: Document, row_pk: int) -> Row:
    """Return the row as it should be; without a number it has no place yet."""
    return Row(
        pk=row_pk or None,
        source=source.code,
        thing_pk=thing.pk,
        place=place_of(document.on, row_pk) if row_pk else None,
        title=_storable(document.title),
        body=_storable(document.body),
        marks=marks_of(source, thing, document),
        holder_id=document.holder,
        compared=document.compared,
    )


def differs(one: Row, other: Row) -> bool:
    """Tell whether two states of a row are not the same."""
    return any(getattr(one, name) != getattr(other, name) for name in CONTENT)


def _rewritten(old: Row, row: Row, *, new: bool) -> Row:
    if not differs(old, row):
        return old
    if old.place is not None:
        index().leave([old])
    row.save(force_update=True)
    index().enter([row])
    if not new:
        remove_fingerprints(old, row)
    add_fingerprints(row, old)
    return row


def _storable(text: str) -> str:
    """Return the text as both databases can keep it."""
    return text.replace("\x00", " ")
