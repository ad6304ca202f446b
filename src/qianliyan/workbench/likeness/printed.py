"""What was printed before that is like a text somebody writes: for the check that asks what is new (新)."""

from django.db.models import Q

from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.searching import ENTRY
from qianliyan.configuration.values import Values
from qianliyan.offices.models import Seat
from qianliyan.proofing.subjects import Subject
from qianliyan.search.alike import alike
from qianliyan.search.settings import ALARM, COMMONPLACE
from qianliyan.workbench.likeness.readable import entries_among

MOST = 3


def printed_before(seat: Seat, subject: Subject) -> tuple[str, ...]:
    """Return the texts most like it that were printed here or above and that the seat may read; not its own entry."""
    if not subject.body:
        return ()
    values = Values(subject.office)
    own = Entry.objects.filter(
        Q(draft__uid=subject.uid)
        | Q(draft__sources__submission__uid=subject.uid)
        | Q(draft__sources__submission__item__uid=subject.uid)
    )
    matches = alike(
        subject.body,
        Q(source=ENTRY.code, holder__in=subject.office.lineage),
        alarm=values[ALARM],
        commonplace=values[COMMONPLACE],
        besides={(ENTRY.code, pk) for pk in own.values_list("pk", flat=True)},
    )
    readable = {entry.pk for entry in entries_among((match.row.thing_pk for match in matches), seat)}
    return tuple(match.row.body for match in matches if match.row.thing_pk in readable)[:MOST]
