"""Urgent events whose first report or follow-up seems late: by the unit's own words on when it happened.

Reports with the same moment of the same unit are about the same event. No title is said: many of them are problems.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from qianliyan.assessment.clocks import URGENT, Clock, read
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.settings import EVENT_CLOCKS
from qianliyan.assessment.suspicion import Suspicion
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.items.kinds import Urgency
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office

WATCHED, SEARCHED = timedelta(days=45), 300


def events(office: Office) -> Iterator[Suspicion]:
    """Return what of the last weeks seems to have come late, or was not followed up."""
    clocks = [read(line) for line in value(EVENT_CLOCKS, office)]
    if not clocks:
        return
    for (unit, happened), reports in groupby(_reports(office), key=attrgetter("sender_id", "happened")):
        found = sorted(reports, key=attrgetter("sent_at"))
        running = next((one for one in clocks if one.is_for(found[0].title, found[0].urgency)), None)
        if happened and running:
            yield from _late(unit, happened, found, running)


class _Report:
    """One report with the moment at which, by its signed version, the event happened."""

    def __init__(self, row: Submission) -> None:
        self.sender_id, self.name, self.item_id = row.sender_id, row.sender.short_name, row.item_id
        self.title, self.urgency, self.sent_at = row.title, row.urgency, row.sent_at
        self.happened = _moment(row.version.fields.get("occurred_at"))


def _reports(office: Office) -> list[_Report]:
    urgent = {"receiver": office, "sender__parent": office, "urgency__in": URGENT.values()}
    rows = Submission.objects.filter(**urgent, sent_at__gte=clock.now() - WATCHED, item__occurred_at__isnull=False)
    lasting = rows.exclude(state=SubmissionState.WITHDRAWN).select_related("sender", "version").order_by("-sent_at")
    return sorted(map(_Report, lasting[:SEARCHED]), key=lambda one: (one.sender_id, one.happened or one.sent_at))


def _late(unit: int, happened: datetime, found: list[_Report], running: Clock) -> Iterator[Suspicion]:
    first = found[0]
    taken = first.sent_at - happened
    label = str(Urgency(first.urgency).label)
    came = _written(first.sent_at)
    if running.first and taken > running.first:
        words = {"urgency": label, "happened": _written(happened), "came": came, "taken": _span(taken)}
        what = _("%(urgency)s首报用时%(taken)s（%(happened)s发生，%(came)s收到）") % words
        limit = _("规定首报限时%(limit)s。") % {"limit": _span(running.first)}
        yield Suspicion(unit, first.name, what, _day(happened + running.first), Fault.LATE, limit)
    alone = len({one.item_id for one in found}) == 1
    if running.next and alone and clock.now() - first.sent_at > running.next:
        what = _("%(urgency)s没有续报（首报%(came)s收到）") % {"urgency": label, "came": came}
        limit = _("规定首报后%(limit)s内续报。") % {"limit": _span(running.next)}
        yield Suspicion(unit, first.name, what, _day(first.sent_at + running.next), Fault.LATE, limit)


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None


def _day(moment: datetime) -> date:
    return clock.local(moment).date()


def _written(moment: datetime) -> str:
    here = clock.local(moment)
    return _("%(month)d月%(day)d日%(time)s") % {"month": here.month, "day": here.day, "time": f"{here:%H:%M}"}


def _span(taken: timedelta) -> str:
    minutes = int(taken.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)d分钟") % {"minutes": minutes}
    if not rest:
        return _("%(hours)d小时") % {"hours": hours}
    return _("%(hours)d小时%(minutes)d分钟") % {"hours": hours, "minutes": rest}
