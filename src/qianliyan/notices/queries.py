"""The bell."""

from django.db.models import QuerySet

from qianliyan.notices.models import Notice
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat


def bell_of(seat: Seat) -> QuerySet[Notice]:
    """Return the person's notices, newest first."""
    return visible_to(Notice, seat).order_by("-at", "-pk")


def unread_count(seat: Seat) -> int:
    """Count what the person has not read."""
    return bell_of(seat).filter(read_at=None).count()
