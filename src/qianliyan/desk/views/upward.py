"""上报: making a draft this office's own item, and what became of everything that was sent up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.paging import page_of
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions.upward import report_up
from qianliyan.desk.reports import reports_of, sent_up
from qianliyan.desk.views.finding import draft_of, refuse_strangers
from qianliyan.history.once import once


@seated
def index(request: Request) -> HttpResponse:
    """List what the office reports upward, newest first."""
    refuse_strangers(request)
    shown = page_of(sent_up(request.seat), request.GET, by="at")
    context = {"shown": shown, "reports": reports_of(shown.rows)}
    return page(request, "desk/upward.html", context)


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Make the draft an item, and go on with it."""
    draft = draft_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        item = report_up(draft, by=request.seat)
    messages.success(request, _("已转为本单位的信息，审签后上报。"))
    return respond(request, to="items:item", uid=item.uid)
