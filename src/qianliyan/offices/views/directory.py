"""The directory: offices below an administrator, their people and posts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.offices.actions import found, leave, seat
from qianliyan.offices.directory import offices_below, people_without_seat, seats_in
from qianliyan.offices.enrolling import FirstSignIn, enrol, reset_password, switch_sign_in
from qianliyan.offices.forms import EnrolForm, OfficeForm, SeatForm
from qianliyan.offices.permissions import may_grant, may_run

MOST = 200


@seated
def index(request: Request) -> HttpResponse:
    """Show the offices below the administrator as a tree, or those with a word in their name."""
    name = request.GET.get("name", "").strip()[:40]
    offices = offices_below(request.seat, name)[:MOST]
    depth = len(request.seat.office.lineage)
    rows = [(office, len(office.lineage) - depth) for office in offices]
    return render(request, "offices/directory.html", {"rows": rows, "name": name, "most": MOST})


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one office with its people, and the forms this administrator may use."""
    return _page(request, uid)


@require_POST
@seated
def create_office(request: Request, uid: UUID) -> HttpResponse:
    """Enter an office below this one."""
    form = OfficeForm(request.POST)
    parent = get_object_or_404(offices_below(request.seat), uid=uid)
    if not form.is_valid():
        return _page(request, uid, office_form=form)
    with once(request.seat, request.POST.get("once", "")):
        office = found(**form.cleaned_data, parent=parent, on=clock.today(), by=request.seat)
    messages.success(request, _("已新增%(name)s。") % {"name": office.name})
    return redirect("offices:office", uid=office.uid)


@require_POST
@seated
def create_person(request: Request, uid: UUID) -> HttpResponse:
    """Enter a person for this office; the one-time password is shown once, on this answer only."""
    form = EnrolForm(request.POST)
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    if not form.is_valid():
        return _page(request, uid, enrol_form=form)
    with once(request.seat, request.POST.get("once", "")):
        first = enrol(office, **form.cleaned_data, on=clock.today(), by=request.seat)
    return _page(request, uid, first=first)


@require_POST
@seated
def create_seat(request: Request, uid: UUID) -> HttpResponse:
    """Give somebody a post in this office."""
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    form = SeatForm(office, request.POST)
    if not form.is_valid():
        return _page(request, uid, seat_form=form)
    with once(request.seat, request.POST.get("once", "")):
        taken = seat(
            form.cleaned_data["person"], office, form.cleaned_data["post"], since=clock.today(), by=request.seat
        )
    messages.success(request, _("已任职：%(label)s。") % {"label": taken.label})
    return redirect("offices:office", uid=uid)


@require_POST
@seated
def end_seat(request: Request, uid: UUID, seat_uid: UUID) -> HttpResponse:
    """End somebody's post with the end of today."""
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    held = get_object_or_404(seats_in(office), uid=seat_uid)
    leave(held, on=clock.today(), by=request.seat)
    messages.success(request, _("%(label)s今天离任。") % {"label": held.label})
    return redirect("offices:office", uid=uid)


@require_POST
@seated
def renew_password(request: Request, uid: UUID, seat_uid: UUID) -> HttpResponse:
    """Give somebody a new one-time password, shown once."""
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    held = get_object_or_404(seats_in(office), uid=seat_uid)
    with once(request.seat, request.POST.get("once", "")):
        first = reset_password(held.person.user, office, by=request.seat)
    return _page(request, uid, first=first)


@require_POST
@seated
def switch(request: Request, uid: UUID, seat_uid: UUID) -> HttpResponse:
    """Close somebody's sign-in, or open it again."""
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    user = get_object_or_404(seats_in(office), uid=seat_uid).person.user
    switch_sign_in(user, office, on=not user.is_active, by=request.seat)
    return redirect("offices:office", uid=uid)


def _page(request: Request, uid: UUID, *, first: FirstSignIn | None = None, **forms: object) -> HttpResponse:
    office = get_object_or_404(offices_below(request.seat), uid=uid)
    context = {
        "office": office,
        "phases": office.phases.order_by("-valid_from"),
        "seats": seats_in(office),
        "waiting": people_without_seat(office),
        "runs": may_run(request.seat, office),
        "grants": may_grant(request.seat, office),
        "first": first,
        "office_form": OfficeForm(),
        "enrol_form": EnrolForm(),
        "seat_form": SeatForm(office),
        **forms,
    }
    answer = render(request, "offices/office.html", context, status=422 if forms else 200)
    add_never_cache_headers(answer)
    return answer
