"""Noting which things of one kind, in one office's hands, share passages; done when the later one is put."""

from django.db.models import Q

from qianliyan.configuration.values import Values
from qianliyan.search.alike import alike
from qianliyan.search.models import Likeness, Row
from qianliyan.search.settings import ALARM, COMMONPLACE

MOST = 20


def relate(row: Row) -> None:
    """Hold a row anew against the others of its kind in the same office and keep what is alike."""
    Likeness.objects.filter(row=row).delete()
    relate_new(row)


def relate_new(row: Row) -> None:
    """Hold a new row against the others and keep what is alike."""
    values = Values(row.holder)
    matches = alike(
        row.body,
        Q(source=row.source, holder=row.holder_id),
        alarm=values[ALARM],
        commonplace=values[COMMONPLACE],
        besides={(row.source, row.thing_pk)},
    )
    Likeness.objects.bulk_create(Likeness(row=row, other=match.row, share=match.share) for match in matches[:MOST])
