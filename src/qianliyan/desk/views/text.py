"""The text of a draft while somebody writes."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.web import Request, respond, seated, wants_json
from qianliyan.desk.actions import drafts
from qianliyan.desk.forms.handling import DraftForm
from qianliyan.desk.views.finding import draft_of
from qianliyan.text.parsing.counting import character_count


@require_POST
@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Save the text; a script is told the new version, a person goes back to the draft."""
    saved = drafts.save(draft_of(request, uid), by=request.seat, **DraftForm(request.POST).text())
    if not wants_json(request):
        return respond(request, to="desk:draft", uid=uid)
    return JsonResponse(
        {
            "version": saved.revision,
            "saved_at": f"{clock.local(saved.saved_at):%H:%M:%S}",
            "characters": character_count(saved.body),
        }
    )
