"""Merging the ticked rows of the queue into one draft, and taking one more into a draft."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions import merging
from qianliyan.desk.actions.merging import merge
from qianliyan.desk.forms.handling import uid_of
from qianliyan.desk.queries import drafts, office_drafts
from qianliyan.desk.shares import names_in, shares_of_all
from qianliyan.desk.states import DraftState
from qianliyan.desk.views.finding import picked, submission_of
from qianliyan.history.once import once

MOST = 50


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Merge them and go on with the draft."""
    submissions = picked(request)
    with once(request.seat, request.POST.get("once", "")):
        draft = merge(submissions, by=request.seat)
    messages.success(
        request, _("%(count)d件来稿合并为一份编辑稿，份额相等，可在右边改。") % {"count": len(submissions)}
    )
    return respond(request, to="desk:draft", uid=draft.uid)


@seated
def join(request: Request, uid: UUID) -> HttpResponse:
    """Offer the drafts that are being edited; a POST takes the submission into one of them and goes on with it."""
    submission = submission_of(request, uid)
    if request.method != "POST":
        found = list(drafts(request.seat, DraftState.EDITING).select_related("editor").defer("body")[:MOST])
        shares = shares_of_all(found)
        rows = [(draft, names_in(shares[draft.pk])) for draft in found]
        return page(request, "desk/merging.html", {"submission": submission, "rows": rows})
    draft = get_object_or_404(office_drafts(request.seat), uid=uid_of(request.POST.get("draft", "")))
    with once(request.seat, request.POST.get("once", "")):
        merging.take_in(draft, submission, by=request.seat)
    messages.success(request, _("《%(title)s》已并入，原稿在左边，份额可在右边改。") % {"title": submission.title})
    return respond(request, to="desk:draft", uid=draft.uid)
