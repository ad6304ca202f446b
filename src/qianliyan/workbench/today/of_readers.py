"""What waits because of a day or of an issue that came in: copy deadlines (截稿) and receipts (待签收)."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.bulletins.deadlines import next_deadline
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.queries.copies import to_give_back
from qianliyan.bulletins.queries.issues import unsigned
from qianliyan.bulletins.queries.publications import regular
from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.core import clock
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank

UNSIGNED = Pile("unsigned", unsigned)
REGULAR = Pile("regular", regular)
CALLED_BACK = Pile("called_back", to_give_back)
TODAY, TOMORROW = 0, 1


def to_sign_for(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the issues that came in as one job; leaders, who never sign for anything, are not asked."""
    count = counts[UNSIGNED.code]
    if count:
        what = ngettext("%(count)d期刊物待签收", "%(count)d期刊物待签收", count) % {"count": count}
        yield Job(Rank.ORDINARY, _("签收"), what, f"{reverse('bulletins:publications')}#received", _("去签收"))


def to_give_back_now(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the copies of recalled issues that lie in this office."""
    if not counts[CALLED_BACK.code]:
        return
    for line in to_give_back(seat):
        why = _("请退回旧版：%(numbers)s") % {"numbers": line.numbers_out}
        url = reverse("bulletins:issue", args=[line.issue.uid])
        yield Job(Rank.NEXT, _("收回"), _("%(issue)s已收回") % {"issue": line.issue}, url, _("去看"), why=why)


def deadlines(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the copy deadlines of today and tomorrow; without regular publications nothing is asked."""
    if not counts[REGULAR.code]:
        return
    works = OfficeCalendar(seat.office)
    for publication in regular(seat):
        at = next_deadline(publication, works)
        ahead = (clock.local(at).date() - clock.today()).days if at else None
        if at and ahead in (TODAY, TOMORROW):
            yield _deadline(publication, at, ahead == TODAY)


def _deadline(publication: Publication, at: datetime, today: bool) -> Job:  # noqa: FBT001 - which of two words
    words = {"name": publication.name, "time": f"{clock.local(at):%H:%M}"}
    what = (_("《%(name)s》今天%(time)s截稿") if today else _("《%(name)s》明天%(time)s截稿")) % words
    url = reverse("bulletins:publication", args=[publication.uid])
    return Job(Rank.NEXT if today else Rank.ORDINARY, _("截稿"), what, url, _("去编"))
