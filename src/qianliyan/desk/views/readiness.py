"""Whether a draft is ready for an issue."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions import drafts
from qianliyan.desk.forms.handling import DraftForm
from qianliyan.desk.views.finding import draft_of
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Save the text and hold the draft ready; the text is saved even when something is still missing."""
    saved = drafts.save(draft_of(request, uid), by=request.seat, **DraftForm(request.POST).text())
    with once(request.seat, request.POST.get("once", "")):
        drafts.hold_ready(saved, by=request.seat)
    messages.success(request, _("《%(title)s》已编好待用，可以编入刊物。") % {"title": saved.title})
    return respond(request, to="desk:draft", uid=uid)


@require_POST
@seated
def destroy(request: Request, uid: UUID) -> HttpResponse:
    """Go on editing."""
    drafts.edit_again(draft_of(request, uid), by=request.seat)
    return respond(request, to="desk:draft", uid=uid)
