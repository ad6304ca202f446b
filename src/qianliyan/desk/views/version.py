"""Keeping a version of a draft with why it was changed, and looking at an earlier one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions import drafts
from qianliyan.desk.forms.handling import DraftForm
from qianliyan.desk.papers import compared
from qianliyan.desk.views.finding import draft_of
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Save the text and keep it as a version; the text is saved even when the rest is refused."""
    saved = drafts.save(draft_of(request, uid), by=request.seat, **DraftForm(request.POST).text())
    with once(request.seat, request.POST.get("once", "")):
        version = drafts.keep_version(saved, by=request.seat, why=request.POST.get("why", ""))
    messages.success(request, _("已存为第%(number)d稿。") % {"number": version.number})
    return respond(request, to="desk:draft", uid=uid)


@seated
def show(request: Request, uid: UUID, number: int) -> HttpResponse:
    """Show an earlier version beside the text as it is now."""
    draft = draft_of(request, uid)
    version = get_object_or_404(draft.versions, number=number)
    context = {"draft": draft, "version": version, "comparison": compared(version, draft)}
    return render(request, "desk/version.html", context)
