"""转办, 移交督查, 办结."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.instructions.actions import forwarding
from qianliyan.instructions.forms import ForwardForm, ReportForm, chosen, cleaned
from qianliyan.instructions.queries.register import possible_units
from qianliyan.instructions.views.finding import instruction_of, uploaded
from qianliyan.instructions.views.instruction import answer


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Forward it to the units."""
    instruction = instruction_of(request, uid)
    form = ForwardForm(possible_units(request.seat), request.POST)
    given = cleaned(form)
    asked = {"due_on": given["due_on"], "request": given["request"]}
    with once(request.seat, request.POST.get("once", "")):
        forwarding.forward(instruction, by=request.seat, units=chosen(given), **asked)
    return answer(request, instruction, _("已转办。"))


@require_POST
@seated
def add(request: Request, uid: UUID) -> HttpResponse:
    """Let one more unit take part."""
    instruction = instruction_of(request, uid)
    form = ForwardForm(possible_units(request.seat), request.POST)
    given = cleaned(form)
    asked = {"due_on": given["due_on"], "request": given["request"]}
    with once(request.seat, request.POST.get("once", "")):
        forwarding.add_unit(instruction, by=request.seat, unit=given["lead"], **asked)
    return answer(request, instruction, _("已增加承办单位。"))


@require_POST
@seated
def supervise(request: Request, uid: UUID) -> HttpResponse:
    """Hand it over to the supervision office."""
    instruction = instruction_of(request, uid)
    made = forwarding.supervise(instruction, by=request.seat, number=request.POST.get("number", ""))
    return answer(request, made, _("已移交督查。"))


@require_POST
@seated
def take_result(request: Request, uid: UUID) -> HttpResponse:
    """Record what the supervision office reported."""
    instruction, text = instruction_of(request, uid), cleaned(ReportForm(request.POST))["text"]
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        file = uploaded(request, "file", photo=False)
        forwarding.take_result(instruction, by=request.seat, text=text, file=file)
    return answer(request, instruction, _("已登记督查结果。"))


@require_POST
@seated
def close(request: Request, uid: UUID) -> HttpResponse:
    """Close it with what came of it."""
    made = forwarding.close(instruction_of(request, uid), by=request.seat, outcome=request.POST.get("outcome", ""))
    return answer(request, made, _("已办结。"))
