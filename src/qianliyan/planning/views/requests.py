"""报送需求: what the seat's unit is asked at present — commissions, key points, its key tasks."""

from django.http import HttpResponse

from qianliyan.core.paging import page_of
from qianliyan.core.web import Request, page, seated
from qianliyan.planning.queries.commissions import answered_by, open_for
from qianliyan.planning.queries.key_points import current_for
from qianliyan.planning.queries.key_tasks import duties_of
from qianliyan.planning.views.finding import refuse_unless_asked


@seated
def index(request: Request) -> HttpResponse:
    """Show what is asked now, the most pressing first."""
    refuse_unless_asked(request)
    context = {
        "open": list(open_for(request.seat)),
        "points": list(current_for(request.seat)),
        "duties": list(duties_of(request.seat)),
    }
    return page(request, "planning/requests.html", context)


@seated
def past(request: Request) -> HttpResponse:
    """List what the unit was asked before."""
    refuse_unless_asked(request)
    context = {"shown": page_of(answered_by(request.seat), request.GET, by="due_at")}
    return page(request, "planning/past.html", context)
