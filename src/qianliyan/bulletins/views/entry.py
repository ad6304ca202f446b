"""Entries of an issue: in, out, up and down; and a printed one for those whose work it was."""

from typing import Any
from uuid import UUID

from django.forms.models import model_to_dict
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.forms.issue import EntryForm
from qianliyan.bulletins.layouts import item
from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.permissions import may_compose
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.queries.pieces import entries_of
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.views.composition import issue_context
from qianliyan.bulletins.views.given import place, uid_in
from qianliyan.bulletins.views.ordering import marks_of, read_marks
from qianliyan.core.errors import Unreadable, WrongState
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
        composing.add(issue, draft, by=request.seat, **_place(request))
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
    """Move an entry one place up or down, past a column's heading too, without scripts."""
    entry = _entry(request, uid)
    marks = marks_of(entry.issue)
    if str(entry.uid) not in marks:
        raise WrongState(_("调整顺序"), _("已移出"))
    at = marks.index(str(entry.uid))
    to = max(0, at - 1) if request.POST.get("to") == "up" else at + 1
    marks.insert(to, marks.pop(at))
    uids, columns = read_marks(marks)
    composing.arrange(entry.issue, uids, by=request.seat, columns=columns)
    return _changed(request, entry.issue)


@require_POST
@seated
def order(request: Request, uid: UUID) -> HttpResponse:
    """Put the entries in the order and into the columns to which they were dragged."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    uids, columns = read_marks(request.POST.getlist("uid"))
    composing.arrange(issue, uids, by=request.seat, columns=columns)
    return JsonResponse({}) if wants_json(request) else _changed(request, issue)


@require_POST
@seated
def merge(request: Request, uid: UUID) -> HttpResponse:
    """Merge an entry into the one before it."""
    entry = _entry(request, uid)
    entries = entries_of(entry.issue)
    at = next((place for place, one in enumerate(entries) if one.pk == entry.pk), 0)
    if not at:
        raise Unreadable(_("前面没有可以并入的一条，请先调整顺序。"))
    composing.merge(entry, into=entries[at - 1], by=request.seat)
    return _changed(request, entry.issue)


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Ask how one entry is printed: column, brief form, editor's note."""
    entry = _entry(request, uid)
    issue = entry.issue
    if request.method != "POST" and (issue.state != IssueState.COMPOSING or not may_compose(request.seat, issue)):
        return redirect("bulletins:issue", uid=issue.uid)
    place(request, issue)
    form = EntryForm(issue.publication, request.POST or None, initial=model_to_dict(entry))
    if request.method == "POST" and form.is_valid():
        composing.set_entry(entry, by=request.seat, **form.cleaned_data)
        return redirect("bulletins:issue", uid=issue.uid)
    context = {"form": form, "issue": issue, "title": entry.draft.title}
    return render(request, "bulletins/entry_form.html", context, status=422 if form.errors else 200)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one printed entry to those whose work it was."""
    seen = visible_to(Entry, request.seat).select_related("issue__publication", "issue__office")
    entry = get_object_or_404(seen, uid=uid)
    text = item(entry.title, entry.body, entry.units)
    return render(request, "bulletins/entry_detail.html", {"entry": entry, "issue": entry.issue, "item": text})


def _place(request: Request) -> dict[str, Any]:
    """Return where a draft was dropped; pressing the button puts it at the end."""
    before, column = request.POST.get("before", ""), request.POST.get("column", "")
    return {"before": uid_in(before) if before else None, "column": column}


def _entry(request: Request, uid: UUID) -> Entry:
    seen = visible_to(Entry, request.seat).select_related("issue__publication", "draft")
    return get_object_or_404(seen, uid=uid)


def _changed(request: Request, issue: Issue) -> HttpResponse:
    """Answer with the panes as they are now."""
    if not request.htmx:
        return respond(request, to="bulletins:issue", uid=issue.uid)
    fresh = issues_seen_by(request.seat).get(pk=issue.pk)
    return respond(
        request, "bulletins/_changed.html", to="bulletins:issue", context=issue_context(request, fresh), uid=issue.uid
    )
