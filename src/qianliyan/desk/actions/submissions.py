"""What an editor does with something that arrived: sign for it, take it, return it, decline it, reserve it."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.batches import insert
from qianliyan.core.errors import Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.desk.models import Draft, Handling, HandlingKind, Source
from qianliyan.desk.settings import RESERVE_DAYS
from qianliyan.history.trail import record
from qianliyan.history.workflow import move
from qianliyan.items.actions.sending import reopen
from qianliyan.items.masking import is_protected
from qianliyan.items.models import Submission
from qianliyan.items.states import DECLINE, RESERVE, RETURN, SIGN_FOR, TAKE
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import carry_over

LONGEST_REASON = 500


def sign_for(submission: Submission, *, by: Seat) -> Submission:
    """Confirm the receipt; whoever signs handles it from now on."""
    return move(submission, SIGN_FOR, by=by, also={"handler": by.person})


@transaction.atomic
def take(submission: Submission, *, by: Seat) -> Draft:
    """Take the submission into the drafts (待编稿): a copy to edit, what was sent stays as it is."""
    taken = move(submission, TAKE, by=by, also={"handler": by.person})
    return begin(taken, by=by)


def begin(submission: Submission, *, by: Seat, weight: int = 1) -> Draft:
    """Open a draft with the submission as its leading source and its text, in the caller's transaction."""
    now = clock.now()
    draft = insert_row(
        Draft(
            office_id=submission.receiver_id,
            title=submission.title,
            body=submission.body,
            kind=submission.kind,
            form=submission.form,
            shielded=is_protected(submission.kind),
            editor=by.person,
            created_at=now,
            saved_at=now,
            saved_by=by.person,
        )
    )
    insert_row(Source(draft=draft, submission=submission, weight=weight))
    bring_verification(submission, draft, by=by)
    record("draft.start", draft, by=by, submission=str(submission.uid))
    return draft


def bring_verification(submission: Submission, draft: Draft, *, by: Seat) -> None:
    """Let what was verified in the submission go along with its text."""
    carry_over(submission.uid, draft.uid, by=by, shielded=is_protected(submission.kind))


@transaction.atomic
def send_back(submission: Submission, *, by: Seat, reason: str) -> Submission:
    """Return it for revision (退回修改): the unit reads the reason and can write on its item again."""
    words = _stated(reason)
    returned = move(submission, RETURN, by=by, text=words, also={"handler": by.person})
    _keep_decision(returned, HandlingKind.RETURNED, by, words)
    reopen(returned.item)
    return returned


@transaction.atomic
def decline(submission: Submission, *, by: Seat, reason: str) -> Submission:
    """Decide that it is not adopted (未采用), with the reason the unit reads."""
    words = _stated(reason)
    declined = move(submission, DECLINE, by=by, text=words, also={"handler": by.person})
    _keep_decision(declined, HandlingKind.NOT_ADOPTED, by, words)
    return declined


@transaction.atomic
def reserve(submission: Submission, *, by: Seat, reason: str = "") -> Submission:
    """Keep it in reserve (备用) for as long as the office's setting says; then somebody decides again."""
    words = _fitting(reason)
    reserved = move(submission, RESERVE, by=by, text=words, also={"handler": by.person})
    days = value(RESERVE_DAYS, by.office)
    _keep_decision(reserved, HandlingKind.RESERVED, by, words, until=clock.today() + timedelta(days=days))
    return reserved


def _keep_decision(
    submission: Submission, kind: HandlingKind, by: Seat, reason: str, until: date | None = None
) -> None:
    words = {"reason": reason, "seat": by, "at": clock.now(), "expires_on": until}
    insert([Handling(submission=submission, kind=kind, **words)])


def _stated(reason: str) -> str:
    words = _fitting(reason)
    if not words:
        raise Unreadable(_("请选一条理由或写明理由，报送单位会看到。"))
    return words


def _fitting(reason: str) -> str:
    words = reason.strip()
    if len(words) > LONGEST_REASON:
        raise Unreadable(
            _("理由请不超过%(most)d字，现在是%(count)d字。") % {"most": LONGEST_REASON, "count": len(words)}
        )
    return words
