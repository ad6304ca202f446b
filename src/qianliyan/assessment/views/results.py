"""A unit's own page: its points, its place where the office shows it, and where every point comes from."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from qianliyan.assessment.explaining import explained
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.overview import overviews
from qianliyan.assessment.permissions import speaks_for_unit
from qianliyan.assessment.queries import periods_to_choose, units_in
from qianliyan.assessment.settings import OTHERS_SHOWN, RANKS_SHOWN
from qianliyan.assessment.tables import CLASS_NAMES, parts_of
from qianliyan.assessment.views.guards import period_named
from qianliyan.configuration.values import Values
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office
from qianliyan.scoring.periods import Period as Days


@seated
def show(request: Request) -> HttpResponse:
    """Show what the unit has by the rules of the office above it."""
    office = request.seat.office.parent
    if not speaks_for_unit(request.seat):
        raise Http404
    days = period_named(request.GET.get("period", ""))
    calculation = overviews(office, [days.label])[days.label].shown if office else None
    choices = [
        {"label": spoken(one.label), "url": f"?period={one.label}", "current": one == days} for one in _all(days)
    ]
    title = _("%(period)s本单位得分") % {"period": spoken(days.label)}
    context = {
        "office": office,
        "name": spoken(days.label),
        "title": title,
        "choices": choices,
        "calculation": calculation,
    }
    return page(request, "assessment/results.html", {**context, **_own(request, office, days, calculation)})


def _own(request: Request, office: Office | None, days: Days, calculation: Calculation | None) -> dict[str, Any]:
    if calculation is None or office is None:
        return {}
    rows = visible_to(Standing, request.seat).filter(calculation=calculation, unit=request.seat.office_id)
    standing = rows.select_related("unit").first()
    if standing is None:
        return {}
    values = Values(office)
    ranked = days.kind in values[RANKS_SHOWN]
    others = values[OTHERS_SHOWN]
    return {
        "standing": standing,
        "ranked": ranked,
        "explained": explained(calculation, standing.name, request.seat),
        "others": list(units_in(calculation).filter(group=standing.group)) if others else [],
        "parts": parts_of(standing),
        "whole": sum(parts_of(standing)),
        "legend": CLASS_NAMES.values(),
    }


def _all(days: Days) -> list[Days]:
    return periods_to_choose(days.first.year)
