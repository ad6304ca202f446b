"""Numbered copies that come back (清退), and the decision to print again although some of them do not."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions.signing import stated
from qianliyan.bulletins.mended import barred_by, menders_of
from qianliyan.bulletins.models import Dispatch, Edition, Issue, Recipient
from qianliyan.bulletins.permissions import may_compose, may_sign_issue
from qianliyan.bulletins.queries.copies import held_back, recalled_edition, undecided
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat


@transaction.atomic
def take_back_copies(
    dispatch: Dispatch,
    *,
    by: Seat,
    numbers: Sequence[int],
    seen: Sequence[int] | None = None,
    on: date,
    note: str = "",
) -> Dispatch:
    """Note which of a line's copies have come back in all, by their numbers.

    `seen` are the numbers that stood there when the form was opened: what others noted since then stays noted.
    """
    issue = locked(dispatch.issue)
    fresh = locked(dispatch)
    if not may_compose(by, issue):
        raise NotAllowed(_("登记清退"))
    _refuse_strange(fresh, numbers, on)
    fresh.back = _joined(fresh.back, numbers, fresh.back if seen is None else seen)
    fresh.returned, fresh.returned_on, fresh.return_note = len(fresh.back), on, note
    fresh.save(update_fields=["back", "returned", "returned_on", "return_note"])
    record(
        "issue.take_back_copies",
        issue,
        by=by,
        text=note,
        name=fresh.name,
        returned=fresh.returned,
        numbers=fresh.numbers_back,
        edition=fresh.edition,
    )
    return fresh


def _refuse_strange(line: Dispatch, numbers: Sequence[int], on: date) -> None:
    if line.first is None:
        raise Unreadable(_("这一期没有编份号，不逐份清退。"))
    if on > clock.today():
        raise Unreadable(_("日期不能晚于今天。"))
    if strange := sorted(set(numbers) - set(line.given)):
        words = {"number": f"{strange[0]:06}", "name": line.name, "numbers": line.numbers}
        raise Unreadable(_("%(number)s不是发给%(name)s的，%(name)s的份号是%(numbers)s。") % words)


def _joined(noted: Sequence[int], given: Sequence[int], seen: Sequence[int]) -> list[int]:
    """Return the numbers noted by now, with what was added to the seen ones and without what was struck out."""
    struck = set(seen) - set(given)
    return sorted((set(noted) - struck) | (set(given) - set(seen)))


@transaction.atomic
def go_on_without(issue: Issue, *, by: Seat, reason: str) -> Edition:
    """Decide that a recalled issue may be printed again although copies of the old edition are still out."""
    fresh = locked(issue)
    edition = recalled_edition(fresh)
    if fresh.state != IssueState.RECALLED or edition is None:
        raise WrongState(_("不等清退重印"), fresh.get_state_display())
    if not may_sign_issue(by, fresh):
        raise NotAllowed(_("不等清退重印"))
    refuse_mender(fresh, by)
    if not undecided(fresh, edition):
        raise Unreadable(_("没有还要等的份号，不需要这个决定。"))
    lines = held_back(fresh, edition.number)
    words = stated(reason, _("不等清退重印"))
    edition.unreturned = [
        {"name": line.name, "numbers": line.numbers_out, "copies": line.out, "missing": line.missing} for line in lines
    ]
    edition.unreturned_reason, edition.unreturned_by, edition.unreturned_at = words, by.label, clock.now()
    edition.save(update_fields=["unreturned", "unreturned_reason", "unreturned_by", "unreturned_at"])
    record("issue.go_on_without", fresh, by=by, text=words, copies=sum(line.out for line in lines))
    return edition


def refuse_mender(issue: Issue, by: Seat) -> None:
    """Refuse whoever mended anything of the recalled issue: somebody else decides about its reprint."""
    if by.person_id in barred_by(menders_of(issue)):
        raise Unreadable(_("您改过这一期的稿件，这个决定要请没有改过的签发人来作。"))


def send_out_again(issue: Issue, recalled: int) -> None:
    """Give the reprint lines of its own, to the same readers under the same numbers; it is signed for anew."""
    lines = list(issue.dispatches.filter(edition=recalled))
    receipts = {one.office_id: one for one in issue.recipients.exclude(signed_for_at=None)}
    for line in lines:
        if receipt := receipts.get(line.office_id or 0):
            line.signed_for_at, line.signed_for_by = receipt.signed_for_at, receipt.signed_for_by
    Dispatch.objects.bulk_update(lines, ["signed_for_at", "signed_for_by"])
    Recipient.objects.filter(issue=issue).update(signed_for_at=None, signed_for_by="")
    Dispatch.objects.bulk_create(_anew(line) for line in lines)


def _anew(line: Dispatch) -> Dispatch:
    return Dispatch(
        issue_id=line.issue_id,
        edition=line.edition + 1,
        order=line.order,
        name=line.name,
        office_id=line.office_id,
        copies=line.copies,
        first=line.first,
    )
