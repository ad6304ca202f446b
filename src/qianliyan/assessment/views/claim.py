"""Claims: the list with a form for units, one with its decision."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import hearing
from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.forms.hearing import ClaimForm, DecisionForm
from qianliyan.assessment.models import Claim
from qianliyan.assessment.permissions import may_assess, may_claim, may_speak
from qianliyan.assessment.queries import claims_seen
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once

DECISIONS = ("acceptance", "refusal", "withdrawal")


@seated
def index(request: Request) -> HttpResponse:
    """List the claims a seat may read."""
    shown = window(claims_seen(request.seat), ("pk",), request.GET.get("at", ""))
    context = {
        "rows": shown.rows,
        "newer": f"?at={shown.newer}" if shown.newer else "",
        "older": f"?at={shown.older}" if shown.older else "",
        "claims": may_claim(request.seat),
    }
    return page(request, "assessment/claim_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Claim points for a result elsewhere."""
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ClaimForm(*data)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            claim = _claimed(request, form)
        messages.success(request, _("已申报，审定后会在这里看到结果。"))
        return redirect("assessment:claim", uid=claim.uid)
    return render(request, "assessment/claim_form.html", {"form": form}, status=422 if form.errors else 200)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one claim, to the assessor with its decision to take."""
    claim = _claim(request, uid)
    waiting = claim.state == "open"
    context = {
        "claim": claim,
        "decides": waiting and may_assess(request.seat, claim),
        "withdraws": waiting and may_speak(request.seat, claim),
    }
    return page(request, "assessment/claim_detail.html", context)


@seated
def file(request: Request, uid: UUID) -> HttpResponseBase:
    """Hand the paper out."""
    claim = _claim(request, uid)
    if claim.file is None:
        raise Http404
    return answer_with(claim.file)


@require_POST
@seated
def decide(request: Request, uid: UUID, kind: str) -> HttpResponse:
    """Grant, decline, or take back."""
    if kind not in DECISIONS:
        raise Http404
    claim, given = _claim(request, uid), DecisionForm(request.POST).given()
    if kind == "acceptance":
        hearing.accept(claim, granted=given["granted"], decision=given["words"], by=request.seat)
    elif kind == "refusal":
        hearing.decline(claim, decision=given["words"], by=request.seat)
    else:
        hearing.withdraw(claim, by=request.seat)
    return redirect("assessment:claim", uid=uid)


def _claimed(request: Request, form: ClaimForm) -> Claim:
    data = form.cleaned_data
    scan = data["file"]
    kept = keep(scan.read(), scan.name, allowed=PHOTOS, by=request.seat) if scan else None
    paper = Paper(data["evidence"], kept)
    return hearing.claim(data["title"], on=data["on"], asked=data["asked"], paper=paper, by=request.seat)


def _claim(request: Request, uid: UUID) -> Claim:
    return get_object_or_404(claims_seen(request.seat), uid=uid)
