"""One submission on a page of its own."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from qianliyan.configuration.values import Values
from qianliyan.core.web import Request, seated
from qianliyan.desk.queries import handlings_of
from qianliyan.desk.views.finding import submission_of
from qianliyan.desk.views.reading import context_of


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the submission as it was sent, with its sign-off record."""
    submission = submission_of(request, uid)
    handlings = handlings_of([submission]).get(submission.pk, [])
    context = context_of(submission, request.seat, Values(request.seat.office), handlings)
    return render(request, "desk/submission.html", {"alone": True, **context})
