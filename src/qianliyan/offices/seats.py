"""Which seats somebody has, and who sits in a post: all queries about seats."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q, QuerySet

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.memory import kept
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


def held_on(day: date) -> Q:
    """Return the condition that a seat is valid on `day` and was not ended at a moment before now."""
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return Q(valid_from__lte=day) & lasting & Q(ended_at__isnull=True)


def seats_of(person_pk: int) -> QuerySet[Seat]:
    """Return the seats a person has today, own ones first."""
    held = Seat.objects.filter(held_on(clock.today()), person_id=person_pk).select_related("person", "office", "post")
    return held.order_by(F("delegator").asc(nulls_first=True), "pk")


def seats_with(power: Power, offices: Collection[int]) -> list[Seat]:
    """Return today's seats that carry `power` in these offices."""
    return [seat for seat in seats_in(tuple(offices)) if seat.may(power)]


def seats_in(offices: tuple[int, ...]) -> list[Seat]:
    """Return today's seats in these offices."""
    today = clock.today()
    return [seat for seat in _not_over(offices) if seat.holds_on(today)]


@kept
def _not_over(offices: tuple[int, ...]) -> list[Seat]:
    """Return the seats in these offices that have not ended, those of later days too."""
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gte=clock.today())
    held = Seat.objects.filter(lasting, office_id__in=offices, ended_at__isnull=True)
    return list(held.select_related("person", "office", "post"))


@kept
def person_called(name: str, office: Office) -> Person | None:
    """Return the one person of this name who sits or sat in the office; two of them are as good as none."""
    if not name:
        return None
    here = Seat.objects.filter(office=office).values("person")
    enrolled = office.enrolments.values("person")
    found = Person.objects.filter(Q(pk__in=here) | Q(pk__in=enrolled), name=name)[:2]
    return found[0] if len(found) == 1 else None
