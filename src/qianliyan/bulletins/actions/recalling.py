"""Recalling a printed issue and printing it once more (收回重印), and keeping the number of a secret one."""

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions.composing import start
from qianliyan.bulletins.actions.numbering import take
from qianliyan.bulletins.actions.returns import send_out_again
from qianliyan.bulletins.actions.signing import sign_off, stated
from qianliyan.bulletins.layouts import digest_of, with_texts
from qianliyan.bulletins.mended import barred_by, menders_of
from qianliyan.bulletins.models import Edition, Entry, Issue, PrintOrder, Publication, Series
from qianliyan.bulletins.permissions import may_compose
from qianliyan.bulletins.queries.pieces import entries_of
from qianliyan.bulletins.recalled import before_reprinting
from qianliyan.bulletins.searching import put_issue
from qianliyan.bulletins.states import RECALL, RENEW, REPRINT, RESERVE, IssueState, PrintState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState, refuse_stale
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.models.sign_off import Decision
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import carry_over


@transaction.atomic
def recall(issue: Issue, *, by: Seat, reason: str) -> Issue:
    """Call a printed issue back: nobody outside sees it any more; what it said is kept with its file."""
    words = stated(reason, _("收回"))
    recalled = move(issue, RECALL, by=by, text=words)
    order = PrintOrder.objects.select_related("file").filter(issue=recalled).first()
    Edition.objects.create(
        issue=recalled,
        number=recalled.editions.count() + 1,
        layout=recalled.layout or {},
        file=order.file if order else None,
        reason=words,
        recalled_by=by.label,
        recalled_at=clock.now(),
    )
    for entry in entries_of(recalled):
        carry_over(entry.draft.uid, entry.uid, by=by, shielded=entry.draft.shielded)
    put_issue(recalled)
    return recalled


@transaction.atomic
def mend(entry: Entry, *, by: Seat, revision: int, title: str, body: str, why: str) -> Entry:
    """Change an entry of a recalled issue; the recalled edition keeps the former text."""
    issue = locked(entry.issue)
    if issue.state != IssueState.RECALLED:
        raise WrongState(_("改正"), issue.get_state_display())
    if not may_compose(by, issue):
        raise NotAllowed(_("改正"))
    if not title.strip() or not body.strip():
        raise Unreadable(_("题目和正文都不能空。"))
    fresh = locked(entry)
    refuse_stale(fresh.revision, revision, reverse("bulletins:mending", args=[fresh.uid]))
    fresh.title, fresh.body = title.strip(), body.replace("\r\n", "\n").rstrip()
    fresh.revision += 1
    fresh.save(update_fields=["title", "body", "revision"])
    record("entry.mend", issue, by=by, text=stated(why, _("改正")), entry=str(fresh.uid))
    return fresh


@transaction.atomic
def reprint(issue: Issue, *, by: Seat, remark: str = "", seen: str = "") -> Issue:
    """Sign the mended issue: it is printed under its old number and day, and everybody who had it has it again.

    `seen` is the digest of what the signatory read. What was mended is checked, and signed by somebody who mended
    none of it since the recall; the numbered copies of the old edition are back, or it was decided to go on without.
    """
    mended = locked(issue)
    entries = entries_of(mended)
    layout = with_texts(mended.layout or {}, entries)
    if mended.state in REPRINT.sources and seen and seen != digest_of(layout):
        raise Unreadable(_("您打开之后，这一期的内容有改动，还没有签发。请看过改动后再签。"))
    printed = move(mended, REPRINT, by=by, text=remark, number=mended.number or 0)
    menders = menders_of(printed)
    if by.person_id in barred_by(menders):
        raise Unreadable(_("您改过这一期的稿件，重印要请没有改过的签发人签。"))
    if missing := before_reprinting(printed, entries, menders):
        raise NotReady(missing)
    sign_off(printed, Decision.APPROVED, by, remark)
    printed.layout = layout
    printed.save(update_fields=["layout"])
    _close_edition(printed)
    _order_again(printed, by)
    put_issue(printed)
    return printed


def _close_edition(issue: Issue) -> None:
    """Note that the recalled edition was printed again; the reprint goes to the same readers."""
    for edition in Edition.objects.filter(issue=issue, reprinted_at=None):
        send_out_again(issue, edition.number)
        edition.reprinted_at = clock.now()
        edition.save(update_fields=["reprinted_at"])


def _order_again(issue: Issue, by: Seat) -> None:
    """Order the file once more; one that was never made is made of the mended text."""
    order = locked(issue.print_order)
    if order.state == PrintState.WAITING:
        record("print_order.give", order, by=by)
    else:
        move(order, RENEW, by=by, also={"file": None, "pages": None, "error": "", "queued_at": clock.now()})


@transaction.atomic
def reserve(publication: Publication, *, by: Seat, on: date, signatory: str, series: Series | None = None) -> Issue:
    """Keep number and day of an issue that is secret and exists on paper only; nothing of what it says comes here."""
    if on > clock.today():
        raise Unreadable(_("日期不能晚于今天。"))
    if not signatory.strip():
        raise Unreadable(_("请写明签发人。"))
    issue = start(publication, by=by, series=series)
    taken = take(publication, series, on.year)
    also: dict[str, Any] = {"year": on.year, "number": taken.number, "total": taken.total, "signed_on": on}
    also["signatory_name"] = signatory.strip()
    return move(issue, RESERVE, by=by, recorded_from="paper", also=also, number=taken.number)
