"""Determinations of fault: the list, opening one, the unit's statement, the decision."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import hearing
from qianliyan.assessment.forms.hearing import DecisionForm, MatterForm
from qianliyan.assessment.models import Determination
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.permissions import may_assess, may_speak
from qianliyan.assessment.queries import matters_seen, units_below
from qianliyan.assessment.requirements import before_determining
from qianliyan.assessment.states import DeterminationState
from qianliyan.assessment.suspected import suspicions
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window
from qianliyan.history.once import once

OPEN = (DeterminationState.OPENED, DeterminationState.STATED)


@seated
def index(request: Request) -> HttpResponse:
    """List the determinations a seat may read."""
    shown = window(matters_seen(request.seat), ("pk",), request.GET.get("at", ""))
    assesses = may_assess(request.seat, Determination(office=request.seat.office))
    context = {
        "rows": shown.rows,
        "newer": f"?at={shown.newer}" if shown.newer else "",
        "older": f"?at={shown.older}" if shown.older else "",
        "assesses": assesses,
        "suspicions": suspicions(request.seat.office) if assesses else [],
    }
    return page(request, "assessment/matter_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Open a matter and ask the unit to state its side."""
    if not may_assess(request.seat, Determination(office=request.seat.office)):
        raise NotAllowed(_("提出认定"))
    form = MatterForm(units_below(request.seat.office), request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        with once(request.seat, request.POST.get("once", "")):
            opened = hearing.open_matter(data.pop("unit"), Fault(data.pop("fault")), by=request.seat, **data)
        return redirect("assessment:matter", uid=opened.uid)
    return render(request, "assessment/matter_form.html", {"form": form}, status=422 if form.errors else 200)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one determination with what may be done next."""
    matter = _matter(request, uid)
    decides = matter.state in OPEN and may_assess(request.seat, matter)
    context = {
        "matter": matter,
        "decides": decides,
        "missing": before_determining(matter) if decides else [],
        "states": matter.state == DeterminationState.OPENED and may_speak(request.seat, matter),
    }
    return page(request, "assessment/matter_detail.html", context)


@require_POST
@seated
def step(request: Request, uid: UUID, kind: str) -> HttpResponse:
    """State the unit's side, determine, or drop."""
    matter, given = _matter(request, uid), DecisionForm(request.POST).given()
    if kind == "statement":
        hearing.state(matter, statement=given["words"], by=request.seat)
    elif kind == "decision":
        hearing.determine(matter, decision=given["words"], basis=given["basis"], by=request.seat)
    elif kind == "dismissal":
        hearing.drop(matter, decision=given["words"], by=request.seat)
    else:
        raise Http404
    return redirect("assessment:matter", uid=uid)


def _matter(request: Request, uid: UUID) -> Determination:
    return get_object_or_404(matters_seen(request.seat), uid=uid)
