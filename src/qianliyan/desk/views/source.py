"""The sources of a merged draft: their shares, and taking one out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions.merging import share, split
from qianliyan.desk.queries import arrived
from qianliyan.desk.shares import shares_of
from qianliyan.desk.views.finding import draft_of


@require_POST
@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Set the shares."""
    draft = draft_of(request, uid)
    given = {one.submission.uid: request.POST.get(f"weight-{one.submission.uid}", "") for one in shares_of(draft)}
    share(draft, {key: _number(text) for key, text in given.items() if text}, by=request.seat)
    messages.success(request, _("份额已存。"))
    return respond(request, to="desk:draft", uid=uid)


@require_POST
@seated
def destroy(request: Request, uid: UUID, submission_uid: UUID) -> HttpResponse:
    """Take one out."""
    submission = get_object_or_404(arrived(request.seat), uid=submission_uid)
    split(draft_of(request, uid), submission, by=request.seat)
    messages.success(request, _("《%(title)s》已拆出，回到“待处理”；正文没有动。") % {"title": submission.title})
    return respond(request, to="desk:draft", uid=uid)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Unreadable(_("份额请填整数。"))
    return int(text[:4])
