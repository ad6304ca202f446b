"""Key points from both sides."""

from datetime import date

from django.db.models import Q, QuerySet

from qianliyan.core import clock
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.planning.models import KeyPoint


def announced_by(seat: Seat) -> QuerySet[KeyPoint]:
    """Return the key points of the seat's office, latest first."""
    return visible_to(KeyPoint, seat).filter(office=seat.office_id).order_by("-announced_at", "-pk")


def current_for(seat: Seat, day: date | None = None) -> QuerySet[KeyPoint]:
    """Return what the offices above want to hear from the seat's unit on a day; those that end soon first."""
    on = day or clock.today()
    return (
        visible_to(KeyPoint, seat)
        .filter(Q(starts_on__lte=on, ends_on__gte=on), withdrawn_at=None)
        .exclude(office=seat.office_id)
        .select_related("office")
        .order_by("ends_on", "pk")
    )
