"""Rebuilding the index from the things themselves; whoever kills it loses a batch, and the next call goes on."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from qianliyan.search.actions.putting import put, remove
from qianliyan.search.index.choice import index
from qianliyan.search.models import Rebuilding, Row
from qianliyan.search.sources import Source, declared
from qianliyan.search.tables import TABLE

BATCH = 200
Said = Callable[[int, int], None]


def rebuild(said: Said) -> int:
    """Empty the index and put everything in again, or go on with a rebuilding that was interrupted."""
    going = Rebuilding.objects.first() or _begin()
    for source in _remaining(going):
        while things := _next(source, going):
            _put_all(things, source, going)
            said(going.done, going.total)
        going.source, going.after_pk = _code_after(source), 0
        going.save()
    going.delete()
    return going.done


@transaction.atomic
def _begin() -> Rebuilding:
    """Throw the old index away and note that everything is still to do."""
    index().empty()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
    Row.objects.all().delete()
    total = sum(source.model._default_manager.count() for source in declared())  # noqa: SLF001
    return Rebuilding.objects.create(source=declared()[0].code, total=total)


def _remaining(going: Rebuilding) -> Iterator[Source[Any]]:
    codes = [source.code for source in declared()]
    start = codes.index(going.source) if going.source in codes else len(codes)
    yield from declared()[start:]


def _code_after(source: Source[Any]) -> str:
    codes = [one.code for one in declared()]
    place = codes.index(source.code) + 1
    return codes[place] if place < len(codes) else ""


def _next(source: Source[Any], going: Rebuilding) -> list[Model]:
    rows = source.joined(source.model._default_manager.all())  # noqa: SLF001
    return list(rows.filter(pk__gt=going.after_pk).order_by("pk")[:BATCH])


@transaction.atomic
def _put_all(things: list[Model], source: Source[Any], going: Rebuilding) -> None:
    for thing in things:
        put(thing)
    going.source, going.after_pk = source.code, things[-1].pk
    going.done += len(things)
    going.save()


@transaction.atomic
def mend(stale: list[Model], orphans: list[Row]) -> None:
    """Put in what is missing or old, and take out what stands for nothing."""
    for thing in stale:
        put(thing)
    for row in orphans:
        remove(row)
