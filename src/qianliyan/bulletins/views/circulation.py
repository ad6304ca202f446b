"""Where an issue went: the distribution sheet with receipts and returned copies, and its papers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from qianliyan.bulletins.actions import circulation, returns
from qianliyan.bulletins.forms.circulation import ReturnForm
from qianliyan.bulletins.forms.issue import ReasonForm
from qianliyan.bulletins.mended import barred_by, menders_of
from qianliyan.bulletins.models import Dispatch, Issue
from qianliyan.bulletins.papers import distribution_sheet, print_order_sheet
from qianliyan.bulletins.permissions import may_compose, may_sign_issue
from qianliyan.bulletins.proofs_held import proofs_held
from qianliyan.bulletins.queries.copies import edition_out, recalled_edition, sheets_of, undecided
from qianliyan.bulletins.queries.issues import issues_seen_by, receipt_of
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.states import REPRINT, IssueState
from qianliyan.bulletins.typesetter import form_of
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, seated
from qianliyan.history.workflow import refuse_unless_open
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

# An edition's number has three digits at the most.
MOST_DIGITS = 4
NUMBERED = (IssueState.SIGNED, IssueState.PRINTED, IssueState.RECALLED)


@require_safe
@seated
def index(request: Request, uid: UUID) -> HttpResponse:
    """Show who got the issue, who signed for it, and which copies are still out; a recalled edition by itself."""
    issue = _own(request, uid)
    waiting = issue.state == IssueState.RECALLED and bool(undecided(issue, recalled_edition(issue)))
    context = {
        "issue": issue,
        "sheets": sheets_of(issue),
        "waiting": waiting,
        "named": issue.named_readers.select_related("person"),
        "may_compose": may_compose(request.seat, issue),
        "may_go_on": waiting and _may_go_on(request.seat, issue),
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
        raise Unreadable(_("请填退回的份号和日期，份号例：2、5—7。"))
    given = form.cleaned_data
    if given.pop("everything"):
        given["numbers"] = dispatch.given
    returns.take_back_copies(dispatch, by=request.seat, **given)
    return redirect("bulletins:distribution", uid=dispatch.issue.uid)


@seated
def go_on(request: Request, uid: UUID) -> HttpResponse:
    """Ask the signatory why the reprint need not wait for copies that are still out."""
    issue = _own(request, uid)
    refuse_unless_open(REPRINT, issue, request.seat)
    returns.refuse_mender(issue, request.seat)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        returns.go_on_without(issue, by=request.seat, reason=form.cleaned_data["reason"])
        return redirect("bulletins:issue", uid=uid)
    lines = undecided(issue, recalled_edition(issue))
    context = {"issue": issue, "form": form, "lines": lines}
    return render(request, "bulletins/going_on_form.html", context, status=422 if form.errors else 200)


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
    """Hand out the distribution sheet as PDF: of the edition that is out, or of a recalled one."""
    issue = _own(request, uid)
    asked = request.GET.get("edition", "")
    edition = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < MOST_DIGITS else edition_out(issue)
    lines = issue.dispatches.filter(edition=edition)
    return _pdf(form_of(distribution_sheet(issue, lines, edition), "pdf"), f"{issue}分送单.pdf")


def _may_go_on(seat: Seat, issue: Issue) -> bool:
    return may_sign_issue(seat, issue) and seat.person_id not in barred_by(menders_of(issue))


def _own(request: Request, uid: UUID) -> Issue:
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid, office=request.seat.office_id)
    if issue.state not in NUMBERED:
        raise Unreadable(_("这一期还没有签发，签发后才有付印单和分送单。"))
    return issue


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(False, name) or ""  # noqa: FBT003
    answer["Cache-Control"] = "private, no-store"
    return answer
