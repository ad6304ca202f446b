"""The standings of a period: groups, what totals are made of, one unit taken apart."""

from typing import Any

from django.http import Http404, HttpResponse
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
    standings = list(units_in(calculation)) if calculation else []
    chosen = _chosen(request, calculation, standings)
    context = {"days": days, "calculation": calculation, **chosen}
    if request.htmx and chosen and not request.htmx.boosted:
        return page(request, TEMPLATE, context, partial="unit")
    whole = _whole(request, days, (found[days.label], found[before]), standings)
    return page(request, TEMPLATE, {**context, **whole})


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


def _whole(request: Request, days: Days, both: tuple[Overview, Overview], standings: list[Standing]) -> dict[str, Any]:
    present, before = both
    calculation, office = present.shown, request.seat.office
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
        "tiles": tiles_of(calculation, before.shown) if calculation else [],
    }


def _choice(one: Days, chosen: Days) -> dict[str, object]:
    return {"label": spoken(one.label), "url": f"?period={one.label}", "current": one.label == chosen.label}


def _chosen(request: Request, calculation: Calculation | None, standings: list[Standing]) -> dict[str, Any]:
    unit = request.GET.get("unit", "")
    if not unit or calculation is None:
        return {}
    standing = next((one for one in standings if str(one.unit_id) == unit), None)
    if standing is None:
        raise Http404
    return {"standing": standing, "explained": explained(calculation, standing.name, request.seat)}
