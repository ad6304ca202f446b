"""Asking a unit for more (请补充) and taking its answer; the item is not opened again for that."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.models import Question
from qianliyan.desk.permissions import may_answer, may_ask
from qianliyan.files.models import File
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.states import SubmissionState
from qianliyan.offices.actors import Unit
from qianliyan.offices.models import Seat

ASKED_ABOUT = (
    SubmissionState.RECEIVED,
    SubmissionState.SIGNED_FOR,
    SubmissionState.TAKEN,
    SubmissionState.RESERVED,
)
LONGEST_QUESTION = 500
LONGEST_ANSWER = 5000


@transaction.atomic
def ask(submission: Submission, text: str, *, by: Seat) -> Question:
    """Ask the unit; the question stands beside the submission until it is answered."""
    fresh = locked(submission)
    if not may_ask(by, fresh):
        raise NotAllowed(_("请补充"))
    if fresh.state not in ASKED_ABOUT:
        raise WrongState(_("请补充"), fresh.get_state_display())
    words = _stated(text, LONGEST_QUESTION, _("请写明要补充什么。"))
    question = Question.objects.create(submission=fresh, text=words, asked_by=by, asked_at=clock.now())
    record("submission.ask", fresh, by=by, text=words)
    return question


@transaction.atomic
def answer(question: Question, text: str, *, by: Seat, file: File | None = None) -> Question:
    """Answer as the unit; what was answered once stays."""
    fresh = _open(question)
    if not may_answer(by, fresh.submission):
        raise NotAllowed(_("答复补充"))
    return _answered(fresh, text, by, Channel.SYSTEM, by.label, file)


@transaction.atomic
def record_answer(question: Question, text: str, *, by: Seat, channel: Channel, name: str = "") -> Question:
    """Record what the unit answered by telephone, chat or mail."""
    fresh = _open(question)
    if not may_ask(by, fresh.submission):
        raise NotAllowed(_("代录答复"))
    unit = Unit(fresh.submission.sender, name.strip())
    return _answered(fresh, text, by, channel, unit.label, None, on_behalf_of=unit)


def _open(question: Question) -> Question:
    fresh = locked(question)
    if fresh.answered_at is not None:
        raise WrongState(_("答复补充"), _("已答复"))
    return fresh


def _answered(
    question: Question,
    text: str,
    by: Seat,
    channel: Channel,
    answered_by: str,
    file: File | None,
    *,
    on_behalf_of: Unit | None = None,
) -> Question:
    question.answer = _stated(text, LONGEST_ANSWER, _("请写答复。"))
    question.answered_by, question.answered_at = answered_by, clock.now()
    question.channel, question.file = channel, file
    question.save(update_fields=["answer", "answered_by", "answered_at", "channel", "file"])
    source = "" if on_behalf_of is None else channel.value
    submission = question.submission
    record(
        "submission.answer", submission, by=by, text=question.answer, on_behalf_of=on_behalf_of, recorded_from=source
    )
    return question


def _stated(text: str, most: int, otherwise: str) -> str:
    words = text.strip()
    if not words:
        raise Unreadable(otherwise)
    if len(words) > most:
        raise Unreadable(_("请不超过%(most)d字，现在是%(count)d字。") % {"most": most, "count": len(words)})
    return words
