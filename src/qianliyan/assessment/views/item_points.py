"""What one item brought its unit."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from qianliyan.assessment.overview import overviews
from qianliyan.assessment.tracing import Step, steps_of
from qianliyan.core import clock
from qianliyan.core.web import Request, page, seated
from qianliyan.items.models import Item
from qianliyan.offices.audiences import visible_to


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show what each step of the item brought, as part of the item's page or as a page of its own."""
    found = visible_to(Item, request.seat).filter(office=request.seat.office_id)
    item = get_object_or_404(found.select_related("office__parent"), uid=uid)
    template = "assessment/_item_points.html" if request.htmx else "assessment/item_points.html"
    return page(request, template, {"item": item, "steps": _steps(item)})


def _steps(item: Item) -> list[Step]:
    office = item.office.parent
    if office is None:
        return []
    years = range(clock.local(item.created_at).year, clock.today().year + 1)
    shown = [one.shown for one in overviews(office, map(str, years)).values()]
    return steps_of(item.pk, item.office_id, [one for one in shown if one])
