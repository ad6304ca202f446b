"""会签: whom an office may ask about a draft, what waits, what was answered."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.workdays import add_working_days
from qianliyan.desk.models import Draft, Opinion
from qianliyan.desk.settings import OPINION_DAYS
from qianliyan.desk.shares import Share
from qianliyan.desk.states import OpinionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat

WAITING = OpinionState.WAITING


def possible_units(office: Office) -> QuerySet[Office]:
    """Return the offices that can be asked: below this one, and beside it under the same office."""
    around = Q(path__startswith=office.path) | (Q(parent=office.parent_id) if office.parent_id else Q())
    return Office.objects.filter(around, closed_on=None).exclude(pk=office.pk).order_by("network", "order", "path")


def usual_due_day(office: Office) -> date:
    """Return the day by which an opinion is asked for when nobody says another."""
    return add_working_days(clock.today(), value(OPINION_DAYS, office), OfficeCalendar(office))


def asked_of(seat: Seat) -> QuerySet[Opinion]:
    """Return what the seat's unit, or its person, was ever asked."""
    own = Q(person=seat.person_id) | Q(person=None, office=seat.office_id)
    return visible_to(Opinion, seat).filter(own).exclude(state=OpinionState.WITHDRAWN)


def waiting_for(seat: Seat) -> QuerySet[Opinion]:
    """Return what the seat's unit or person has still to answer, the nearest day first."""
    return asked_of(seat).filter(state=WAITING).order_by("due_on", "pk")


def opinions_on(draft: Draft, seat: Seat) -> list[Opinion]:
    """Return every opinion on a draft, oldest first; no query when the query before said that there is none."""
    if not vars(draft).get("has_opinions", True):
        return []
    found = visible_to(Opinion, seat).filter(draft=draft).select_related("asked_by__person").order_by("pk")
    return list(found)


def source_named(shares: Iterable[Share], shown: str) -> str:
    """Return the first unit or person of the draft's sources that stands in the words shown, or nothing."""
    for share in shares:
        sent, unit = share.submission, share.office
        for name in (sent.sender_name, unit.name, unit.short_name, sent.drafter_name, sent.signatory_name):
            if name and name in shown:
                return name
    return ""


def any_on(draft: str = "pk") -> Exists:
    """Return the question by which a query says beforehand whether anybody was asked about a draft."""
    return Exists(Opinion.objects.filter(draft=OuterRef(draft)))


def awaited_on(draft: str = "pk") -> Exists:
    """Return the question whether an opinion on a draft is still awaited."""
    return Exists(Opinion.objects.filter(draft=OuterRef(draft), state=WAITING))


def awaited_for(drafts: Iterable[Draft]) -> list[Opinion]:
    """Return the opinions that these drafts still wait for (one query)."""
    return list(Opinion.objects.filter(draft__in=list(drafts), state=WAITING).order_by("draft", "due_on", "pk"))


def overdue() -> QuerySet[Opinion]:
    """Return what was not answered by its day, the longest silent first."""
    return Opinion.objects.filter(state=WAITING, due_on__lt=clock.today()).order_by("due_on", "pk")
