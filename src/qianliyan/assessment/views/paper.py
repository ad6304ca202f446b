"""Letters that are prepared from the figures and gone over by an editor: 告知函 to a unit, the year's report."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from qianliyan.assessment.actions.letters import print_letter
from qianliyan.assessment.board import board_of
from qianliyan.assessment.forms.paper import PaperForm
from qianliyan.assessment.good_news import letter_text, results_above
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.letters import NATURES, named_today
from qianliyan.assessment.models import Letter, Standing
from qianliyan.assessment.overview import overviews
from qianliyan.assessment.views.guards import for_section, period_named
from qianliyan.assessment.year_report import report_text
from qianliyan.bulletins.making import PAPER_LANGUAGE
from qianliyan.core.web import Request, seated
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office

SHOWN = 20
Prepare = Callable[[], dict[str, str]]


@seated
def notice(request: Request, unit: int) -> HttpResponseBase:
    """Prepare the letter to a unit's main leader about what levels above made of its work, and print it."""
    for_section(request)
    days = period_named(request.GET.get("period", ""))
    calculation = overviews(request.seat.office, [days.label])[days.label].shown
    if calculation is None:
        raise Http404
    rows = visible_to(Standing, request.seat).filter(calculation=calculation, unit__isnull=False)
    standing = get_object_or_404(rows.select_related("unit"), unit=unit)
    to: Office = standing.unit  # type: ignore[assignment]
    results = results_above(calculation, standing.name, request.seat)

    def prepared() -> dict[str, str]:
        return {
            "title": "关于政务信息被上级采用和批示情况的告知函",
            "recipients": f"{named_today(to)}主要负责同志",
            "body": letter_text(results, spoken(days.label)),
        }

    more = {"nothing": not results, "back": "assessment:standings", "query": f"?period={days.label}&unit={unit}"}
    return _paper(request, _("告知函：%(unit)s") % {"unit": standing.name}, prepared, to, more)


@seated
def report(request: Request, year: int) -> HttpResponseBase:
    """Prepare the year's report for the leader in charge, and print it."""
    for_section(request)
    if not 2000 <= year <= 2999:
        raise Http404
    office = request.seat.office

    def prepared() -> dict[str, str]:
        shown = overviews(office, [str(year)])[str(year)].shown
        text = report_text(board_of(office, year), shown)
        return {"title": f"{year}年政务信息工作情况汇报", "recipients": "", "body": text}

    heading = _("%(year)d年信息工作汇报") % {"year": year}
    return _paper(request, heading, prepared, None, {"back": "assessment:this_year", "query": ""})


@require_safe
@seated
def file(request: Request, uid: UUID) -> HttpResponseBase:
    """Hand out a letter as it was printed."""
    found = visible_to(Letter, request.seat).select_related("file")
    return answer_with(get_object_or_404(found, uid=uid).file, download=True)


def _paper(
    request: Request, heading: str, prepared: Prepare, to: Office | None, more: dict[str, Any]
) -> HttpResponseBase:
    """Show what was prepared, or the last printing; with a form named, print the paper as it was changed."""
    kept = list(_printed(request, to))
    shown = next((one for one in kept if str(one.uid) == request.GET.get("letter")), None)
    with translation.override(PAPER_LANGUAGE):
        initial = {} if request.method == "POST" else (_words(shown) if shown else prepared())
        form = PaperForm(request.POST or None, initial=initial)
    as_what = request.POST.get("form", "")
    if form.is_valid() and as_what in NATURES:
        with once(request.seat, request.POST.get("once", "")):
            made = print_letter(**form.cleaned_data, form=as_what, by=request.seat, to=to)
        return redirect(f"{_without_letter(request)}letter={made.uid}#letters")
    context = {"form": form, "heading": heading, "kept": kept, "shown": shown, **more}
    return render(request, "assessment/paper.html", context, status=422 if form.errors else 200)


def _printed(request: Request, to: Office | None) -> QuerySet[Letter]:
    """Return what was printed to this unit, or for nobody but the leader in charge."""
    found = visible_to(Letter, request.seat).filter(
        office=request.seat.office_id, to=to, reconciliation=None, person=None
    )
    return found.select_related("file")[:SHOWN]


def _words(letter: Letter) -> dict[str, str]:
    return {"title": letter.title, "recipients": letter.recipients, "body": letter.body}


def _without_letter(request: Request) -> str:
    """Return the page's address, ready for one more parameter."""
    asked = request.GET.copy()
    asked.pop("letter", None)
    return f"{request.path}?{asked.urlencode()}&" if asked else f"{request.path}?"
