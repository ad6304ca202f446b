"""How a step is answered: in the queue the next row opens, on a page of its own the page is shown again."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse

from qianliyan.core.errors import Text
from qianliyan.core.web import Request, respond
from qianliyan.desk.views import queue
from qianliyan.desk.views.place import Place
from qianliyan.items.models import Submission


def stay(request: Request, submission: Submission, words: Text) -> HttpResponse:
    """Say what was done; the same paper stays open."""
    messages.success(request, str(words))
    if "alone" in request.POST:
        return respond(request, to="desk:submission", uid=submission.uid)
    return queue.answer_at(request, replace(Place.given(request.POST), chosen=str(submission.uid)))


def answer(request: Request, done: Submission, words: Text) -> HttpResponse:
    """Say what was done and go on."""
    messages.success(request, str(words))
    if "alone" in request.POST:
        return respond(request, to="desk:submission", uid=done.uid)
    return queue.onward(request, done)
