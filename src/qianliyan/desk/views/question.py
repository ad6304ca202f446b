"""请补充: asking, answering as the unit, recording an answer that came by telephone."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions import questions
from qianliyan.desk.forms.questions import AnswerForm
from qianliyan.desk.models import Question
from qianliyan.desk.views.answering import stay
from qianliyan.desk.views.finding import submission_of
from qianliyan.files.actions import keep
from qianliyan.files.content import ATTACHMENTS
from qianliyan.files.models import File
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Ask the unit for more; the paper stays open."""
    submission = submission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        questions.ask(submission, request.POST.get("words", ""), by=request.seat)
    return stay(request, submission, _("已请%(unit)s补充，答复会附在这件来稿旁边。") % {"unit": submission.sender_name})


@require_POST
@seated
def answer(request: Request, uid: UUID) -> HttpResponse:
    """Answer as the unit."""
    question = _question(request, uid)
    said = AnswerForm(request.POST, request.FILES).said()
    with once(request.seat, request.POST.get("once", "")):
        questions.answer(question, said["answer"], by=request.seat, file=_kept(request, said["file"]))
    messages.success(request, _("已答复%(office)s。") % {"office": question.submission.receiver.name})
    return respond(request, to="items:item", uid=question.submission.item.uid)


@require_POST
@seated
def record(request: Request, uid: UUID) -> HttpResponse:
    """Record what the unit said by another way."""
    question = _question(request, uid)
    said = AnswerForm(request.POST).said()
    with once(request.seat, request.POST.get("once", "")):
        questions.record_answer(question, said["answer"], by=request.seat, channel=said["channel"], name=said["name"])
    messages.success(request, _("已代录答复。"))
    return respond(request, to="desk:submission", uid=question.submission.uid)


@seated
def file(request: Request, uid: UUID) -> FileResponse:
    """Hand out the file that came with an answer."""
    found = visible_to(Question, request.seat).filter(file__isnull=False).select_related("file")
    kept = get_object_or_404(found, uid=uid).file
    assert kept is not None  # noqa: S101 - filtered above
    return answer_with(kept)


def _question(request: Request, uid: UUID) -> Question:
    found = visible_to(Question, request.seat).select_related("submission__item", "submission__receiver")
    return get_object_or_404(found, uid=uid)


def _kept(request: Request, uploaded: object) -> File | None:
    if not uploaded:
        return None
    return keep(uploaded.read(), uploaded.name, allowed=ATTACHMENTS, by=request.seat)  # type: ignore[attr-defined]
