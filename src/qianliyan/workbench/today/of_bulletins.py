"""What waits for those who compose bulletins and those who sign them."""

from collections.abc import Iterator

from django.db.models import Count, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.bulletins.mended import barred_by, menders_of
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.issues import awaiting_signature
from qianliyan.bulletins.queries.numbers import last_number
from qianliyan.bulletins.requirements import before_signing
from qianliyan.bulletins.states import IssueState, PrintState
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import drafts
from qianliyan.desk.states import DraftState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank


def ready_drafts(seat: Seat) -> QuerySet[Draft]:
    """Return what is edited and could go into an issue."""
    return drafts(seat, DraftState.READY)


READY = Pile("ready", ready_drafts)


def issues_to_make(seat: Seat, _counts: Counts) -> Iterator[Job]:
    """Give the issues that wait for their composers; what is missing is read for the first one only."""
    read = False
    for issue in _waiting_for_composers(seat):
        if issue.state == IssueState.SIGNED:
            yield _job(issue, Rank.NEXT, _("已签发，待刊发付印"), _("刊发付印"))
        elif issue.state == IssueState.RECALLED:
            yield _job(issue, Rank.NEXT, _("已收回，待改正、清退后重印"), _("去处理"))
        elif issue.state == IssueState.PRINTED:
            yield _job(issue, Rank.SIGN, _("印制文件没有排成"), _("去处理"))
        elif read:
            yield _job(issue, Rank.ORDINARY, _("编排中"), _("去编"))
        else:
            read = True
            yield _composing(issue)


def the_stock(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give the ready drafts as one job."""
    ready = counts[READY.code]
    if ready:
        what = ngettext("%(count)d条编好待用", "%(count)d条编好待用", ready) % {"count": ready}
        url = f"{reverse('desk:drafts')}?state={DraftState.READY}"
        yield Job(Rank.WHENEVER, _("待编稿"), what, url, _("去看"), why=_("可以编入刊物"))


def issues_to_sign(seat: Seat, _counts: Counts) -> Iterator[Job]:
    """Give the issues that this seat can sign."""
    for issue in awaiting_signature(seat).annotate(_last=last_number(OuterRef("publication")), length=_length()):
        if issue.state == IssueState.RECALLED:
            if not issue.was_mended or seat.person_id not in barred_by(menders_of(issue)):  # type: ignore[attr-defined]
                yield _job(issue, Rank.NEXT, _("已收回，待签发重印"), _("去看"))
            continue
        words = {"name": issue.composer.name, "count": issue.length}
        why = _("%(name)s送签 · 共%(count)d条") % words
        yield Job(
            Rank.SIGN, _("签发"), _called(issue), reverse("bulletins:issue", args=[issue.uid]), _("签发"), why=why
        )


def _composing(issue: Issue) -> Job:
    missing = before_signing(issue)
    if not missing:
        return _job(issue, Rank.NEXT, _("可以送签"), _("去送签"))
    words = ngettext("还缺%(count)d件事就能送签", "还缺%(count)d件事就能送签", len(missing)) % {"count": len(missing)}
    return _job(issue, Rank.ORDINARY, words, _("去补"), "；".join(one.text for one in missing[:2]))


def _job(issue: Issue, rank: Rank, words: str, label: str, why: str = "") -> Job:
    what = f"{_called(issue)}：{words}"
    return Job(rank, _("刊物"), what, reverse("bulletins:issue", args=[issue.uid]), label, why=why)


def _called(issue: Issue) -> str:
    """Name the issue by the number it has, or will take."""
    if issue.series is not None:
        return f"《{issue.publication.name}》{issue.number_text or issue.series.name}"
    number = issue.number or (issue._last or 0) + 1  # type: ignore[attr-defined]  # noqa: SLF001
    year = issue.year or clock.today().year
    return f"《{issue.publication.name}》{issue.publication.number_as_printed(number, year)}"


def _waiting_for_composers(seat: Seat) -> QuerySet[Issue]:
    own = visible_to(Issue, seat).filter(office=seat.office_id).annotate(_last=last_number(OuterRef("publication")))
    unfinished = Q(state__in=(IssueState.COMPOSING, IssueState.SIGNED, IssueState.RECALLED))
    unmade = Q(state=IssueState.PRINTED, print_order__state=PrintState.FAILED)
    return (
        own.filter(unfinished | unmade)
        .select_related("publication", "series", "office")
        .order_by("publication__order", "pk")
    )


def _length() -> Count:
    return Count("entries", filter=Q(entries__removed_at=None))
