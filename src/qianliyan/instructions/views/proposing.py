"""拟办 and 审定."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.instructions.actions import proposing
from qianliyan.instructions.forms import ProposalForm, chosen, cleaned
from qianliyan.instructions.queries.presenting import leaders_of
from qianliyan.instructions.queries.register import possible_units
from qianliyan.instructions.views.finding import instruction_of, uploaded
from qianliyan.instructions.views.instruction import answer


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Propose what to do."""
    instruction, seat = instruction_of(request, uid), request.seat
    form = ProposalForm(possible_units(seat), leaders_of(seat), request.POST)
    given = cleaned(form)
    more = {name: given[name] for name in ("text", "due_on", "supervise", "decider")}
    with once(seat, request.POST.get("once", "")):
        proposing.propose(instruction, by=seat, units=chosen(given), **more)
    return answer(request, instruction, _("拟办意见已送审定。"))


@require_POST
@seated
def decide(request: Request, uid: UUID) -> HttpResponse:
    """Agree with what is proposed."""
    made = proposing.decide(instruction_of(request, uid), by=request.seat, remark=request.POST.get("remark", ""))
    return answer(request, made, _("已审定。"))


@require_POST
@seated
def send_back(request: Request, uid: UUID) -> HttpResponse:
    """Want another proposal."""
    made = proposing.return_proposal(instruction_of(request, uid), by=request.seat, words=request.POST.get("words", ""))
    return answer(request, made, _("已退回重拟。"))


@require_POST
@seated
def record_decision(request: Request, uid: UUID) -> HttpResponse:
    """Record what was decided on the sheet."""
    instruction = instruction_of(request, uid)
    given = {"who": request.POST.get("who", ""), "remark": request.POST.get("remark", "")}
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        made = proposing.record_decision(instruction, by=request.seat, sheet=uploaded(request, "sheet"), **given)
    return answer(request, made, _("已登记书面审定。"))
