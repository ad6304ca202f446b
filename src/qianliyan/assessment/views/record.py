"""Results outside the installation: the list, entering one, reading one, revoking it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.forms.period import ReasonForm
from qianliyan.assessment.forms.recording import RecordForm
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.permissions import may_record
from qianliyan.assessment.queries import recorded_by, units_below
from qianliyan.assessment.registered import registered_among
from qianliyan.assessment.views.guards import for_section
from qianliyan.bulletins.models import Entry
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to

KEYS = ("recorded_at", "pk")


@seated
def index(request: Request) -> HttpResponse:
    """List what was entered, the newest first."""
    for_section(request)
    shown = window(recorded_by(request.seat), KEYS, request.GET.get("at", ""))
    context = {
        "rows": shown.rows,
        "newer": f"?at={shown.newer}" if shown.newer else "",
        "older": f"?at={shown.older}" if shown.older else "",
        "records": may_record(request.seat, RecordedFact(office=request.seat.office)),
    }
    return page(request, "assessment/record_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Enter a result, about a printed entry, a submission, or a title with its units."""
    if not may_record(request.seat, RecordedFact(office=request.seat.office)):
        raise NotAllowed(_("登记采用、批示和反映"))
    about = _about(request)
    piece = bool(about.entry or about.submission)
    initial = {"fact": request.GET.get("fact", FactName.ADOPTED), "level": "province"}
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RecordForm(units_below(request.seat.office), *data, about_piece=piece, initial=initial)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            entered = _entered(request, form, about)
        messages.success(request, _("已登记“%(what)s”，下次计算即计入。") % {"what": entered.get_fact_display()})
        return redirect("assessment:record", uid=entered.uid)
    context = {"form": form, "about": about, "piece": piece}
    return render(request, "assessment/record_form.html", context, status=422 if form.errors else 200)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one entry with its paper and who has which part in it."""
    entered = _record(request, uid)
    own = entered.office_id == request.seat.office_id
    revocation = getattr(entered, "revocation", None)
    context = {
        "record": entered,
        "revocation": revocation,
        "registered": bool(registered_among([entered])),
        "own": own,
        "may_revoke": own and revocation is None and may_record(request.seat, entered),
        "shares": entered.shares.select_related("unit", "author") if own else [],
    }
    return page(request, "assessment/record_detail.html", context)


@seated
def file(request: Request, uid: UUID) -> HttpResponseBase:
    """Hand the paper out."""
    entered = _record(request, uid)
    if entered.file is None:
        raise Http404
    return answer_with(entered.file)


@seated
def revoke(request: Request, uid: UUID) -> HttpResponse:
    """Ask why, and revoke."""
    entered = _record(request, uid)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        recording.revoke(entered, by=request.seat, **form.cleaned_data)
        return HttpResponseRedirect(reverse("assessment:record", args=[uid]))
    context = {"form": form, "record": entered}
    return render(request, "assessment/revocation.html", context, status=422 if form.errors else 200)


def _entered(request: Request, form: RecordForm, about: About) -> RecordedFact:
    data: dict[str, Any] = form.cleaned_data
    scan = data["file"]
    kept = keep(scan.read(), scan.name, allowed=PHOTOS, by=request.seat) if scan else None
    named = about if about.entry or about.submission else About(data["title"], units=list(data["units"]))
    return recording.enter(
        FactName(data["fact"]),
        named,
        on=data["on"],
        paper=recording.Paper(data["evidence"], kept),
        by=request.seat,
        details=recording.Details(form.attributes, form.value_given),
    )


def _about(request: Request) -> About:
    """Return the piece named in the address, if the seat may see it."""
    seat, given = request.seat, request.GET
    if entry := given.get("entry"):
        found = visible_to(Entry, seat).filter(issue__office=seat.office_id)
        return About(entry=get_object_or_404(found, uid=_uid(entry)))
    if submission := given.get("submission"):
        ours = Q(receiver=seat.office_id) | Q(sender=seat.office_id)
        piece = get_object_or_404(visible_to(Submission, seat).filter(ours), uid=_uid(submission))
        return About(submission=piece)
    return About()


def _uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def _record(request: Request, uid: UUID) -> RecordedFact:
    found = visible_to(RecordedFact, request.seat)
    return get_object_or_404(found.select_related("office", "file", "revocation", "recorded_by__person"), uid=uid)
