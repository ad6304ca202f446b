"""Publications: the list, one with its issue in the making and its shelf, and its settings."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions import publications
from qianliyan.bulletins.forms import PublicationForm
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.permissions import may_start
from qianliyan.bulletins.queries import expected_number, publications_of, shelf, unprinted, years_on
from qianliyan.bulletins.views.shelf import shelf_page
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.powers import Power


@seated
def index(request: Request) -> HttpResponse:
    """Show the office's publications with what is in the making, and what other offices sent here."""
    seat = request.seat
    context = {
        "publications": publications_of(seat),
        "unprinted": unprinted(seat),
        "may_found": seat.may(Power.COMPOSE),
        "received": shelf(seat).exclude(office=seat.office_id)[:10],
    }
    return page(request, "bulletins/publication_list.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one publication: its open issues, and its shelf by year."""
    seat = request.seat
    publication = get_object_or_404(visible_to(Publication, seat).select_related("office"), uid=uid)
    stored = shelf(seat, publication)
    years = years_on(stored)
    year = _year(request.GET.get("year", ""), years)
    context = {
        "publication": publication,
        "unprinted": unprinted(seat).filter(publication=publication),
        "expected": publication.number_as_printed(expected_number(publication), clock.today().year),
        "may_start": may_start(seat, publication),
        "years": [{"label": str(one), "url": f"?year={one}", "current": one == year} for one in years],
        **shelf_page(request, stored.filter(year=year) if year else stored, f"year={year}&" if year else ""),
    }
    return page(request, "bulletins/publication_detail.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Begin a publication."""
    if not request.seat.may(Power.COMPOSE):
        raise NotAllowed(_("新设刊物"))
    form = PublicationForm(request.seat.office, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            publication = publications.found(by=request.seat, **form.cleaned_data)
        return redirect("bulletins:publication", uid=publication.uid)
    context = {"form": form, "publication": None}
    return render(request, "bulletins/publication_form.html", context, status=422 if form.errors else 200)


@seated
def settings(request: Request, uid: UUID) -> HttpResponse:
    """Edit head, tail, size and readers."""
    publication = get_object_or_404(visible_to(Publication, request.seat), uid=uid)
    if not may_start(request.seat, publication):
        raise NotAllowed(_("修改刊物设置"))
    form = PublicationForm(publication.office, request.POST or None, instance=publication)
    if request.method == "POST" and form.is_valid():
        publications.change(publication, by=request.seat, **form.cleaned_data)
        messages.success(request, _("已保存。正在编的一期仍用原来的报尾，可在那一期里改。"))
        return redirect("bulletins:publication", uid=uid)
    context = {"form": form, "publication": publication}
    return render(request, "bulletins/publication_form.html", context, status=422 if form.errors else 200)


def _year(text: str, years: list[int]) -> int | None:
    wanted = int(text) if text.isascii() and text.isdigit() else 0
    return wanted if wanted in years else (years[0] if years else None)
