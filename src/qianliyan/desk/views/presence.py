"""Who else is at the paper: the open page says every while that it is there, and reads who else is."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.desk.actions.presence import attend
from qianliyan.desk.presence import present_at
from qianliyan.desk.queries import arrived, office_drafts


@require_POST
@seated
def at_submission(request: Request, uid: UUID) -> HttpResponse:
    """Attend a submission."""
    get_object_or_404(arrived(request.seat).only("uid"), uid=uid)
    return _attended(request, uid, editing=False)


@require_POST
@seated
def at_draft(request: Request, uid: UUID) -> HttpResponse:
    """Attend a draft, reading or editing it."""
    get_object_or_404(office_drafts(request.seat).only("uid"), uid=uid)
    return _attended(request, uid, editing="editing" in request.POST)


def _attended(request: Request, uid: UUID, *, editing: bool) -> HttpResponse:
    attend(uid, by=request.seat, editing=editing)
    return render(request, "desk/_present.html", {"present": present_at(uid, request.seat)})
