"""What was decided after hearing the unit: claims that were granted, faults that were determined."""

from collections.abc import Iterator
from decimal import Decimal

from qianliyan.assessment.facts.happening import Happening, Part, Span
from qianliyan.assessment.models import Claim, Determination
from qianliyan.assessment.states import ClaimState, DeterminationState
from qianliyan.offices.models import Office


def claims(office: Office, span: Span) -> Iterator[Happening]:
    """Give each granted claim on the day of its result."""
    granted = Claim.objects.filter(office=office, state=ClaimState.ACCEPTED, on__gte=span.first, on__lte=span.last)
    for row in granted.order_by("pk"):
        value = Decimal(f"{(row.granted or Decimal(0)).normalize():f}")
        more = {"accepted": True, "value": value, "evidence": row.evidence}
        yield Happening(f"assessment.claim:{row.pk}/claim", row.on, "claim", "", (Part(row.unit_id),), more)


def faults(office: Office, span: Span) -> Iterator[Happening]:
    """Give each determined fault on the day of its determination."""
    days = {"decided_on__gte": span.first, "decided_on__lte": span.last}
    decided = Determination.objects.filter(office=office, state=DeterminationState.DETERMINED, **days).order_by("pk")
    for row in decided:
        if row.decided_on:
            id_ = f"assessment.determination:{row.pk}/{row.fault}"
            yield Happening(id_, row.decided_on, row.fault, "", (Part(row.unit_id),), {"evidence": row.basis})
