"""Taking the next number of a series, and saying where the numbers stood before the office began to work here."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Counter, Issue, Publication, Series
from qianliyan.bulletins.models.publication import RUNNING
from qianliyan.bulletins.permissions import may_start
from qianliyan.bulletins.queries.numbers import number_year
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat


@dataclass(frozen=True)
class Taken:
    """The number of an issue in its series, and its running number where the publication counts one."""

    number: int
    total: int | None


def take(publication: Publication, series: Series | None, year: int) -> Taken:
    """Take the next numbers; the counters' rows are locked until the signature is complete or undone."""
    number = _next(publication, series, number_year(series or publication, year))
    counts = series is None and bool(publication.total_format)
    if not counts:
        return Taken(number, None)
    return Taken(number, _next(publication, None, RUNNING) if publication.yearly else number)


@transaction.atomic
def begin_after(
    publication: Publication, *, by: Seat, number: int, total: int = 0, series: Series | None = None
) -> None:
    """Say up to which number the office had printed before; refuse once a number was taken here."""
    publication = locked(publication)
    if not may_start(by, publication):
        raise NotAllowed(_("设定起始期号"))
    year = number_year(series or publication, clock.today().year)
    counts = bool(total) and series is None and publication.yearly
    _stand(publication, series, year, number)
    if counts:
        _stand(publication, None, RUNNING, total)
    # Asked behind the counters' locks: whoever signs meanwhile has taken his number, or waits.
    issues = Issue.objects.filter(publication=publication)
    numbered = issues.filter(series=series, number__isnull=False)
    if (numbered if year == RUNNING else numbered.filter(year=year)).exists():
        raise Unreadable(_("已有取号的一期，起始期号不能再改。"))
    if counts and issues.filter(total__gt=total).exists():
        raise Unreadable(_("已有一期的总期数比它大，请核对起始总期数。"))
    record("publication.begin_after", publication, by=by, number=number, total=total, series=str(series or ""))


def _next(publication: Publication, series: Series | None, year: int) -> int:
    Counter.objects.get_or_create(publication=publication, series=series, year=year)
    counter = Counter.objects.select_for_update().get(publication=publication, series=series, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _stand(publication: Publication, series: Series | None, year: int, last: int) -> None:
    Counter.objects.update_or_create(publication=publication, series=series, year=year, defaults={"last": last})
