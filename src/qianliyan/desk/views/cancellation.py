"""Giving a draft up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions import drafts
from qianliyan.desk.forms.handling import ReasonForm
from qianliyan.desk.views.finding import draft_of
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Give it up; what it was made of lies in the queue again."""
    draft = draft_of(request, uid)
    reason = ReasonForm(request.POST).reason()
    with once(request.seat, request.POST.get("once", "")):
        drafts.drop(draft, by=request.seat, reason=reason)
    messages.success(request, _("已撤销选用，来稿回到“待处理”。"))
    return respond(request, to="desk:queue")
