"""Who may do what with an item and a submission. Predicates look at the seat and the thing's own columns only."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.items.stages import POWER, Stage
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.items.models import Item, Submission, Tip
    from qianliyan.offices.models import Office, Seat


def may_draft(seat: "Seat") -> bool:
    """Let those write whose post drafts and reports."""
    return seat.may(Power.DRAFT)


def may_write(seat: "Seat", item: "Item") -> bool:
    """Let the unit's officers write on its items."""
    return seat.may_at(Power.DRAFT, item.office_id)


def may_use_tip(seat: "Seat", tip: "Tip") -> bool:
    """Let the unit's officers make something of a tip."""
    return seat.may_at(Power.DRAFT, tip.office_id)


def may_decide(seat: "Seat", item: "Item") -> bool:
    """Whoever holds the power of the present stage; the drafter never reviews himself."""
    stage = item.current_stage
    if stage is None:
        return False
    named = stage != Stage.CLEAR or seat.person_id == item.clearer_id
    return named and seat.may_at(POWER[Stage(stage)], item.office_id) and seat.person_id != item.drafter_id


def may_approve(seat: "Seat", item: "Item") -> bool:
    """Approving is for every stage but the last, which is signing."""
    return item.current_stage not in (None, Stage.SIGN) and may_decide(seat, item)


def may_sign(seat: "Seat", item: "Item") -> bool:
    """Signing ends the chain."""
    return item.current_stage == Stage.SIGN and may_decide(seat, item)


def may_record_paper(seat: "Seat", item: "Item") -> bool:
    """Let the unit's officer record what was signed on paper (代录), with the photo of the sheet."""
    return may_write(seat, item)


def may_proof_read(seat: "Seat", item: "Item") -> bool:
    """Let the unit's checkers put typos of a signed text right; the drafter never does so himself."""
    return seat.may_at(Power.CHECK, item.office_id) and seat.person_id != item.drafter_id


def may_record(seat: "Seat", unit: "Office") -> bool:
    """Let editors record what a unit below their office sent by other ways (补录)."""
    return seat.may(Power.EDIT) and not seat.at(unit.pk) and unit.path.startswith(seat.office.path)


def may_withdraw(seat: "Seat", submission: "Submission") -> bool:
    """Withdrawal is the signatory's, with a neutral reason."""
    return seat.may_at(Power.SIGN, submission.sender_id)


def may_edit(seat: "Seat", submission: "Submission") -> bool:
    """Let the receiving office's editors handle what arrives."""
    return seat.may_at(Power.EDIT, submission.receiver_id)


def may_publish(seat: "Seat", submission: "Submission") -> bool:
    """Those who publish the receiving office's bulletins."""
    return seat.may_at(Power.COMPOSE, submission.receiver_id)


def by_system(actor: Actor, _thing: object) -> bool:
    """Only the machine itself takes this step, as the consequence of another one."""
    return actor.seat_pk is None
