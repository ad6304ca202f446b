"""Printing an issue, the making of its file, and the file itself."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from qianliyan.bulletins.actions import printing
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.states import PrintState
from qianliyan.bulletins.typesetter import form_of
from qianliyan.bulletins.watermarks import for_reader, is_marked
from qianliyan.core.web import Request, page, seated
from qianliyan.files.responses import answer_with


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Print the issue and order its file."""
    issue = printing.publish(_issue(request, uid), by=request.seat)
    messages.success(request, _("《%(issue)s》已刊发，正在排版付印。") % {"issue": issue})
    return redirect("bulletins:issue", uid=uid)


@require_safe
@seated
def progress(request: Request, uid: UUID) -> HttpResponse:
    """Say how far the file is; the page asks every two seconds until there is an answer."""
    order = _order(request, uid)
    if not request.htmx:
        return redirect("bulletins:issue", uid=uid)
    inside = request.seat.at(order.issue.office_id)
    if not inside and order.state != PrintState.MADE:
        raise Http404
    context = {"issue": order.issue, "order": order, "inside": inside, "marked": is_marked(order.issue, request.seat)}
    return page(request, "bulletins/_file.html", context)


@require_POST
@seated
def renew(request: Request, uid: UUID) -> HttpResponse:
    """Order the file once more after it could not be made."""
    printing.typeset_again(_order(request, uid), by=request.seat)
    return redirect("bulletins:issue", uid=uid)


@require_safe
@seated
def file(request: Request, uid: UUID) -> HttpResponseBase:
    """Hand out the printed file; readers outside get theirs with their name across the pages."""
    order = _order(request, uid)
    if order.file is None:
        raise Http404
    download = "download" in request.GET
    if is_marked(order.issue, request.seat):
        return _marked(request, order.issue, download=download)
    return answer_with(order.file, download=download)


def _marked(request: Request, issue: Issue, *, download: bool) -> HttpResponse:
    """Set the reader's own copy; only the plain one is kept."""
    made = form_of(for_reader(issue.layout or {}, issue, request.seat), "pdf")
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(download, f"{issue}.pdf") or ""
    answer["Cache-Control"] = "private, no-store"
    return answer


def _issue(request: Request, uid: UUID) -> Issue:
    return get_object_or_404(issues_seen_by(request.seat), uid=uid)


def _order(request: Request, uid: UUID) -> PrintOrder:
    order: PrintOrder | None = getattr(_issue(request, uid), "print_order", None)
    if order is None:
        raise Http404
    return order
