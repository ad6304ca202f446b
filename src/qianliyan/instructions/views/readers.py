"""One leader's line: the paper came back, does not go to him, or he circled it on paper."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.web import Request, respond, seated
from qianliyan.instructions.actions import presenting
from qianliyan.instructions.models import Reader
from qianliyan.instructions.views.finding import reader_of, uploaded


@require_POST
@seated
def give_back(request: Request, uid: UUID) -> HttpResponse:
    """Note that the paper came back."""
    reader = presenting.give_back(reader_of(request, uid), by=request.seat)
    return _answer(request, reader, _("已登记退件。"))


@require_POST
@seated
def skip(request: Request, uid: UUID) -> HttpResponse:
    """Leave the leader out."""
    reader = presenting.skip(reader_of(request, uid), by=request.seat)
    return _answer(request, reader, _("已改为不再呈。"))


@require_POST
@seated
def circle(request: Request, uid: UUID) -> HttpResponse:
    """Record a circle on paper."""
    reader = reader_of(request, uid)
    with transaction.atomic():
        presenting.record_circle(reader, by=request.seat, on=clock.today(), scan=uploaded(request, "scan"))
    return _answer(request, reader, _("已代录圈阅。"))


def _answer(request: Request, reader: Reader, words: str) -> HttpResponse:
    messages.success(request, words)
    return respond(request, to="instructions:presentation", uid=reader.presentation.uid)
