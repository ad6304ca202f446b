"""催办, 延期, 补报, 收回: the section follows a unit up."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.history.once import once
from qianliyan.instructions.actions import following, forwarding, reporting
from qianliyan.instructions.forms import ReportForm, cleaned
from qianliyan.instructions.models import Forwarding
from qianliyan.instructions.queries.register import extensions_seen_by
from qianliyan.instructions.views.finding import forwarding_of, uploaded
from qianliyan.instructions.views.instruction import answer


@require_POST
@seated
def remind(request: Request, uid: UUID) -> HttpResponse:
    """Remind the unit, or note a call."""
    row, note = forwarding_of(request, uid), request.POST.get("note", "")
    by_phone = request.POST.get("how") == "phone"
    with once(request.seat, request.POST.get("once", "")):
        (following.note_call if by_phone else following.remind)(row, by=request.seat, note=note)
    return _answer(request, row, _("已记下电话催办。") if by_phone else _("已催办。"))


@require_POST
@seated
def ask_again(request: Request, uid: UUID) -> HttpResponse:
    """Want more from the unit."""
    row = following.ask_again(forwarding_of(request, uid), by=request.seat, words=request.POST.get("words", ""))
    return _answer(request, row, _("已退回补报。"))


@require_POST
@seated
def recall(request: Request, uid: UUID) -> HttpResponse:
    """Take it back from the unit."""
    row = forwarding.recall(forwarding_of(request, uid), by=request.seat, words=request.POST.get("words", ""))
    return _answer(request, row, _("已收回。"))


@require_POST
@seated
def record_report(request: Request, uid: UUID) -> HttpResponse:
    """Record what the unit reported by telephone or on paper."""
    row, text = forwarding_of(request, uid), cleaned(ReportForm(request.POST))["text"]
    source = "phone" if request.POST.get("how") == "phone" else "paper"
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        file = uploaded(request, "file", photo=False)
        reporting.record_report(row, by=request.seat, text=text, recorded_from=source, file=file)
    return _answer(request, row, _("已代录反馈。"))


@require_POST
@seated
def answer_extension(request: Request, uid: UUID) -> HttpResponse:
    """Grant the unit its time, or not."""
    extension = get_object_or_404(extensions_seen_by(request.seat), uid=uid)
    granted = request.POST.get("answer") == "granted"
    (following.grant if granted else following.refuse)(
        extension, by=request.seat, remark=request.POST.get("remark", "")
    )
    return _answer(request, extension.forwarding, _("已同意延期。") if granted else _("已答复不同意延期。"))


def _answer(request: Request, row: Forwarding, words: str) -> HttpResponse:
    return answer(request, row.instruction, words)
