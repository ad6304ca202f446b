"""Forwarding (转办) to units, handing over to supervision (移交督查), and closing (办结): the section's side."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.files.models import File
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.words import fitting, reason, stated
from qianliyan.instructions.models import Forwarding, HandlingReport, Instruction
from qianliyan.instructions.permissions import may_handle
from qianliyan.instructions.queries.register import possible_units
from qianliyan.instructions.requirements import before_closing
from qianliyan.instructions.states import (
    CLOSE,
    FORWARD,
    RECALL,
    SUPERVISE,
    TAKE_RESULT,
    WITH_UNIT,
    ForwardingState,
    InstructionState,
)
from qianliyan.offices.models import Office, Seat


@transaction.atomic
def forward(
    instruction: Instruction, *, by: Seat, units: Sequence[Office], due_on: date, request: str = ""
) -> list[Forwarding]:
    """Forward it to the units, the first of them in the lead, with the day by which they report."""
    if not units:
        raise Unreadable(_("请选择承办单位。"))
    refuse_others(by, units)
    words = _asked(due_on, request)
    sent = move(instruction, FORWARD, by=by, units=len(units), due=due_on.isoformat())
    return [_send(sent, unit, by, due_on, words, lead=place == 0) for place, unit in enumerate(units)]


@transaction.atomic
def add_unit(instruction: Instruction, *, by: Seat, unit: Office, due_on: date, request: str = "") -> Forwarding:
    """Let one more unit take part while the others are at work."""
    refuse_others(by, [unit])
    fresh, words = locked(instruction), _asked(due_on, request)
    if not may_handle(by, fresh):
        raise NotAllowed(_("增加承办单位"))
    if fresh.state != InstructionState.FORWARDED:
        raise WrongState(_("增加承办单位"), fresh.get_state_display())
    if fresh.forwardings.exclude(state=ForwardingState.RECALLED).filter(office=unit).exists():
        raise Unreadable(_("%(unit)s已是承办单位。") % {"unit": unit.short_name})
    return _send(fresh, unit, by, due_on, words, lead=False)


@transaction.atomic
def recall(forwarding: Forwarding, *, by: Seat, words: str) -> Forwarding:
    """Take it back from a unit that has no part in it; one unit always remains."""
    told = reason(words)
    instruction = locked(forwarding.instruction)
    recalled = move(forwarding, RECALL, by=by, text=told)
    if not instruction.forwardings.exclude(state=ForwardingState.RECALLED).exists():
        raise Unreadable(_("至少保留一个承办单位。请先增加新的承办单位，再收回这一个。"))
    settle(instruction, by=by)
    return recalled


@transaction.atomic
def supervise(instruction: Instruction, *, by: Seat, number: str) -> Instruction:
    """Hand it over to the supervision office, with the number it got there."""
    taken = stated(number, _("督查编号"), 60)
    also = {"supervision_number": taken, "supervised_on": clock.today()}
    return move(instruction, SUPERVISE, by=by, also=also, number=taken)


@transaction.atomic
def take_result(instruction: Instruction, *, by: Seat, text: str, file: File | None = None) -> HandlingReport:
    """Record what the supervision office reported."""
    words, fresh = stated(text, _("办理情况")), locked(instruction)
    if fresh.state != InstructionState.SUPERVISED:
        raise WrongState(_("登记督查结果"), fresh.get_state_display())
    move(fresh, TAKE_RESULT, by=by)
    return HandlingReport.objects.create(instruction=fresh, text=words, file=file, by=by.label, at=clock.now())


@transaction.atomic
def close(instruction: Instruction, *, by: Seat, outcome: str) -> Instruction:
    """Close it with what came of it; refuse while it is open what the sources are told."""
    words, fresh = stated(outcome, _("办理结果")), locked(instruction)
    if missing := before_closing(fresh):
        raise NotReady(missing)
    return move(fresh, CLOSE, by=by, text=words, also={"closed_on": clock.today(), "outcome": words})


def refuse_others(by: Seat, units: Sequence[Office]) -> None:
    """Refuse a unit that is not below the office: to others an instruction goes by the office above."""
    wanted = {unit.pk: unit for unit in units}
    below = possible_units(by).filter(pk__in=wanted).values_list("pk", flat=True)
    if others := wanted.keys() - set(below):
        names = "、".join(wanted[pk].short_name for pk in sorted(others))
        raise Unreadable(_("%(names)s不是本单位的下级单位，不能列为承办单位。") % {"names": names})


def settle(instruction: Instruction, *, by: Actor) -> None:
    """Note that every unit has reported, if so, in the caller's transaction."""
    if not instruction.forwardings.filter(state__in=WITH_UNIT).exists():
        move(instruction, TAKE_RESULT, by=by)


def _asked(due_on: date, request: str) -> str:
    if due_on < clock.today():
        raise Unreadable(_("办结时限不能早于今天。"))
    return fitting(request, _("办理要求"), 1000)


def _send(instruction: Instruction, unit: Office, by: Seat, due_on: date, request: str, *, lead: bool) -> Forwarding:
    sent = Forwarding.objects.create(
        instruction=instruction,
        office=unit,
        office_name=unit.name,
        lead=lead,
        request=request,
        due_on=due_on,
        sent_at=clock.now(),
    )
    record("forwarding.send", sent, by=by, due=due_on.isoformat())
    return sent
