"""Sending an issue for its signature, signing it with the next number of the year, and ending it otherwise."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions.composing import release
from qianliyan.bulletins.actions.numbering import take
from qianliyan.bulletins.layouts import digest_of, layout_of, units_on_paper
from qianliyan.bulletins.models import Entry, Issue, IssueSignOff
from qianliyan.bulletins.queries.pieces import Piece, pieces_of
from qianliyan.bulletins.requirements import before_signing
from qianliyan.bulletins.searching import put_issue
from qianliyan.bulletins.states import ABANDON, SEND_BACK, SEND_FOR_SIGNING, SIGN, TAKE_BACK, VOID
from qianliyan.core import clock
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.history.workflow import locked, move
from qianliyan.items.models.sign_off import Decision
from qianliyan.offices.models import Seat


@transaction.atomic
def send_for_signing(issue: Issue, *, by: Seat) -> Issue:
    """Hand the issue to its signatory; refuse with everything that is missing."""
    composed = locked(issue)
    sent = move(composed, SEND_FOR_SIGNING, by=by, also={"sent_by": by.person, "round": composed.round + 1})
    _require(sent, pieces_of(sent))
    return sent


def take_back(issue: Issue, *, by: Seat) -> Issue:
    """Go on composing before the signatory has decided."""
    return move(issue, TAKE_BACK, by=by)


@transaction.atomic
def send_back(issue: Issue, *, by: Seat, reason: str) -> Issue:
    """Return the issue to its composer with a reason."""
    returned = move(issue, SEND_BACK, by=by, text=stated(reason, _("退回修改")))
    sign_off(returned, Decision.RETURNED, by, reason)
    return returned


@transaction.atomic
def sign(issue: Issue, *, by: Seat, remark: str = "", seen: str = "") -> Issue:
    """Sign the issue: it takes the next number of the year and the day, and its content is frozen.

    `seen` is the digest of the content the signatory read; another content is refused. Everything stands in one
    transaction, so a signature without a number, or a number without a signature, cannot remain.
    """
    waiting = locked(issue)
    pieces = pieces_of(waiting)
    if waiting.state in SIGN.sources and seen and seen != digest_of(layout_of(waiting, pieces)):
        raise Unreadable(_("您打开之后，这一期的内容有改动，还没有签发。请看过改动后再签。"))
    today = clock.today()
    taken = take(waiting.publication, waiting.series, today.year)
    signed = move(
        waiting,
        SIGN,
        by=by,
        text=remark,
        also={
            "year": today.year,
            "number": taken.number,
            "total": taken.total,
            "signed_on": today,
            "signatory_name": by.person.name,
        },
        number=taken.number,
    )
    _require(signed, pieces)
    sign_off(signed, Decision.APPROVED, by, remark)
    return _freeze(signed, pieces)


@transaction.atomic
def void(issue: Issue, *, by: Seat, reason: str) -> Issue:
    """Declare a signed issue void; its number stays taken, with the reason, and its drafts return to the stock."""
    reason = stated(reason, _("作废"))
    voided = move(issue, VOID, by=by, text=reason, also={"void_reason": reason})
    _release_all(voided, by)
    put_issue(voided)
    return voided


@transaction.atomic
def abandon(issue: Issue, *, by: Seat, reason: str) -> Issue:
    """Give up an issue before it has a number; its drafts return to the stock."""
    abandoned = move(issue, ABANDON, by=by, text=stated(reason, _("取消本期")))
    _release_all(abandoned, by)
    return abandoned


def _freeze(issue: Issue, pieces: list[Piece]) -> Issue:
    """Copy title, text and units onto the entries, and keep exactly what the typesetter will be given."""
    for piece in pieces:
        piece.entry.title = piece.draft.title
        piece.entry.body = piece.draft.body
        piece.entry.units = "、".join(units_on_paper(issue, piece))
    Entry.objects.bulk_update([piece.entry for piece in pieces], ["title", "body", "units"])
    issue.layout = layout_of(issue, pieces)
    issue.save(update_fields=["layout"])
    put_issue(issue)
    return issue


def _require(issue: Issue, pieces: list[Piece]) -> None:
    missing = before_signing(issue, pieces)
    if missing:
        raise NotReady(missing)


def stated(reason: str, step: str) -> str:
    """Return the reason; refuse a step without one."""
    if not reason.strip():
        raise Unreadable(_("请写明“%(step)s”的理由。") % {"step": step})
    return reason.strip()[:500]


def sign_off(issue: Issue, decision: Decision, by: Seat, remark: str) -> None:
    """Write down what a signatory decided."""
    insert_row(
        IssueSignOff(
            issue=issue, round=issue.round, decision=decision, seat=by, signer=by.label, at=clock.now(), remark=remark
        )
    )


def _release_all(issue: Issue, by: Seat) -> None:
    for entry in issue.entries.filter(removed_at=None).select_related("draft").order_by("draft_id"):
        release(entry, by=by)
