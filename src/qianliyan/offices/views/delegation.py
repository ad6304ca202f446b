"""Delegations of one's own post."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.offices.actions import delegate, withdraw_delegation
from qianliyan.offices.forms import DelegationForm
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.seats import held_on


@seated
def index(request: Request) -> HttpResponse:
    """Show who acts for this seat, and let its holder name somebody."""
    form = DelegationForm(request.seat, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        with once(request.seat, request.POST.get("once", "")):
            delegate(
                request.seat,
                chosen["to"],
                kind=SeatKind(chosen["kind"]),
                since=chosen["since"],
                until=chosen["until"],
                basis=chosen["basis"],
                by=request.seat,
            )
        messages.success(request, _("已授权%(name)s。") % {"name": chosen["to"].name})
        return redirect("offices:delegations")
    delegations = request.seat.delegations.select_related("person", "post", "office").order_by("-valid_from")
    context = {"form": form, "delegations": delegations, "today": clock.today()}
    return render(request, "offices/delegations.html", context, status=422 if form.errors else 200)


@require_POST
@seated
def destroy(request: Request, uid: UUID) -> HttpResponse:
    """Take a delegation back."""
    acting = get_object_or_404(request.seat.delegations.filter(held_on(clock.today())), uid=uid)
    withdraw_delegation(acting, by=request.seat)
    messages.success(request, _("授权已收回。"))
    return redirect("offices:delegations")
