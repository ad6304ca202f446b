"""What waits for those who handle what arrives."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.core.templatetags.qianliyan import characters
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import drafts, queue
from qianliyan.desk.states import DraftState
from qianliyan.items.kinds import Kind
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank, rank_of

MOST = 4
# The queue by kinds, to be counted together with everything else.
KINDS = tuple(Pile(f"queue_{kind.value}", lambda seat, kind=kind: queue(seat, kind.value)) for kind in Kind)  # type: ignore[misc]


def begun_by(seat: Seat) -> QuerySet[Draft]:
    """Return what this person has taken and not finished."""
    return drafts(seat, DraftState.EDITING).filter(editor=seat.person)


BEGUN = Pile("begun", begun_by)


def urgent_arrivals(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each urgent submission by itself; no query when there is none."""
    if not counts["urgent_arrivals"]:
        return
    for submission in queue(seat, "urgent").defer("body")[:MOST]:
        facts = (submission.sender_name, submission.get_kind_display(), characters(submission.characters))
        yield Job(
            rank=rank_of(submission.urgency, Rank.URGENT),
            tag=submission.get_urgency_display(),
            what=submission.title,
            url=reverse("desk:submission", args=[submission.uid]),
            label=_("处理"),
            since=submission.sent_at,
            why=" · ".join(facts),
        )


def the_queue(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the whole queue as one job, with what it consists of."""
    waiting = counts["queue"]
    if waiting:
        parts = [f"{kind.label}{n}" for kind in Kind if (n := counts[f"queue_{kind.value}"])]
        what = ngettext("%(count)d条来稿待处理", "%(count)d条来稿待处理", waiting) % {"count": waiting}
        yield Job(Rank.NEXT, _("编辑"), what, reverse("desk:queue"), _("开始"), why=" · ".join(parts), key="G D")


def own_drafts(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the drafts that this editor has begun; to those who compose too, as one line."""
    begun = counts[BEGUN.code]
    if begun and seat.may(Power.COMPOSE):
        what = ngettext("%(count)d条编辑中", "%(count)d条编辑中", begun) % {"count": begun}
        url = f"{reverse('desk:drafts')}?state={DraftState.EDITING}"
        yield Job(Rank.ORDINARY, _("待编稿"), what, url, _("去看"), why=_("您选用的，还没有编好"))
    elif begun:
        yield from _each(begun_by(seat))


def _each(begun: QuerySet[Draft]) -> Iterator[Job]:
    for draft in begun.defer("body")[:MOST]:
        yield Job(
            rank=Rank.ORDINARY,
            tag=_("待编稿"),
            what=draft.title,
            url=reverse("desk:draft", args=[draft.uid]),
            label=_("接着编"),
            since=draft.saved_at,
            why=_("编辑中"),
        )
