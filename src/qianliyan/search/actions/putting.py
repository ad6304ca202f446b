"""Putting a thing where it is found, in the transaction in which it changed; forgetting it."""

from typing import Any

from django.db import transaction
from django.db.models import Model

from qianliyan.search.actions.relating import relate
from qianliyan.search.index.choice import index
from qianliyan.search.marks import marks_of
from qianliyan.search.models import Row
from qianliyan.search.places import place_of
from qianliyan.search.sources import Document, Source, source_of
from qianliyan.search.tables import add_fingerprints, remove_fingerprints

CONTENT = ("place", "title", "body", "marks", "holder_id", "compared")


@transaction.atomic
def put(thing: Model) -> Row | None:
    """Let the thing be found as it is now; one that shall not be found is forgotten."""
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
    """Return the row as it should be."""
    return Row(
        pk=row_pk,
        source=source.code,
        thing_pk=thing.pk,
        place=place_of(document.on, row_pk),
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
