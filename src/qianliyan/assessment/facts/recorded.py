"""What happened elsewhere and was entered with its paper."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from qianliyan.assessment.facts.happening import Happening, Part, Span
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.registered import registered_among
from qianliyan.offices.models import Office


def counting(office: Office, span: Span) -> QuerySet[RecordedFact]:
    """Return what the office entered about these days and did not revoke."""
    lasting = Q(on__gte=span.first, on__lte=span.last, revocation__isnull=True)
    return RecordedFact.objects.filter(lasting, office=office).order_by("pk")


def recorded(office: Office, span: Span) -> Iterator[Happening]:
    """Give each entry as the fact it names, with its paper; an instruction that was registered too counts there."""
    rows = list(counting(office, span).prefetch_related("shares"))
    registered = registered_among(rows)
    for row in rows:
        parts = tuple(Part(one.unit_id, one.weight, one.author_id) for one in row.shares.all())
        if row.pk in registered:
            continue
        more = {**row.further, "evidence": row.evidence}
        yield Happening(f"assessment.recordedfact:{row.pk}/{row.fact}", row.on, row.fact, row.item_key, parts, more)
