"""The directory as an administrator reads it: offices below him, people, their posts."""

from django.db.models import QuerySet

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.offices.models import Enrolment, Office, Seat
from qianliyan.offices.permissions import may_open_directory
from qianliyan.offices.seats import held_on


def offices_below(seat: Seat, name: str = "") -> QuerySet[Office]:
    """Return the offices an administrator keeps, in the order of the tree; nothing for anybody else."""
    if not may_open_directory(seat):
        return Office.objects.none()
    found = Office.objects.filter(path__startswith=seat.office.path).order_by("path")
    return found.filter(name__contains=name) if name else found


def seats_in(office: Office) -> QuerySet[Seat]:
    """Return who sits in an office today."""
    return (
        Seat.objects.filter(held_on(clock.today()), office=office)
        .select_related("person__user", "post", "office")
        .order_by("post__order", "pk")
    )


def people_without_seat(office: Office) -> QuerySet[Person]:
    """Return people who were enrolled for this office and have no post anywhere yet."""
    enrolled = Enrolment.objects.filter(office=office).values("person")
    seated = Seat.objects.filter(held_on(clock.today())).values("person")
    return Person.objects.filter(pk__in=enrolled).exclude(pk__in=seated).select_related("user")
