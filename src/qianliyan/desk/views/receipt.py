"""Signing for a submission."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.desk.actions.submissions import sign_for
from qianliyan.desk.views.answering import stay
from qianliyan.desk.views.finding import submission_of
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Sign for it; it stays open, for what is signed for is read next."""
    submission = submission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        sign_for(submission, by=request.seat)
    return stay(request, submission, _("已签收《%(title)s》。") % {"title": submission.title})
