"""Entries of an issue: in, out, up and down; and a printed one for those whose work it was."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.layouts import item
from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.queries import entries_of, issues_seen_by
from qianliyan.bulletins.views.composition import issue_context
from qianliyan.bulletins.views.given import uid_in
from qianliyan.core.web import Request, respond, seated, wants_json
from qianliyan.desk.models import Draft
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Put a ready draft into the issue."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    draft = get_object_or_404(visible_to(Draft, request.seat), uid=uid_in(request.POST.get("draft", "")))
    with once(request.seat, request.POST.get("once", "")):
        composing.add(issue, draft, by=request.seat)
    return _changed(request, issue)


@require_POST
@seated
def destroy(request: Request, uid: UUID) -> HttpResponse:
    """Take an entry out."""
    entry = _entry(request, uid)
    composing.remove(entry, by=request.seat)
    return _changed(request, entry.issue)


@require_POST
@seated
def shift(request: Request, uid: UUID) -> HttpResponse:
    """Move an entry one place up or down, without scripts."""
    entry = _entry(request, uid)
    uids = [one.uid for one in entries_of(entry.issue)]
    if entry.uid in uids:
        at = uids.index(entry.uid)
        to = max(0, at - 1) if request.POST.get("to") == "up" else at + 1
        uids.insert(to, uids.pop(at))
    composing.arrange(entry.issue, uids, by=request.seat)
    return _changed(request, entry.issue)


@require_POST
@seated
def order(request: Request, uid: UUID) -> HttpResponse:
    """Put the entries in the order in which they were dragged."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    composing.arrange(issue, [uid_in(text) for text in request.POST.getlist("uid")], by=request.seat)
    return JsonResponse({}) if wants_json(request) else _changed(request, issue)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one printed entry to those whose work it was."""
    seen = visible_to(Entry, request.seat).select_related("issue__publication", "issue__office")
    entry = get_object_or_404(seen, uid=uid)
    text = item(entry.title, entry.body, entry.units)
    return render(request, "bulletins/entry_detail.html", {"entry": entry, "issue": entry.issue, "item": text})


def _entry(request: Request, uid: UUID) -> Entry:
    seen = visible_to(Entry, request.seat).select_related("issue__publication")
    return get_object_or_404(seen, uid=uid)


def _changed(request: Request, issue: Issue) -> HttpResponse:
    """Answer with the panes as they are now."""
    if not request.htmx:
        return respond(request, to="bulletins:issue", uid=issue.uid)
    fresh = issues_seen_by(request.seat).get(pk=issue.pk)
    return respond(
        request, "bulletins/_changed.html", to="bulletins:issue", context=issue_context(request, fresh), uid=issue.uid
    )
