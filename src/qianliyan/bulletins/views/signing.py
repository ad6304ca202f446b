"""The steps of an issue up to its signature, and its other endings."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import signing
from qianliyan.bulletins.forms.issue import ReasonForm, SignatureForm
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.states import ABANDON, SEND_BACK, VOID
from qianliyan.bulletins.views.given import place
from qianliyan.core.errors import Text, Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.history.workflow import Transition, refuse_unless_open
from qianliyan.offices.models import Seat


@require_POST
@seated
def request_signature(request: Request, uid: UUID) -> HttpResponse:
    """Send the issue to its signatory."""
    signing.send_for_signing(_issue(request, uid), by=request.seat)
    messages.success(request, _("已送签。签发或退回后，消息里会告诉您。"))
    return redirect("bulletins:issue", uid=uid)


@require_POST
@seated
def withdraw_request(request: Request, uid: UUID) -> HttpResponse:
    """Take the issue back and go on composing."""
    signing.take_back(_issue(request, uid), by=request.seat)
    return redirect("bulletins:issue", uid=uid)


@require_POST
@seated
def sign(request: Request, uid: UUID) -> HttpResponse:
    """Sign the issue."""
    form = SignatureForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("意见太长，请不超过500字。"))
    issue = signing.sign(_issue(request, uid), by=request.seat, **form.cleaned_data)
    messages.success(request, _("已签发，取%(number)s。") % {"number": issue.number_text})
    return redirect("bulletins:issue", uid=uid)


@seated
def send_back(request: Request, uid: UUID) -> HttpResponse:
    """Return the issue to its composer."""
    words = (gettext_lazy("退回修改"), gettext_lazy("退回后由编排人修改，再送签。"), gettext_lazy("退回修改"))
    return with_reason(request, uid, SEND_BACK, signing.send_back, words)


@seated
def cancel(request: Request, uid: UUID) -> HttpResponse:
    """Give the issue up before it has a number."""
    words = (gettext_lazy("取消本期"), gettext_lazy("稿件退回待编稿，可编入别的一期。"), gettext_lazy("取消本期"))
    return with_reason(request, uid, ABANDON, signing.abandon, words)


@seated
def void(request: Request, uid: UUID) -> HttpResponse:
    """Declare a signed issue void; its number stays taken."""
    text = gettext_lazy("期号保留并注明作废理由，不再使用；稿件退回待编稿。")
    words = (gettext_lazy("作废这一期"), text, gettext_lazy("作废，期号保留"))
    return with_reason(request, uid, VOID, signing.void, words)


def with_reason(
    request: Request,
    uid: UUID,
    step: Transition[Issue, Seat],
    action: Callable[..., Issue],
    words: tuple[Text, Text, Text],
) -> HttpResponse:
    """Ask for the reason on a page of its own, then take the step; who may not take it is not asked."""
    issue = _issue(request, uid)
    refuse_unless_open(step, issue, request.seat)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        action(issue, by=request.seat, reason=form.cleaned_data["reason"])
        return redirect("bulletins:issue", uid=uid)
    place(request, issue)
    title, text, label = words
    context = {"issue": issue, "form": form, "title": title, "text": text, "label": label}
    return render(request, "bulletins/reason_form.html", context, status=422 if form.errors else 200)


def _issue(request: Request, uid: UUID) -> Issue:
    return get_object_or_404(issues_seen_by(request.seat), uid=uid)
