"""What a figure of 本月信息流转 counts, one by one."""

from django.http import Http404, HttpResponse
from django.urls import reverse

from qianliyan.core.web import Request, page, seated
from qianliyan.items.models import Submission
from qianliyan.items.paging import page_of
from qianliyan.workbench.today.figures import figures_for


@seated
def show(request: Request, figure: str) -> HttpResponse:
    """List this month's submissions behind one figure; a figure that is not this seat's does not exist."""
    figures = figures_for(request.seat)
    chosen = next((one for one in figures if one.code == figure), None)
    if chosen is None:
        raise Http404
    rows = chosen.rows(request.seat).select_related("item", "receiver").defer("body")
    shown = page_of(rows, request.GET, by="sent_at")
    context = {
        "shown": shown,
        "lines": [(submission, _page_of(request, submission)) for submission in shown.rows],
        "label": str(chosen.label),
        "tabs": [_tab(one.code, str(one.label), figure) for one in figures],
    }
    return page(request, "workbench/flow.html", context, partial="rows")


def _tab(code: str, label: str, current: str) -> dict[str, object]:
    return {"label": label, "url": reverse("workbench:flow", args=[code]), "count": None, "current": code == current}


def _page_of(request: Request, submission: Submission) -> str:
    """Return the page on which this seat reads the submission."""
    if submission.receiver_id == request.seat.office_id:
        return reverse("desk:submission", args=[submission.uid])
    return reverse("items:item", args=[submission.item.uid])
