"""Two texts of one draft: what was typed too late beside what was saved first."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions import drafts
from qianliyan.desk.forms.handling import DraftForm
from qianliyan.desk.papers import compared, paragraphs_of
from qianliyan.desk.queries import unsaved_of
from qianliyan.desk.views.finding import draft_of
from qianliyan.items.kinds import Form, Kind

FIELDS = ("kind", "form", "gist")


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show both texts; without an unsaved one there is nothing to settle."""
    draft = draft_of(request, uid)
    mine = unsaved_of(draft, request.seat)
    if mine is None:
        return respond(request, to="desk:draft", uid=uid)
    context = {
        "draft": draft,
        "mine": mine,
        "fields": {**{name: getattr(draft, name) for name in FIELDS}, **mine.fields},
        "kinds": Kind.choices,
        "forms": Form.choices,
        "paragraphs": paragraphs_of(draft.body),
        "comparison": compared(draft, mine),
    }
    return render(request, "desk/conflict.html", context)


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Save what came of the comparison."""
    drafts.settle(draft_of(request, uid), by=request.seat, **DraftForm(request.POST).text())
    return respond(request, to="desk:draft", uid=uid)


@require_POST
@seated
def destroy(request: Request, uid: UUID) -> HttpResponse:
    """Give one's own unsaved text up."""
    drafts.give_up_unsaved(draft_of(request, uid), by=request.seat)
    return respond(request, to="desk:draft", uid=uid)
