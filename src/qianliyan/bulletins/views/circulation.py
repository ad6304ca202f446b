"""Where an issue went: the distribution sheet with receipts and returned copies, and its papers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from qianliyan.bulletins.actions import circulation
from qianliyan.bulletins.forms.circulation import ReturnForm
from qianliyan.bulletins.models import Dispatch, Issue
from qianliyan.bulletins.papers import distribution_sheet, print_order_sheet
from qianliyan.bulletins.permissions import may_compose
from qianliyan.bulletins.proofs_held import proofs_held
from qianliyan.bulletins.queries.issues import issues_seen_by, receipt_of
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.typesetter import form_of
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to

NUMBERED = (IssueState.SIGNED, IssueState.PRINTED, IssueState.RECALLED)


@require_safe
@seated
def index(request: Request, uid: UUID) -> HttpResponse:
    """Show who got the issue, who signed for it, and which copies are still out."""
    issue = _own(request, uid)
    receipts = {one.office_id: one for one in issue.recipients.all()}
    rows = [(one, receipts.get(one.office_id or 0)) for one in issue.dispatches.all()]
    context = {
        "issue": issue,
        "rows": rows,
        "named": issue.named_readers.select_related("person"),
        "copies": sum(one.copies for one, _receipt in rows),
        "out": sum(one.out for one, _receipt in rows),
        "may_compose": may_compose(request.seat, issue),
        "today": clock.today(),
    }
    return page(request, "bulletins/dispatch_list.html", context)


@require_POST
@seated
def returned(request: Request, uid: UUID) -> HttpResponse:
    """Note copies that came back."""
    dispatch = get_object_or_404(visible_to(Dispatch, request.seat).select_related("issue"), uid=uid)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("请填退回的份数和日期。"))
    circulation.take_back_copies(dispatch, by=request.seat, **form.cleaned_data)
    return redirect("bulletins:distribution", uid=dispatch.issue.uid)


@require_POST
@seated
def receive(request: Request, uid: UUID) -> HttpResponse:
    """Sign for an issue that came to this office."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    recipient = receipt_of(issue, request.seat)
    if recipient is None:
        raise Http404
    circulation.sign_for(recipient, by=request.seat)
    messages.success(request, _("已签收。"))
    return redirect("bulletins:issue", uid=uid)


@require_safe
@seated
def print_order(request: Request, uid: UUID) -> HttpResponse:
    """Hand out the print order as PDF."""
    issue = _own(request, uid)
    order = getattr(issue, "print_order", None)
    sheet = print_order_sheet(issue, proofs_held(issue, pieces_of(issue)), order.pages if order else None)
    return _pdf(form_of(sheet, "pdf"), f"{issue}付印单.pdf")


@require_safe
@seated
def sheet(request: Request, uid: UUID) -> HttpResponse:
    """Hand out the distribution sheet as PDF."""
    issue = _own(request, uid)
    return _pdf(form_of(distribution_sheet(issue, issue.dispatches.all()), "pdf"), f"{issue}分送单.pdf")


def _own(request: Request, uid: UUID) -> Issue:
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid, office=request.seat.office_id)
    if issue.state not in NUMBERED:
        raise Http404
    return issue


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(False, name) or ""  # noqa: FBT003
    answer["Cache-Control"] = "private, no-store"
    return answer
