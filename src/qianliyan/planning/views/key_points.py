"""报送要点: what the office wants to hear about; each on a page, written on a form."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.paging import page_of
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.planning.actions import key_points
from qianliyan.planning.forms.key_points import KeyPointForm
from qianliyan.planning.permissions import may_ask, may_plan
from qianliyan.planning.queries.key_points import announced_by
from qianliyan.planning.views.finding import point_of, refuse_strangers, refuse_unless_planning

REFUSED = 422


@seated
def index(request: Request) -> HttpResponse:
    """List the office's key points."""
    refuse_strangers(request)
    context = {
        "shown": page_of(announced_by(request.seat).prefetch_related("units"), request.GET, by="announced_at"),
        "today": clock.today(),
        "may_plan": may_plan(request.seat),
    }
    return page(request, "planning/key_points.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one."""
    point = point_of(request, uid)
    own = request.seat.at(point.office_id)
    context = {
        "point": point,
        "units": list(point.units.all()) if own else [],
        "own": own,
        "may_change": may_ask(request.seat, point) and point.withdrawn_at is None,
        "today": clock.today(),
    }
    return page(request, "planning/key_point.html", context)


@seated
def create(request: Request) -> HttpResponse:
    """Announce a new one."""
    refuse_unless_planning(request, _("发布要点"))
    form = KeyPointForm(request.seat, data=request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, reverse("planning:key_points"))
    with once(request.seat, request.POST.get("once", "")):
        point = key_points.announce(by=request.seat, **form.written())
    messages.success(request, _("要点已发布，各单位在“报送需求”和写信息时看到。"))
    return respond(request, to="planning:key_point", uid=point.uid)


@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Change one."""
    point = point_of(request, uid)
    form = KeyPointForm(request.seat, point, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, reverse("planning:key_point", args=[uid]))
    key_points.revise(point, by=request.seat, **form.cleaned_data)
    return respond(request, to="planning:key_point", uid=uid)


@require_POST
@seated
def withdraw(request: Request, uid: UUID) -> HttpResponse:
    """Take one back."""
    key_points.withdraw(point_of(request, uid), by=request.seat)
    messages.success(request, _("要点已撤回。"))
    return respond(request, to="planning:key_point", uid=uid)


def _form(request: Request, form: KeyPointForm, back: str) -> HttpResponse:
    answer = page(request, "planning/key_point_form.html", {"form": form, "back": back})
    answer.status_code = REFUSED if form.is_bound else answer.status_code
    return answer
