"""One unit's habits of writing, for the section alone."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from qianliyan.core.web import Request, page, seated
from qianliyan.desk.coaching import DAYS, habits_in, texts_of, units_of
from qianliyan.desk.views.finding import refuse_strangers


@seated
def index(request: Request) -> HttpResponse:
    """List the units that sent something, to choose one."""
    refuse_strangers(request)
    return page(request, "desk/coaching.html", {"units": units_of(request.seat), "days": DAYS})


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show what keeps being found in one unit's texts."""
    refuse_strangers(request)
    unit = get_object_or_404(units_of(request.seat), uid=uid)
    texts = texts_of(request.seat, unit)
    context = {"unit": unit, "texts": texts, "habits": habits_in(texts, request.seat), "days": DAYS}
    return page(request, "desk/coaching.html", context)
