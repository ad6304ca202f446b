"""One instruction: what was written, how far it is, what may be done now; registering, filing away, voiding."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.core.workdays import add_working_days
from qianliyan.history.workflow import open_to
from qianliyan.instructions.actions import proposing, registering
from qianliyan.instructions.forms import ForwardForm, ProposalForm
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.models.instruction import Verdict
from qianliyan.instructions.models.telling import Depth
from qianliyan.instructions.permissions import may_tell
from qianliyan.instructions.queries.presenting import leaders_of
from qianliyan.instructions.queries.register import possible_units
from qianliyan.instructions.requirements import before_closing, before_registering
from qianliyan.instructions.settings import HANDLING_DAYS
from qianliyan.instructions.showing import paper_of
from qianliyan.instructions.states import FORWARDING_TRANSITIONS, IN_FORCE, INSTRUCTION_STEPS, InstructionState
from qianliyan.instructions.views.finding import instruction_of
from qianliyan.offices.models import Seat


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show it whole, with exactly the steps that are open now."""
    instruction, seat = instruction_of(request, uid), request.seat
    steps = {step.verb.partition(".")[2]: step for step in open_to(INSTRUCTION_STEPS, instruction, seat)}
    proposals = list(instruction.proposals.prefetch_related("units").select_related("sheet", "lead"))
    context = {
        "instruction": instruction,
        "paper": paper_of(instruction),
        "steps": steps,
        "proposals": proposals,
        "lines": _forwardings(instruction, seat),
        "reports": list(instruction.reports.select_related("file", "forwarding")),
        "tellings": list(instruction.tellings.select_related("office")),
        "may_tell": may_tell(seat, instruction) and instruction.state in IN_FORCE,
        "depths": Depth.choices,
        "missing": [*_missing(instruction, steps)],
        "today": clock.today(),
        **_forms(seat, steps, proposals),
    }
    return page(request, "instructions/instruction_detail.html", context)


@require_POST
@seated
def register(request: Request, uid: UUID) -> HttpResponse:
    """Give it its number; the words of pen strokes come with it."""
    instruction = instruction_of(request, uid)
    principal = "principal" in request.POST
    text = request.POST.get("text")
    made = registering.register(instruction, by=request.seat, text=text, principal=principal)
    return answer(request, made, _("已登记，编号%(number)s。") % {"number": made.number_text})


@require_POST
@seated
def file_away(request: Request, uid: UUID) -> HttpResponse:
    """Close what asks for nothing."""
    made = proposing.file_away(instruction_of(request, uid), by=request.seat, words=request.POST.get("words", ""))
    return answer(request, made, _("已存查。"))


@require_POST
@seated
def void(request: Request, uid: UUID) -> HttpResponse:
    """Undo a wrong record."""
    made = registering.void(instruction_of(request, uid), by=request.seat, words=request.POST.get("words", ""))
    return answer(request, made, _("已作废。"))


def answer(request: Request, instruction: Instruction, words: str) -> HttpResponse:
    """Say what was done and show the instruction again."""
    messages.success(request, words)
    return respond(request, to="instructions:instruction", uid=instruction.uid)


def _forwardings(instruction: Instruction, seat: Seat) -> list[dict[str, Any]]:
    rows = instruction.forwardings.select_related("office", "instruction").prefetch_related("extensions", "reminders")
    today = clock.today()
    return [
        {
            "row": row,
            "late": row.seems_late(today),
            "steps": {step.verb.partition(".")[2] for step in open_to(FORWARDING_TRANSITIONS, row, seat)},
            "asked": next((one for one in row.extensions.all() if one.answer == "open"), None),
        }
        for row in rows
    ]


def _missing(instruction: Instruction, steps: dict[str, Any]) -> list[Any]:
    if "register" in steps:
        return before_registering(instruction)
    return before_closing(instruction) if instruction.state == InstructionState.REPORTED else []


def _forms(seat: Seat, steps: dict[str, Any], proposals: list[Any]) -> dict[str, Any]:
    """Return the forms of the steps that are open, filled in with what was decided."""
    forms: dict[str, Any] = {}
    due_on = add_working_days(clock.today(), value(HANDLING_DAYS, seat.office), OfficeCalendar(seat.office))
    if "propose" in steps:
        forms["proposal_form"] = ProposalForm(possible_units(seat), leaders_of(seat), initial={"due_on": due_on})
    if "forward" in steps:
        agreed = next((one for one in proposals if one.verdict == Verdict.APPROVED), None)
        initial = {"due_on": (agreed and agreed.due_on) or due_on}
        initial |= {"lead": agreed.lead, "units": list(agreed.units.all())} if agreed else {}
        forms["forward_form"] = ForwardForm(possible_units(seat), initial=initial)
    return forms
