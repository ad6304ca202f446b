"""Publications: the list, one with its issue in the making and its shelf, and its settings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from qianliyan.bulletins.actions import publications
from qianliyan.bulletins.deadlines import next_deadline
from qianliyan.bulletins.forms.publication import PublicationForm, said_in
from qianliyan.bulletins.models import Publication, Series
from qianliyan.bulletins.models.publication import Frequency, written_number
from qianliyan.bulletins.permissions import may_start
from qianliyan.bulletins.queries.issues import unprinted
from qianliyan.bulletins.queries.numbers import counted, series_of
from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.bulletins.queries.shelf import received, shelf
from qianliyan.bulletins.views.shelf import shelf_page
from qianliyan.configuration.calendar import OfficeCalendar
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
        "received": received(seat)[:10],
    }
    return page(request, "bulletins/publication_list.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one publication: its open issues, and its shelf by year."""
    seat = request.seat
    seen = visible_to(Publication, seat).select_related("office", "picture")
    publication: Any = get_object_or_404(counted(seen), uid=uid)
    stored = shelf(seat, publication)
    years = _years(publication.first_year, publication.last_year)
    year = _year(request.GET.get("year", ""), years)
    context = {
        "publication": publication,
        "unprinted": unprinted(seat).filter(publication=publication),
        "expected": publication.number_as_printed((publication.last or 0) + 1, clock.today().year),
        "may_start": may_start(seat, publication),
        "year": year,
        "series": _series(publication),
        "deadline": _deadline(publication),
        "lists": publication.lists.all(),
        "years": [{"label": str(one), "url": f"?year={one}", "current": one == year} for one in years],
        **shelf_page(request, stored.filter(year=year) if year else stored, f"year={year}&" if year else ""),
    }
    return page(request, "bulletins/publication_detail.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Begin a publication."""
    if not request.seat.may(Power.COMPOSE):
        raise NotAllowed(_("新设刊物"))
    form = _form(request, Publication(office=request.seat.office))
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            publication = publications.found(by=request.seat, **said_in(form))
            _hang(request, publication, form)
        return redirect("bulletins:publication", uid=publication.uid)
    return _show_form(request, form, None)


@seated
def settings(request: Request, uid: UUID) -> HttpResponse:
    """Edit head, page, numbers, deadlines, tail and readers."""
    publication = get_object_or_404(visible_to(Publication, request.seat).select_related("picture"), uid=uid)
    if not may_start(request.seat, publication):
        raise NotAllowed(_("修改刊物设置"))
    form = _form(request, publication)
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        publications.change(publication, by=request.seat, revision=revision, **said_in(form))
        _hang(request, publication, form)
        messages.success(request, _("已保存。正在编的一期仍用原来的报尾，可在那一期里改。"))
        return redirect("bulletins:publication", uid=uid)
    return _show_form(request, form, publication)


def _deadline(publication: Publication) -> datetime | None:
    irregular = publication.frequency == Frequency.IRREGULAR
    return None if irregular else next_deadline(publication, OfficeCalendar(publication.office))


def _series(publication: Publication) -> list[tuple[Series, str]]:
    """Return the further series with the number that the next issue of each will have."""
    year = clock.today().year
    found: Any = series_of(publication)
    return [(one, written_number(one.number_format, (one.last or 0) + 1, year)) for one in found]


def _form(request: Request, publication: Publication) -> PublicationForm:
    return PublicationForm(publication.office, request.POST or None, request.FILES or None, instance=publication)


def _hang(request: Request, publication: Publication, form: PublicationForm) -> None:
    content, gone = form.cleaned_data["picture"], form.cleaned_data["no_picture"]
    if content or gone:
        publications.hang_picture(publication, by=request.seat, content=None if gone else content)


def _show_form(request: Request, form: PublicationForm, publication: Publication | None) -> HttpResponse:
    context = {"form": form, "publication": publication}
    return render(request, "bulletins/publication_form.html", context, status=422 if form.errors else 200)


def _years(first: int | None, last: int | None) -> list[int]:
    """Return the years of a publication, the newest first."""
    return list(range(last, first - 1, -1)) if first and last else []


def _year(text: str, years: list[int]) -> int | None:
    wanted = int(text) if text.isascii() and text.isdigit() else 0
    return wanted if wanted in years else (years[0] if years else None)
