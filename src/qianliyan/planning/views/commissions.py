"""约稿: what the office has asked, by state; a new one, and one that is not sent out yet."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core.paging import page_of
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.planning.actions import commissions
from qianliyan.planning.forms.commissions import CommissionForm
from qianliyan.planning.permissions import may_plan
from qianliyan.planning.queries.commissions import asked_by, commission_counts
from qianliyan.planning.states import CommissionState
from qianliyan.planning.views.finding import commission_of, refuse_strangers, refuse_unless_planning

REFUSED = 422


@seated
def index(request: Request) -> HttpResponse:
    """List the office's commissions."""
    refuse_strangers(request)
    state = request.GET.get("state", "")
    chosen = state if state in CommissionState.values else ""
    counts = commission_counts(request.seat)
    context = {
        "shown": page_of(asked_by(request.seat, chosen or None), request.GET, by="created_at"),
        "tabs": _tabs(chosen, counts),
        "state": chosen,
        "may_plan": may_plan(request.seat),
    }
    return page(request, "planning/commissions.html", context)


@seated
def create(request: Request) -> HttpResponse:
    """Write a new commission."""
    refuse_unless_planning(request, _("约稿"))
    form = CommissionForm(request.seat, data=request.POST or None)
    if request.method != "POST":
        return _form(request, form, reverse("planning:commissions"))
    if not form.is_valid():
        return _form(request, form, reverse("planning:commissions"), REFUSED)
    with once(request.seat, request.POST.get("once", "")):
        commission = commissions.prepare(by=request.seat, **form.written())
    return respond(request, to="planning:commission", uid=commission.uid)


@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Change a commission that is not sent out yet."""
    commission = commission_of(request, uid)
    back = reverse("planning:commission", args=[uid])
    form = CommissionForm(request.seat, commission, request.POST or None)
    if request.method != "POST":
        return _form(request, form, back)
    if not form.is_valid():
        return _form(request, form, back, REFUSED)
    commissions.revise(commission, by=request.seat, **form.cleaned_data)
    return respond(request, to="planning:commission", uid=uid)


def _form(request: Request, form: CommissionForm, back: str, status: int = 200) -> HttpResponse:
    answer = page(request, "planning/commission_form.html", {"form": form, "back": back})
    answer.status_code = status
    return answer


def _tabs(chosen: str, counts: dict[str, int]) -> list[dict[str, object]]:
    everything = sum(counts[state] for state in CommissionState.values if state != CommissionState.CANCELLED)
    states = [("", _("全部"), everything), *((one.value, one.label, counts[one.value]) for one in CommissionState)]
    return [
        {"label": label, "url": f"?state={value}" if value else "?", "count": count, "current": value == chosen}
        for value, label, count in states
    ]
