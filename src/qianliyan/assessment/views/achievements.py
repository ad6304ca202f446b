"""One officer's year on one page (个人采用情况): whose page may be read, the comment on it, the paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.achievements import achievements
from qianliyan.assessment.actions import commenting
from qianliyan.assessment.letters import NATURES
from qianliyan.assessment.models import Comment, Letter
from qianliyan.assessment.officers import Officer, officer, officers_of
from qianliyan.assessment.permissions import heads_unit, may_comment, may_read, speaks_for_unit
from qianliyan.assessment.queries import units_below
from qianliyan.core import clock
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office
from qianliyan.scoring.periods import Calendar

SHOWN_LETTERS = 6


@seated
def index(request: Request) -> HttpResponse:
    """List those whose page the seat may read, unit by unit; whoever only writes sees his own at once."""
    seat, year = request.seat, _year(request)
    units = list(units_below(seat.office)) if may_read(seat) else []
    heads = heads_unit(seat, seat.office_id) and seat.office.parent_id is not None
    if not units and not heads:
        if not speaks_for_unit(seat) or seat.office.parent_id is None:
            raise Http404
        return redirect(f"{reverse('assessment:achievement', args=[seat.office_id, seat.person.uid])}?year={year}")
    unit = _chosen(request, [*units, *([seat.office] if heads else [])])
    office = unit.parent or seat.office
    context = {
        "units": [*units, *([seat.office] if heads and units else [])],
        "unit": unit,
        "year": year,
        "rows": officers_of(unit, office, Calendar().year(year), seat),
        "years": _years(year, f"unit={unit.pk}&"),
    }
    return page(request, "assessment/achievement_list.html", context)


@seated
def show(request: Request, unit: int, person: UUID) -> HttpResponse:
    """Show the year of one officer."""
    whose, year = _officer(request, unit, person), _year(request)
    found = achievements(whose, year, request.seat)
    letters = visible_to(Letter, request.seat).filter(office=whose.office, to=whose.unit, person=whose.person)
    listed = may_read(request.seat) or heads_unit(request.seat, unit)
    context = {
        "found": found,
        "years": _years(year),
        "letters": letters.select_related("file")[:SHOWN_LETTERS],
        "comments": may_comment(request.seat, Comment(office=whose.office, person=whose.person)),
        "section": may_read(request.seat) and request.seat.at(whose.office.pk),
        "back": f"{reverse('assessment:achievements')}?unit={unit}&year={year}" if listed else "",
    }
    return page(request, "assessment/achievement.html", context)


@require_POST
@seated
def comment(request: Request, unit: int, person: UUID) -> HttpResponse:
    """Write the comment."""
    whose, year = _officer(request, unit, person), _year(request)
    with once(request.seat, request.POST.get("once", "")):
        commenting.give(whose, year=year, text=request.POST.get("text", "").strip(), by=request.seat)
    messages.success(request, _("评语已写好，本人和所在单位负责人可以看到。"))
    return redirect(_page(whose, year))


@require_POST
@seated
def withdraw(request: Request, uid: UUID) -> HttpResponse:
    """Take the comment back."""
    found = visible_to(Comment, request.seat).select_related("person", "unit")
    given = commenting.withdraw(get_object_or_404(found, uid=uid), by=request.seat)
    messages.success(request, _("评语已收回。"))
    page_of = reverse("assessment:achievement", args=[given.unit_id, given.person.uid])
    return redirect(f"{page_of}?year={given.year}")


@require_POST
@seated
def printing(request: Request, unit: int, person: UUID) -> HttpResponse:
    """Print the page; it stands there from then on."""
    whose, year, form = _officer(request, unit, person), _year(request), request.POST.get("form", "")
    if form not in NATURES:
        raise Http404
    with once(request.seat, request.POST.get("once", "")):
        commenting.print_page(achievements(whose, year, request.seat), form=form, by=request.seat)
    messages.success(request, _("已印好，可在“印过的”里下载，盖章后交本人。"))
    return redirect(f"{_page(whose, year)}#letters")


def _officer(request: Request, unit: int, person: UUID) -> Officer:
    whose = officer(request.seat, unit, person)
    if whose is None:
        raise Http404
    return whose


def _page(whose: Officer, year: int) -> str:
    return f"{reverse('assessment:achievement', args=[whose.unit.pk, whose.person.uid])}?year={year}"


def _chosen(request: Request, units: list[Office]) -> Office:
    wanted = request.GET.get("unit", "")
    return next((one for one in units if str(one.pk) == wanted), units[0])


def _year(request: Request) -> int:
    text = request.GET.get("year", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else clock.today().year
    if not 2000 <= year <= 2999:
        raise Http404
    return year


def _years(chosen: int, more: str = "") -> list[dict[str, Any]]:
    this = clock.today().year
    return [
        {"label": str(one), "url": f"?{more}year={one}", "current": one == chosen} for one in range(this, this - 4, -1)
    ]
