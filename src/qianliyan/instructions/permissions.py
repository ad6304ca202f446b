"""Who presents, instructs, proposes, decides, forwards and reports. Predicates look at the seat and the row alone."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.instructions.models import Forwarding, Instruction, Reader
    from qianliyan.offices.models import Seat

# Those who handle instructions in an office: the section chief, the secretary-general, the leaders' secretaries.
STAFF = (Power.COMPOSE, Power.SIGN_ISSUE, Power.PRESENT)
# Those in a unit who may report what was done.
REPORTING = (Power.DRAFT, Power.REVIEW, Power.SIGN)


def may_keep_register(seat: "Seat") -> bool:
    """Those who handle instructions in their office."""
    return any(seat.may(power) for power in STAFF)


def may_present(seat: "Seat", reader: "Reader") -> bool:
    """Let the leaders' secretaries of the office present."""
    return seat.may_at(Power.PRESENT, reader.office_id)


def may_give_back(seat: "Seat", reader: "Reader") -> bool:
    """Let the leader himself by answering, or his secretary who brings the paper back, end the presenting."""
    return seat.may_at(Power.PRESENT, reader.office_id) or is_read_by(seat, reader)


def is_read_by(seat: "Seat", reader: "Reader") -> bool:
    """Tell whether it lies before this very person, who reads for his office."""
    return reader.seat.person_id == seat.person_id and seat.may_at(Power.READ, reader.seat.office_id)


def may_register(seat: "Seat", instruction: "Instruction") -> bool:
    """Allow the section chief and the leaders' secretaries."""
    return seat.may_at(Power.PRESENT, instruction.office_id) or seat.may_at(Power.COMPOSE, instruction.office_id)


def may_void(seat: "Seat", instruction: "Instruction") -> bool:
    """Allow those who register to undo a wrong record; what a leader wrote himself stays."""
    return may_register(seat, instruction) and not instruction.own_hand


def may_propose(seat: "Seat", instruction: "Instruction") -> bool:
    """Allow the section chief."""
    return seat.may_at(Power.COMPOSE, instruction.office_id)


def may_decide(seat: "Seat", instruction: "Instruction") -> bool:
    """Let the secretary-general or the leader in charge decide; never the one who proposed."""
    if seat.person_id == instruction.proposer_id:
        return False
    in_charge = instruction.decider_id is not None and instruction.decider_id == seat.pk and seat.may(Power.READ)
    return in_charge or seat.may_at(Power.SIGN_ISSUE, instruction.office_id)


def may_record_decision(seat: "Seat", instruction: "Instruction") -> bool:
    """Let the section chief and the secretaries record what was decided on paper, with the sheet."""
    return may_register(seat, instruction)


def may_handle(seat: "Seat", instruction: "Instruction") -> bool:
    """Allow the section chief and the leaders' secretaries."""
    return may_register(seat, instruction)


def may_take_result(actor: Actor, instruction: "Instruction") -> bool:
    """Let the machine when the last unit has reported, or whoever handles it, note the result."""
    seat_pk = actor.seat_pk
    return seat_pk is None or may_handle(actor, instruction)  # type: ignore[arg-type]


def may_tell(seat: "Seat", instruction: "Instruction") -> bool:
    """Those who handle instructions decide what the sources are told."""
    return any(seat.may_at(power, instruction.office_id) for power in STAFF)


def may_answer(seat: "Seat", forwarding: "Forwarding") -> bool:
    """Those who write, review or sign in the unit to which it was forwarded."""
    return any(seat.may_at(power, forwarding.office_id) for power in REPORTING)


def may_follow_up(seat: "Seat", forwarding: "Forwarding") -> bool:
    """Allow the section chief and the secretaries of the office that forwarded it."""
    return may_register(seat, forwarding.instruction)
