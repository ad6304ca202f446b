"""Following up: reminding a unit, answering its request for time, wanting more. Leaders are never reminded."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.words import fitting, reason
from qianliyan.instructions.models import Extension, Forwarding, Reminder
from qianliyan.instructions.models.following import Answer
from qianliyan.instructions.permissions import may_follow_up
from qianliyan.instructions.states import ASK_AGAIN, GO_ON, WITH_UNIT, InstructionState
from qianliyan.offices.models import Seat


def remind(forwarding: Forwarding, *, by: Seat, note: str = "") -> Reminder:
    """Remind the unit in the system (催办)."""
    return _remind(forwarding, by, note, by_phone=False)


def note_call(forwarding: Forwarding, *, by: Seat, note: str) -> Reminder:
    """Note that the unit was reminded by telephone, and what it said."""
    return _remind(forwarding, by, note, by_phone=True)


def grant(extension: Extension, *, by: Seat, remark: str = "") -> Extension:
    """Give the unit the time it asks for."""
    return _answer(extension, by, Answer.GRANTED, remark)


def refuse(extension: Extension, *, by: Seat, remark: str) -> Extension:
    """Leave the deadline as it is, with a reason."""
    return _answer(extension, by, Answer.REFUSED, reason(remark))


@transaction.atomic
def ask_again(forwarding: Forwarding, *, by: Seat, words: str) -> Forwarding:
    """Want more from one unit (退回补报); the instruction is in hand again."""
    told = reason(words)
    instruction = locked(forwarding.instruction)
    if instruction.state not in (InstructionState.FORWARDED, InstructionState.REPORTED):
        raise WrongState(ASK_AGAIN.label, instruction.get_state_display())
    again = move(forwarding, ASK_AGAIN, by=by, text=told, also={"reported_at": None})
    if instruction.state == InstructionState.REPORTED:
        move(instruction, GO_ON, by=by, text=told)
    return again


@transaction.atomic
def _remind(forwarding: Forwarding, by: Seat, note: str, *, by_phone: bool) -> Reminder:
    fresh = _followed(forwarding, by, _("催办"))
    words = fitting(note, _("催办说明"), 300)
    reminder = Reminder.objects.create(forwarding=fresh, by_phone=by_phone, note=words, by=by.label, at=clock.now())
    record("forwarding.remind", fresh, by=by, text=words, phone=int(by_phone))
    return reminder


@transaction.atomic
def _answer(extension: Extension, by: Seat, answer: Answer, remark: str) -> Extension:
    forwarding = _followed(extension.forwarding, by, _("答复延期"))
    fresh = locked(extension)
    if fresh.answer != Answer.OPEN:
        raise WrongState(_("答复延期"), fresh.get_answer_display())
    fresh.answer, fresh.answered_by, fresh.answered_at = answer, by.label, clock.now()
    fresh.remark = fitting(remark, _("说明"), 500)
    fresh.save(update_fields=["answer", "answered_by", "answered_at", "remark"])
    if answer == Answer.GRANTED:
        forwarding.due_on = fresh.until
        forwarding.save(update_fields=["due_on"])
    until = fresh.until.isoformat()
    record("forwarding.answer_extension", forwarding, by=by, text=fresh.remark, answer=answer.value, until=until)
    return fresh


def _followed(forwarding: Forwarding, by: Seat, step: str) -> Forwarding:
    fresh = locked(forwarding)
    if not may_follow_up(by, fresh):
        raise NotAllowed(step)
    if fresh.state not in WITH_UNIT:
        raise WrongState(step, fresh.get_state_display())
    return fresh
