"""Whether the index says what the things say."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet

from qianliyan.search.actions.putting import differs, row_as
from qianliyan.search.models import Row
from qianliyan.search.sources import Source, declared, source_called

BATCH = 500


def stale(source: Source[Any]) -> Iterator[tuple[Model, Row | None]]:
    """Yield the things whose row is missing, old or ought not to be there."""
    things = source.joined(source.model._default_manager.all()).order_by("pk")  # noqa: SLF001
    for batch in _batches(things):
        pks = [thing.pk for thing in batch]
        rows = {row.thing_pk: row for row in Row.objects.filter(source=source.code, thing_pk__in=pks)}
        for thing in batch:
            row, document = rows.get(thing.pk), source.document(thing)
            if document is None:
                wrong = row is not None
            else:
                wrong = row is None or differs(row, row_as(source, thing, document, row.pk))
            if wrong:
                yield thing, row


def orphans() -> Iterator[Row]:
    """Yield the rows whose thing is gone."""
    for code in Row.objects.order_by().values_list("source", flat=True).distinct():
        source = source_called(code)
        rows = Row.objects.filter(source=code)
        yield from rows if source is None else rows.exclude(thing_pk__in=source.model._default_manager.values("pk"))  # noqa: SLF001


def all_stale() -> Iterator[tuple[Source[Any], Model, Row | None]]:
    """Yield what is wrong, kind by kind."""
    for source in declared():
        for thing, row in stale(source):
            yield source, thing, row


def _batches(things: "QuerySet[Any]") -> Iterator[list[Model]]:
    after = 0
    while batch := list(things.filter(pk__gt=after)[:BATCH]):
        yield batch
        after = batch[-1].pk
