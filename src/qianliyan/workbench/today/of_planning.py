"""What waits because something was asked: for the unit that has not answered, for the section that waits."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.templatetags.qianliyan import moment, remaining
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.queries.commissions import open_for, overdue
from qianliyan.planning.settings import PRESSING_HOURS
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank

MOST = 5


def overdue_since_yesterday(seat: Seat) -> QuerySet[Commission]:
    """Return the commissions some unit of which was to answer before today; the rail's counting knows days only."""
    return overdue(seat, timezone.make_aware(datetime.combine(clock.today(), time())))


OVERDUE = Pile("overdue", overdue_since_yesterday)


def to_answer(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each open commission with its countdown; no query when the rail says that there is none."""
    if not counts["requests"]:
        return
    pressing = clock.now() + timedelta(hours=value(PRESSING_HOURS, seat.office))
    for addressee in open_for(seat)[:MOST]:
        yield _job(addressee, pressing)


def to_chase(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the commissions that units have let pass, as one job."""
    count = counts[OVERDUE.code]
    if count:
        what = ngettext("%(count)d件约稿有单位疑似迟报", "%(count)d件约稿有单位疑似迟报", count) % {"count": count}
        url = f"{reverse('planning:commissions')}?state=issued"
        yield Job(Rank.NEXT, _("约稿"), what, url, _("去催办"), why=_("期限已过，还没有报送；先打电话问明情况"))


def _job(addressee: Addressee, pressing: datetime) -> Job:
    commission = addressee.commission
    words = {"office": commission.office.short_name, "when": moment(addressee.due_at)}
    why = f"{remaining(addressee.due_at)} · {_('%(office)s约稿，%(when)s截止') % words}"
    rank = Rank.RETURNED if addressee.due_at < pressing else Rank.ORDINARY
    url = reverse("planning:commission", args=[commission.uid])
    return Job(rank, _("约稿"), commission.title, url, _("去办"), since=commission.issued_at, why=why)
