"""What waits because of the assessment: for its assessors what units asked, for a unit what it may still say."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.assessment.queries import to_check, to_decide_claims, to_determine, to_review, to_state
from qianliyan.core.templatetags.qianliyan import day
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank

CLAIMS, REVIEWS, STATED = Pile("claims", to_decide_claims), Pile("reviews", to_review), Pile("stated", to_determine)
CHECKING, ASKED = Pile("checking", to_check), Pile("asked_to_state", to_state)
OF_ASSESSOR, OF_UNIT = [CLAIMS, REVIEWS, STATED], [CHECKING, ASKED]


def to_judge(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give what units asked of the assessors, each kind as one job."""
    if n := counts[CLAIMS.code]:
        what = ngettext("%(n)d件申报待审定", "%(n)d件申报待审定", n) % {"n": n}
        yield Job(Rank.ORDINARY, _("申报"), what, reverse("assessment:claims"), _("去审定"))
    if n := counts[REVIEWS.code]:
        what = ngettext("%(n)d件复核申请待答复", "%(n)d件复核申请待答复", n) % {"n": n}
        yield Job(Rank.NEXT, _("核分"), what, reverse("assessment:circulars"), _("去复核"))
    if n := counts[STATED.code]:
        what = ngettext("%(n)d件认定已有情况说明", "%(n)d件认定已有情况说明", n) % {"n": n}
        yield Job(Rank.ORDINARY, _("认定"), what, reverse("assessment:matters"), _("去认定"))


def to_answer_for(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give a unit the circulars that it may check and the matters it is asked about, with their last days."""
    for one in to_check(seat) if counts[CHECKING.code] else ():
        why = _("核分到%(day)s，有出入请申请复核") % {"day": day(one.check_until)}
        yield Job(
            Rank.ORDINARY, _("核分"), one.title, reverse("assessment:circular", args=[one.uid]), _("去核"), why=why
        )
    for matter in to_state(seat) if counts[ASKED.code] else ():
        why = _("请在%(day)s前说明情况") % {"day": day(matter.statement_until)}
        url = reverse("assessment:matter", args=[matter.uid])
        yield Job(Rank.NEXT, _("认定"), str(matter), url, _("去说明"), why=why)
