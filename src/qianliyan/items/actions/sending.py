"""Sending a signed item up, taking a submission back, opening an item again after its return."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move, take_step
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.beside import Beside
from qianliyan.items.kinds import PROTECTED, Urgency
from qianliyan.items.models import Item, SignOff, Submission, Version
from qianliyan.items.queries import is_outside, receivers_for
from qianliyan.items.requirements import before_submitting, is_valid
from qianliyan.items.states import REOPEN, SUBMIT, WITHDRAW
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import Commission, KeyTask
from qianliyan.proofing.actions import carry_over
from qianliyan.text.parsing.counting import character_count

W = TypeVar("W", Commission, KeyTask)


@dataclass(frozen=True)
class Signed:
    """A signed item that may go to an office: nothing is missing any more."""

    item: Item
    version: Version
    signature: SignOff
    receiver: Office

    def frozen(self, by: Seat, **more: Any) -> Submission:
        """Freeze its content as it was signed, with what was verified about it and how it went (`more`)."""
        item, receiver = self.item, self.receiver
        submission = _frozen(item, self.version, self.signature, receiver, **more)
        carry_over(item.uid, submission.uid, by=by, office=receiver, shielded=item.kind in PROTECTED)
        return submission


@transaction.atomic
def submit(item: Item, *, by: Seat, receiver: Office) -> Submission:
    """Send the signed version to an office: frozen as it was signed, with what was verified in it."""
    item = locked(item)
    refuse_unless(item, SUBMIT, by)
    signed = ready_to_send(item, receiver)
    if is_outside(receiver):
        raise Unreadable(_("%(office)s不在本系统，请逐项抄报，交出后登记。") % {"office": receiver.name})
    submission = signed.frozen(by)
    take_step(item, SUBMIT, by=by, receiver=receiver.name, version=signed.version.number)
    record("submission.send", submission, by=by, receiver=receiver.name)
    return submission


def ready_to_send(item: Item, receiver: Office) -> Signed:
    """Return what would be sent; refuse with everything that is missing, and refuse another office than one above."""
    beside = Beside(item)
    if missing := before_submitting(item, beside=beside):
        raise NotReady(missing)
    if receiver not in receivers_for(item.office):
        raise Unreadable(_("不能报送给%(office)s，请选上级单位。") % {"office": receiver.name})
    signature = next(one for one in beside.sign_offs if is_valid(one, item))
    return Signed(item, beside.versions[0], signature, receiver)


@transaction.atomic
def withdraw(submission: Submission, *, by: Seat, reason: str) -> Submission:
    """Take a submission back as its signatory, with a neutral reason; the item can be written on again."""
    if not reason.strip():
        raise Unreadable(_("请写明撤回的理由。"))
    submission = move(submission, WITHDRAW, by=by, text=reason.strip())
    reopen(submission.item)
    return submission


@transaction.atomic
def reopen(item: Item) -> Item:
    """Give an item back to its drafter, because its submission was returned or withdrawn."""
    return move(item, REOPEN, by=SYSTEM)


def _asked_by(receiver: Office, wish: W | None) -> W | None:
    """Return a commission or task only if it is the receiver's own; another office's is none of its business."""
    return wish if wish is not None and wish.office_id == receiver.pk else None


def _frozen(item: Item, version: Version, signature: SignOff, receiver: Office, **more: Any) -> Submission:
    phase = item.office.phase_on(clock.today())
    return insert_row(
        Submission(
            item=item,
            version=version,
            round=item.round,
            sender=item.office,
            sender_name=phase.name if phase else item.office.name,
            receiver=receiver,
            title=version.title,
            body=version.body,
            kind=item.kind,
            form=item.form,
            urgency=item.urgency,
            urgent=item.urgency != Urgency.ORDINARY,
            characters=character_count(version.body),
            drafter_name=item.drafter_name,
            drafter_phone=item.drafter_phone,
            signatory_name=signature.seat.person.name,
            signed_on_paper=signature.on_paper,
            follows=item.submissions.order_by("-pk").first() if item.round > 1 else None,
            commission=_asked_by(receiver, item.commission),
            key_task=_asked_by(receiver, item.key_task),
            **{"sent_at": clock.now(), **more},
        )
    )
