"""近12周采用率: of what came in (or was sent) in each week, how much has been printed so far."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils import timezone
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.workbench.today.figures import ADOPTED, in_section, received, sent

WEEKS = 12


@dataclass(frozen=True)
class Adoption:
    """The share of each week in percent, the names under the bars, and the whole."""

    shares: list[int]
    names: list[str]
    adopted: int
    total: int

    @property
    def label(self) -> str:
        """The chart in words."""
        words = {"low": min(self.shares), "high": max(self.shares), "last": self.shares[-1]}
        return _("近12周采用率，最低%(low)d%%，最高%(high)d%%，本周%(last)d%%") % words


def adoption(seat: Seat) -> Adoption:
    """Return the last twelve weeks, the present one included (one query)."""
    mondays = _mondays()
    begin = timezone.make_aware(datetime.combine(mondays[0], time()))
    rows = visible_to(Submission, seat).filter(received(seat) if in_section(seat) else sent(seat), sent_at__gte=begin)
    by_week = rows.order_by().annotate(week=TruncWeek("sent_at")).values("week")
    found = {
        clock.local(row["week"]).date(): (row["adopted"], row["total"])
        for row in by_week.annotate(total=Count("pk"), adopted=Count("pk", filter=ADOPTED))
    }
    weeks = [found.get(monday, (0, 0)) for monday in mondays]
    return Adoption(
        shares=[round(100 * adopted / total) if total else 0 for adopted, total in weeks],
        names=_names(mondays),
        adopted=sum(adopted for adopted, _total in weeks),
        total=sum(total for _adopted, total in weeks),
    )


def _mondays() -> list[date]:
    today = clock.today()
    this = today - timedelta(days=today.weekday())
    return [this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]


def _names(mondays: list[date]) -> list[str]:
    """Name the first week of each month."""
    before = [0, *(monday.month for monday in mondays)]
    return [
        _("%(month)d月") % {"month": monday.month} if monday.month != month else ""
        for monday, month in zip(mondays, before, strict=False)
    ]
