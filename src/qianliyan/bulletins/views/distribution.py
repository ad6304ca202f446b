"""The office's distribution lists."""

from uuid import UUID

from django.db.models import Count, Q, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions.distribution import keep_list
from qianliyan.bulletins.forms.distribution import ListForm
from qianliyan.bulletins.models import DistributionList
from qianliyan.bulletins.permissions import may_keep_lists
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@seated
def index(request: Request) -> HttpResponse:
    """Show every list with its size."""
    sizes = {
        "length": Count("places"),
        "copies": Sum("places__copies"),
        "inside": Count("places", filter=Q(places__office__isnull=False)),
    }
    lists = visible_to(DistributionList, request.seat).annotate(**sizes).order_by("order", "pk")
    context = {"lists": lists, "may_keep": may_keep_lists(request.seat)}
    return page(request, "bulletins/list_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Begin a list."""
    return _edit(request, None)


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Write a list anew; issues that were printed keep theirs."""
    return _edit(request, get_object_or_404(visible_to(DistributionList, request.seat), uid=uid))


def _edit(request: Request, standing: DistributionList | None) -> HttpResponse:
    if not may_keep_lists(request.seat):
        raise NotAllowed(_("编分送名单"))
    places = list(standing.places.select_related("office")) if standing else []
    typed = "\n".join(f"{place.name} {place.copies}" for place in places)
    begun = {"name": standing.name, "places": typed, "revision": standing.revision} if standing else None
    form = ListForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            keep_list(standing, by=request.seat, **form.cleaned_data)
        return redirect("bulletins:lists")
    context = {"form": form, "list": standing, "inside": [place for place in places if place.office]}
    return render(request, "bulletins/list_form.html", context, status=422 if form.errors else 200)
