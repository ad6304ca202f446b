"""When the copy for the next issue has to be in (截稿), from how often a publication appears."""

import calendar
from datetime import date, datetime, time, timedelta

from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.models.publication import Frequency
from qianliyan.core import clock
from qianliyan.core.workdays import Calendar

EVENING = time(18, 0)
# Longer than any holiday together with a month.
HORIZON = 62


def next_deadline(publication: Publication, works: Calendar, now: datetime | None = None) -> datetime | None:
    """Return the next deadline; one that falls on a free day comes forward to the last working day before it."""
    now = now or clock.now()
    if publication.frequency == Frequency.IRREGULAR:
        return None
    at = publication.deadline_time or EVENING
    today = clock.local(now).date()
    for ahead in range(HORIZON):
        day = today + timedelta(days=ahead)
        if not _is_day(publication, day):
            continue
        moment = datetime.combine(_worked(day, works), at, tzinfo=clock.local(now).tzinfo)
        if moment > now:
            return moment
    return None


def _is_day(publication: Publication, day: date) -> bool:
    if publication.frequency == Frequency.WEEKLY:
        return day.isoweekday() == (publication.deadline_day or 5)
    if publication.frequency == Frequency.MONTHLY:
        last = calendar.monthrange(day.year, day.month)[1]
        return day.day == min(publication.deadline_day or last, last)
    return True


def _worked(day: date, works: Calendar) -> date:
    for back in range(HORIZON):
        earlier = day - timedelta(days=back)
        if works.works_on(earlier):
            return earlier
    return day
