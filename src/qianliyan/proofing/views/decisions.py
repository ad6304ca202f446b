"""Setting findings aside, letting blocking ones pass, and taking either back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to
from qianliyan.proofing import actions
from qianliyan.proofing.forms import ReasonForm
from qianliyan.proofing.models import Ignored, Release
from qianliyan.proofing.panels import shown
from qianliyan.proofing.queries import proof_of
from qianliyan.proofing.subjects import Subject
from qianliyan.proofing.views.finding import marked, marked_as_saved, saved_subject, subject_of
from qianliyan.proofing.views.findings import LIST


@require_POST
@seated
def ignore(request: Request, uid: UUID) -> HttpResponse:
    """Set a finding aside."""
    subject, form = subject_of(request, uid), _read(request)
    actions.ignore(subject, marked(proof_of(subject), form["mark"]), by=request.seat, reason=form["reason"])
    return _answer(request, subject, _("已忽略，理由留在“已忽略”里。"))


@require_POST
@seated
def restore(request: Request, uid: UUID, pk: int) -> HttpResponse:
    """Take a finding up again."""
    subject = subject_of(request, uid)
    own = visible_to(Ignored, request.seat).filter(subject=uid, ended_at=None)
    actions.restore(subject, get_object_or_404(own, pk=pk), by=request.seat)
    return _answer(request, subject, _("已恢复提醒。"))


@require_POST
@seated
def release(request: Request, uid: UUID) -> HttpResponse:
    """Let a blocking finding of the saved text pass, with a reason."""
    subject, form = saved_subject(request, uid), _read(request)
    actions.release(subject, marked_as_saved(subject, form["mark"]), by=request.seat, reason=form["reason"])
    return _answer(request, subject_of(request, uid), _("已放行，姓名、时间和理由留痕。"))


@require_POST
@seated
def withdraw(request: Request, uid: UUID, pk: int) -> HttpResponse:
    """Take a release back."""
    subject = subject_of(request, uid)
    own = visible_to(Release, request.seat).filter(subject=uid, ended_at=None)
    actions.withdraw_release(subject, get_object_or_404(own, pk=pk), by=request.seat)
    return _answer(request, subject, _("已收回放行。"))


def _read(request: Request) -> dict[str, str]:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("理由请不超过500字。"))
    return form.cleaned_data


def _answer(request: Request, subject: Subject, said: str) -> HttpResponse:
    if request.htmx:
        context = shown(proof_of(subject), request.seat, live=request.POST.get("live", ""))
        return page(request, LIST, {**context, "said": said})
    messages.success(request, said)
    return redirect("proofing:findings", uid=subject.uid)
