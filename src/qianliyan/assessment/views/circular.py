"""Circulars: the list, one with its text and its reviews, and every step."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import circulars
from qianliyan.assessment.forms.circular import AnswerForm, CircularForm, ReviewForm
from qianliyan.assessment.forms.period import LabelForm
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Circular, ReviewRequest
from qianliyan.assessment.permissions import may_assess, may_read, speaks_for_unit
from qianliyan.assessment.queries import circulars_seen, periods_to_choose, printed_with
from qianliyan.assessment.requirements import before_settling
from qianliyan.assessment.states import CIRCULAR_TRANSITIONS, CircularState
from qianliyan.assessment.views.guards import for_section
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window
from qianliyan.history.once import once
from qianliyan.history.workflow import open_to
from qianliyan.items.reading import blocks_of
from qianliyan.offices.audiences import may_see, visible_to
from qianliyan.offices.models import Seat

STEPS: dict[str, Callable[..., Circular]] = {
    "check": circulars.open_check,
    "rewriting": circulars.rewrite,
    "settlement": circulars.settle,
    "draft": circulars.issue,
    "cancellation": circulars.discard,
}
ANSWERS = {"correction": circulars.correct, "upholding": circulars.uphold}
PLACES = {
    "circular.open_check": "check",
    "circular.rewrite": "rewriting",
    "circular.settle": "settlement",
    "circular.issue": "draft",
    "circular.discard": "cancellation",
}


@seated
def index(request: Request) -> HttpResponse:
    """List the circulars: the office's own, and to a unit those it may check or read."""
    shown = window(circulars_seen(request.seat), ("saved_at", "pk"), request.GET.get("at", ""))
    assesses = may_assess(request.seat, Circular(office=request.seat.office))
    context = {
        "rows": shown.rows,
        "newer": f"?at={shown.newer}" if shown.newer else "",
        "older": f"?at={shown.older}" if shown.older else "",
        "assesses": assesses,
        "periods": [(one.label, spoken(one.label)) for one in periods_to_choose()] if assesses else [],
    }
    return page(request, "assessment/circular_list.html", context)


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Compose the circular of a period."""
    for_section(request)
    with once(request.seat, request.POST.get("once", "")):
        circular = circulars.compose(LabelForm(request.POST).given(), by=request.seat)
    return redirect("assessment:circular", uid=circular.uid)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the text; to the section with reviews and steps, to a unit with its own reviews."""
    return _shown(request, _circular(request, uid), ReviewForm())


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Edit the text."""
    circular = _circular(request, uid)
    if circular.state != CircularState.COMPOSING or not may_assess(request.seat, circular):
        raise Http404
    form = CircularForm(request.POST or None, instance=circular)
    if request.method == "POST" and form.is_valid():
        circulars.save(_circular(request, uid), by=request.seat, **form.text())
        messages.success(request, _("已保存。"))
        return redirect("assessment:circular", uid=uid)
    context = {"form": form, "circular": circular}
    return render(request, "assessment/circular_form.html", context, status=422 if form.errors else 200)


@require_POST
@seated
def step(request: Request, uid: UUID, kind: str) -> HttpResponse:
    """Take one step with the circular."""
    if kind not in STEPS:
        raise Http404
    circular = STEPS[kind](_circular(request, uid), by=request.seat)
    messages.success(
        request, _("《%(title)s》：%(state)s") % {"title": circular, "state": circular.get_state_display()}
    )
    return redirect("assessment:circular", uid=uid)


@require_POST
@seated
def ask(request: Request, uid: UUID) -> HttpResponse:
    """Apply for review of a line."""
    circular, form = _circular(request, uid), ReviewForm(request.POST)
    if not form.is_valid():
        return _shown(request, circular, form)
    with once(request.seat, request.POST.get("once", "")):
        circulars.ask_review(circular, by=request.seat, **form.cleaned_data)
    messages.success(request, _("已申请复核，答复会显示在这里。"))
    return redirect("assessment:circular", uid=uid)


@require_POST
@seated
def answer(request: Request, uid: UUID, kind: str) -> HttpResponse:
    """Answer an application for review."""
    if kind not in ANSWERS:
        raise Http404
    found = visible_to(ReviewRequest, request.seat).select_related("circular")
    review = get_object_or_404(found, uid=uid)
    ANSWERS[kind](review, answer=AnswerForm(request.POST).given(), by=request.seat)
    return redirect("assessment:circular", uid=review.circular.uid)


def _shown(request: Request, circular: Circular, form: ReviewForm) -> HttpResponse:
    seat = request.seat
    own = seat.at(circular.office_id) and may_read(seat)
    reviews = visible_to(ReviewRequest, seat).filter(circular=circular).select_related("unit")
    printed = printed_with(circular)
    context = {
        "circular": circular,
        "blocks": blocks_of(circular.body),
        "own": own,
        "printed": printed,
        "opens_printed": printed is not None and may_see(seat, printed),
        "steps": _buttons(circular, seat) if own else [],
        "missing": before_settling(circular) if own and circular.state == CircularState.CHECKING else [],
        "reviews": reviews,
        "assesses": may_assess(seat, circular),
        "asks": not own and speaks_for_unit(seat) and circular.state == CircularState.CHECKING,
        "form": form,
    }
    return render(request, "assessment/circular_detail.html", context, status=422 if form.errors else 200)


def _buttons(circular: Circular, seat: Seat) -> list[dict[str, object]]:
    steps = open_to(CIRCULAR_TRANSITIONS, circular, seat)
    return [{"label": one.label, "kind": PLACES[one.verb], "verb": one.verb} for one in steps]


def _circular(request: Request, uid: UUID) -> Circular:
    found = visible_to(Circular, request.seat)
    return get_object_or_404(found.select_related("office", "calculation", "draft"), uid=uid)
