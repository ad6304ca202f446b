"""The standings of a period: groups, what totals are made of, one unit taken apart."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from qianliyan.assessment.explaining import explained
from qianliyan.assessment.exporting import FORMS
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.overview import Overview, overviews
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.queries import periods_to_choose, units_in
from qianliyan.assessment.requirements import before_closing
from qianliyan.assessment.tables import CLASS_NAMES, a_year_before, groups_of, longest, places_in
from qianliyan.assessment.tiles import tiles_of
from qianliyan.assessment.views.guards import for_section, period_named
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to
from qianliyan.scoring.periods import Period as Days

TEMPLATE = "assessment/standings.html"


@seated
def show(request: Request) -> HttpResponse:
    """Show the standings; HTMX asks for one unit's explanation alone."""
    for_section(request)
    days = period_named(request.GET.get("period", ""))
    before = a_year_before(days.label)
    found = overviews(request.seat.office, [days.label, before])
    calculation = found[days.label].shown
    chosen = _chosen(request, calculation)
    context = {"days": days, "calculation": calculation, **chosen}
    if request.htmx and chosen and not request.htmx.boosted:
        return page(request, TEMPLATE, context, partial="unit")
    return page(request, TEMPLATE, {**context, **_whole(request, days, found[days.label], found[before])})


@seated
def export(request: Request) -> HttpResponse:
    """Hand the standings out as a spreadsheet or as a paper."""
    for_section(request)
    days = period_named(request.GET.get("period", ""))
    calculation = overviews(request.seat.office, [days.label])[days.label].shown
    form = request.GET.get("form", "")
    if calculation is None or form not in FORMS:
        raise Http404
    made, media_type = FORMS[form](calculation)
    answer = HttpResponse(made, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="standings-{calculation.label}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _whole(request: Request, days: Days, present: Overview, before: Overview) -> dict[str, Any]:
    calculation, office = present.shown, request.seat.office
    standings = list(units_in(calculation)) if calculation else []
    groups = groups_of(standings, places_in(before.shown)) if calculation else []
    assesses = may_assess(request.seat, present.period)
    return {
        "groups": groups,
        "longest": longest(groups),
        "trend": any(row.months for group in groups for row in group.rows),
        "legend": CLASS_NAMES.values(),
        "present": present,
        "choices": [_choice(one, days) for one in periods_to_choose(days.first.year)],
        "assesses": assesses,
        "missing": before_closing(office, days) if assesses and not present.closed else [],
        "name": spoken(days.label),
        "title": _("%(period)s采用情况") % {"period": spoken(days.label)},
        "tiles": tiles_of(calculation) if calculation else [],
    }


def _choice(one: Days, chosen: Days) -> dict[str, object]:
    return {"label": spoken(one.label), "url": f"?period={one.label}", "current": one.label == chosen.label}


def _chosen(request: Request, calculation: Calculation | None) -> dict[str, Any]:
    unit = request.GET.get("unit", "")
    if not (unit.isascii() and unit.isdigit() and len(unit) < 10) or calculation is None:
        return {}
    rows = visible_to(Standing, request.seat).filter(calculation=calculation, unit__isnull=False)
    standing = get_object_or_404(rows.select_related("unit"), unit=int(unit))
    return {"standing": standing, "explained": explained(calculation, standing.name, request.seat)}
