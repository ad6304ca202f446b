"""What follows a step of the chain: whoever is next hears that something waits, the drafter what became of it."""

from collections.abc import Iterable

from django.urls import reverse

from qianliyan.core.links import page_of
from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.items.deciders import deciders
from qianliyan.items.models import Item, Submission, Tip
from qianliyan.items.stages import Stage
from qianliyan.items.states import SubmissionState
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_in, seats_of, seats_with
from qianliyan.planning.actions import answers

GIVEN_BACK = (SubmissionState.RETURNED, SubmissionState.WITHDRAWN)


def tell_next(item: Item, by: Actor) -> None:
    """Tell whoever may decide at the stage that is due now."""
    _tell(deciders(item)[Stage(item.due)], NoticeKind.TO_DO, item, by)


def tell_drafter_to_revise(item: Item, by: Actor) -> None:
    """Tell the drafter that the text came back."""
    _tell(_drafter(item), NoticeKind.TO_DO, item, by)


def tell_unit_to_send(item: Item, by: Actor) -> None:
    """Tell the drafter and the unit's officers that a signed item waits to be sent."""
    officers = seats_with(Power.DRAFT, [item.office_id])
    _tell([*_drafter(item), *officers], NoticeKind.TO_DO, item, by)


def tell_signers(item: Item, by: Actor) -> None:
    """Tell those who signed that their signature was voided."""
    rows = item.sign_offs.filter(round=item.round, voided_at__isnull=False).select_related(
        "seat__person", "seat__office", "seat__post"
    )
    _tell([row.seat for row in rows], NoticeKind.NEWS, item, by)


def tell_officers_of_tip(tip: Tip, by: Actor) -> None:
    """Tell the unit's officers that somebody dropped a tip."""
    officers = [seat for seat in seats_with(Power.DRAFT, [tip.office_id]) if seat.person_id != by.person_pk]
    tell(officers, NoticeKind.TO_DO, url=reverse("items:tips"))


def tell_supplier(tip: Tip, by: Actor) -> None:
    """Tell whoever dropped it what became of it."""
    own = [
        seat for seat in seats_of(tip.supplier_id) if seat.office_id == tip.office_id and by.person_pk != seat.person_id
    ]
    tell(own[:1], NoticeKind.DONE, url=reverse("items:tips"))


def tell_drafter_of_withdrawal(submission: Submission, by: Actor) -> None:
    """Tell the drafter that the signatory took the text back; of a return the desk tells him."""
    _tell(_drafter(submission.item), NoticeKind.TO_DO, submission.item, by)


def note_answer(submission: Submission, by: Actor) -> None:
    """Note that the unit has answered the commission for which the item was written."""
    if submission.commission is not None and isinstance(by, Seat):
        answers.answer(submission.commission, submission.sender, by=by, at=submission.sent_at)


def ask_again(submission: Submission, _by: Actor) -> None:
    """Ask the unit again when nothing that it sent for the commission is left."""
    if submission.commission is None:
        return
    others = Submission.objects.filter(commission=submission.commission, sender=submission.sender)
    if not others.exclude(state__in=GIVEN_BACK).exclude(pk=submission.pk).exists():
        answers.open_again(submission.commission, submission.sender)


def after_withdrawal(submission: Submission, by: Actor) -> None:
    """Tell the drafter, and let the commission wait again."""
    tell_drafter_of_withdrawal(submission, by)
    ask_again(submission, by)


def _drafter(item: Item) -> list[Seat]:
    """Return the drafter's seat in the unit; once he has left it, its officers."""
    officers = seats_in((item.office_id,)) if item.drafter_id else ()
    own = sorted((one for one in officers if one.person_id == item.drafter_id), key=lambda one: one.delegator_id or 0)
    return own[:1] or seats_with(Power.DRAFT, [item.office_id])


def _tell(seats: Iterable[Seat], kind: NoticeKind, item: Item, by: Actor) -> None:
    others = [seat for seat in seats if seat.person_id != by.person_pk]
    tell(others, kind, url=page_of("items:item", item.uid))


FOLLOWUPS: dict[str, FollowUp] = {
    "tip.drop": tell_officers_of_tip,
    "tip.use": tell_supplier,
    "tip.close": tell_supplier,
    "item.hand_over": tell_next,
    "item.approve": tell_next,
    "item.send_back": tell_drafter_to_revise,
    "item.sign": tell_unit_to_send,
    "item.record_signing": tell_unit_to_send,
    "item.void_signature": tell_signers,
    "submission.send": note_answer,
    "submission.record": note_answer,
    "submission.return": ask_again,
    "submission.withdraw": after_withdrawal,
}
