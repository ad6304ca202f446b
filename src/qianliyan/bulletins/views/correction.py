"""What may happen to a printed issue: a correction notice, or recall, mending and reprint; and reserved numbers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import circulation, recalling
from qianliyan.bulletins.forms.circulation import CorrectionForm, MendingForm, ReservationForm
from qianliyan.bulletins.forms.issue import SignatureForm
from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.permissions import may_compose
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.bulletins.states import RECALL, IssueState
from qianliyan.bulletins.views.signing import with_reason
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Write a correction notice."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    if request.method != "POST" and (issue.state != IssueState.PRINTED or not may_compose(request.seat, issue)):
        return redirect("bulletins:issue", uid=uid)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            circulation.correct(issue, by=request.seat, **form.cleaned_data)
        return redirect("bulletins:issue", uid=uid)
    return _form(request, issue, form, _("更正"), _("发更正"))


@seated
def recall(request: Request, uid: UUID) -> HttpResponse:
    """Call a printed issue back."""
    text = gettext_lazy("分送单位不再能看到本期；改正后由签发人签发重印，期号、日期不变，收回的一版留存备查。")
    words = (gettext_lazy("收回重印"), text, gettext_lazy("收回"))
    return with_reason(request, uid, RECALL, recalling.recall, words)


@seated
def mend(request: Request, uid: UUID) -> HttpResponse:
    """Put an entry of a recalled issue right."""
    entry = get_object_or_404(visible_to(Entry, request.seat).select_related("issue__publication"), uid=uid)
    issue = entry.issue
    if request.method != "POST" and (issue.state != IssueState.RECALLED or not may_compose(request.seat, issue)):
        return redirect("bulletins:issue", uid=issue.uid)
    form = MendingForm(
        request.POST or None, initial={"title": entry.title, "body": entry.body, "revision": entry.revision}
    )
    if request.method == "POST" and form.is_valid():
        recalling.mend(entry, by=request.seat, **form.cleaned_data)
        return redirect("bulletins:issue", uid=issue.uid)
    return _form(request, issue, form, _("改正"), _("保存改正"))


@require_POST
@seated
def reprint(request: Request, uid: UUID) -> HttpResponse:
    """Sign the mended issue for printing."""
    form = SignatureForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("意见太长，请不超过500字。"))
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    recalling.reprint(issue, by=request.seat, **form.cleaned_data)
    messages.success(request, _("已签发重印，正在排版付印。"))
    return redirect("bulletins:issue", uid=uid)


@seated
def reserve(request: Request, uid: UUID) -> HttpResponse:
    """Keep the number of an issue that exists on paper only."""
    publication = get_object_or_404(publications_of(request.seat), uid=uid)
    form = ReservationForm(request.POST or None, initial={"on": clock.today()})
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            issue = recalling.reserve(publication, by=request.seat, **form.cleaned_data)
        messages.success(request, _("已为纸质件预留%(number)s。") % {"number": issue.number_text})
        return redirect("bulletins:publication", uid=uid)
    context = {"form": form, "publication": publication}
    return render(request, "bulletins/reservation_form.html", context, status=422 if form.errors else 200)


def _form(request: Request, issue: Issue, form: object, title: str, label: str) -> HttpResponse:
    context = {"issue": issue, "form": form, "title": title, "label": label}
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "bulletins/after_form.html", context, status=status)
