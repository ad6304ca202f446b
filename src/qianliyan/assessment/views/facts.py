"""The facts behind a figure."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from qianliyan.assessment.labels import spoken
from qianliyan.assessment.listing import facts_page
from qianliyan.assessment.overview import overviews
from qianliyan.assessment.views.guards import for_section, period_named
from qianliyan.core.web import Request, page, seated
from qianliyan.scoring.attributes import label


@seated
def index(request: Request) -> HttpResponse:
    """List the facts of one name, at some levels, in a period."""
    for_section(request)
    days = period_named(request.GET.get("period", ""))
    calculation = overviews(request.seat.office, [days.label])[days.label].shown
    if calculation is None:
        raise Http404
    fact, levels = request.GET.get("fact", ""), request.GET.getlist("level")
    found = facts_page(calculation, fact, levels, request.GET.get("after", ""), request.seat)
    query = {"period": days.label, "fact": fact, "level": levels, "after": found.older}
    context = {
        "found": found,
        "older": f"?{urlencode(query, doseq=True)}" if found.older else "",
        "label": days.label,
        "name": spoken(days.label),
        "fact": label(fact),
        "levels": "、".join(label(level) for level in levels),
    }
    return page(request, "assessment/facts.html", context)
