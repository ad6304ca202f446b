"""Which commissions of the office were answered in time; who was late or silent is told by a determination alone."""

from collections.abc import Iterator

from django.db.models import F

from qianliyan.assessment.facts.happening import Happening, Part, Span, moments
from qianliyan.core import clock
from qianliyan.offices.models import Office
from qianliyan.planning.models import Addressee
from qianliyan.planning.states import AddresseeState


def delivered(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each unit that answered by its own deadline that it delivered."""
    first, after = moments(span)
    answered = Addressee.objects.filter(asking=office, state=AddresseeState.ANSWERED, answered_at__lte=F("due_at"))
    rows = answered.filter(answered_at__gte=first, answered_at__lt=after).order_by("pk")
    for pk, unit, at, commission in rows.values_list("pk", "office_id", "answered_at", "commission__uid"):
        on = clock.local(at).date() if at else span.first
        more = {"commission": str(commission)}
        yield Happening(
            f"planning.addressee:{pk}/commission_delivered", on, "commission_delivered", "", (Part(unit),), more
        )
