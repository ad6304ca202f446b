"""Returning, declining and reserving: the decisions that leave a reason with the submission."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.desk.actions.submissions import decline, reserve, send_back
from qianliyan.desk.forms.handling import ReasonForm
from qianliyan.desk.models import HandlingKind
from qianliyan.desk.views.answering import answer
from qianliyan.desk.views.finding import submission_of
from qianliyan.history.once import once

DECISIONS = {
    HandlingKind.RETURNED: (send_back, _("已退回《%(title)s》，报送单位会看到理由。")),
    HandlingKind.NOT_ADOPTED: (decline, _("《%(title)s》未采用，报送单位会看到理由。")),
    HandlingKind.RESERVED: (reserve, _("《%(title)s》留作备用。")),
}


@require_POST
@seated
def create(request: Request, uid: UUID, kind: str) -> HttpResponse:
    """Decide."""
    if kind not in HandlingKind.values:
        raise Http404
    act, words = DECISIONS[HandlingKind(kind)]
    submission = submission_of(request, uid)
    reason = ReasonForm(request.POST).reason()
    with once(request.seat, request.POST.get("once", "")):
        act(submission, by=request.seat, reason=reason)
    return answer(request, submission, str(words) % {"title": submission.title})
