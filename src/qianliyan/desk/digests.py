"""未采用反馈: what was not adopted in a month, with the reasons, as its unit reads it."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.core import clock
from qianliyan.core.workdays import Calendar
from qianliyan.desk.models import Digest, Handling, HandlingKind
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat


def digests_for(seat: Seat) -> QuerySet[Digest]:
    """Return the digests that this office was given or gave, newest first."""
    return visible_to(Digest, seat).select_related("sender", "receiver").order_by("-month", "sender__order", "pk")


def decisions_in(digest: Digest) -> QuerySet[Handling]:
    """Return the decisions that a digest is about, oldest first."""
    here = Handling.objects.filter(submission__receiver=digest.receiver, submission__sender=digest.sender)
    return _not_adopted(here, digest.month).select_related("submission__item").defer("submission__body").order_by("at")


def untold(month: date) -> list[tuple[int, int, int]]:
    """Return which receiver still has to tell which sender about how many decisions of the month (two queries)."""
    told = set(Digest.objects.filter(month=month).values_list("receiver", "sender"))
    rows = _not_adopted(Handling.objects.all(), month).order_by("submission__receiver", "submission__sender")
    counted = rows.values_list("submission__receiver", "submission__sender").annotate(n=Count("pk"))
    return [row for row in counted if row[:2] not in told]


def last_month() -> date:
    """Return the first day of the month before this one."""
    return (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)


def is_time(office: Office) -> bool:
    """Tell whether the office's first working day of this month has come."""
    return clock.today() >= first_working_day(clock.today().replace(day=1), OfficeCalendar(office))


def first_working_day(day: date, calendar: Calendar) -> date:
    """Return the first working day from `day` on."""
    while not calendar.works_on(day):
        day += timedelta(days=1)
    return day


def _not_adopted(rows: QuerySet[Handling], month: date) -> QuerySet[Handling]:
    following = (month + timedelta(days=32)).replace(day=1)
    begin, end = (timezone.make_aware(datetime.combine(day, time())) for day in (month, following))
    return rows.filter(kind=HandlingKind.NOT_ADOPTED, at__gte=begin, at__lt=end)
