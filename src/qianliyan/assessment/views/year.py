"""The year in figures, the things that one figure counts, and the recorded figures of earlier years."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qianliyan.assessment.actions import annual
from qianliyan.assessment.board import board_and_words, figures_of
from qianliyan.assessment.forms.period import AnnualForm
from qianliyan.assessment.models import AnnualFigure
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.queries import annual_figures
from qianliyan.assessment.things import page_of
from qianliyan.assessment.views.guards import for_section
from qianliyan.assessment.yearly import publications
from qianliyan.core import clock
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once


@seated
def index(request: Request) -> HttpResponseBase:
    """Show the figures of the present year."""
    return show(request, clock.today().year)


@seated
def show(request: Request, year: int) -> HttpResponse:
    """Show the figures of a year."""
    for_section(request)
    _sensible(year)
    board, said = board_and_words(request.seat.office, year)
    this = clock.today().year
    context = {
        "board": board,
        "paragraph": said,
        "years": [{"label": str(one), "year": one, "current": one == year} for one in range(this, this - 6, -1)],
        "assesses": may_assess(request.seat, AnnualFigure(office=request.seat.office)),
    }
    return page(request, "assessment/year.html", context)


@seated
def figure(request: Request, year: int) -> HttpResponse:
    """List what one figure counts."""
    for_section(request)
    _sensible(year)
    code, office = request.GET.get("figure", ""), request.seat.office
    names = figures_of(office, [])
    if code not in names:
        raise Http404
    found = page_of(office, code, year, request.GET.get("after", ""), request.seat)
    context: dict[str, Any] = {"found": found, "label": names[code], "year": year}
    context["older"] = f"?{urlencode({'figure': code, 'after': found.older})}" if found.older else ""
    return page(request, "assessment/year_figure.html", context)


@seated
def earlier(request: Request) -> HttpResponse:
    """Show and enter the figures of years before the installation."""
    for_section(request)
    office = request.seat.office
    names = figures_of(office, publications(office))
    form = AnnualForm(list(names.items()), request.POST or None)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            annual.enter(by=request.seat, **form.cleaned_data)
        messages.success(request, _("已登记。"))
        return redirect("assessment:earlier_years")
    context = {
        "form": form,
        "rows": [_row(row, names) for row in annual_figures(request.seat)],
        "assesses": may_assess(request.seat, AnnualFigure(office=office)),
    }
    return render(request, "assessment/earlier_years.html", context, status=422 if form.errors else 200)


def _sensible(year: int) -> None:
    if not 2000 <= year <= 2999:
        raise Http404


def _row(row: AnnualFigure, names: dict[str, str]) -> dict[str, object]:
    label = names.get(row.figure, row.figure)
    return {"label": label, "year": row.year, "value": f"{row.value.normalize():f}", "evidence": row.evidence}
