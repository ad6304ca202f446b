"""Subjects for the year's index, and printing an issue to read it."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from qianliyan.bulletins.actions import indexing
from qianliyan.bulletins.forms.indexing import PrintForm, SubjectsForm
from qianliyan.bulletins.layouts import layout_of
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.permissions import may_compose, may_print_to_read
from qianliyan.bulletins.printouts import printout
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.queries.pieces import entries_of, pieces_of
from qianliyan.bulletins.queries.printed import last_print
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.typesetter import form_of
from qianliyan.bulletins.views.given import place
from qianliyan.core.web import Request, seated


@seated
def subjects(request: Request, uid: UUID) -> HttpResponse:
    """Ask for the subjects of each entry, before the print or after it."""
    issue = _own(request, uid)
    if not may_compose(request.seat, issue):
        raise Http404
    form = SubjectsForm(entries_of(issue), request.POST or None, initial={"revision": issue.index_revision})
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        indexing.index_by_subject(issue, form.given(), by=request.seat, revision=revision)
        messages.success(request, _("已保存，年度汇编的主题索引按它编排。"))
        return redirect("bulletins:issue", uid=uid)
    context = {"form": form, "issue": issue, "title": _("主题词"), "label": _("保存")}
    return render(request, "bulletins/subjects_form.html", context, status=422 if form.errors else 200)


@seated
def printing(request: Request, uid: UUID) -> HttpResponse:
    """Ask what to print besides the pages; the answer is remembered for the publication."""
    issue = _readable(request, uid)
    form = PrintForm(request.POST or None, initial=last_print(issue.publication, request.seat))
    if request.method == "POST" and form.is_valid():
        indexing.remember_print(issue, by=request.seat, **form.cleaned_data)
        asked = {"mark": form.cleaned_data["mark"], "sources": "1" if form.cleaned_data["sources"] else ""}
        return redirect(f"{reverse('bulletins:printout', args=[uid])}?{urlencode(asked)}")
    context = {"form": form, "issue": issue}
    return render(request, "bulletins/print_form.html", context, status=422 if form.errors else 200)


@require_safe
@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Hand the pages out as PDF for the printer on the desk."""
    issue = _readable(request, uid)
    form = PrintForm(request.GET)
    if not form.is_valid():
        raise Http404
    pieces = pieces_of(issue)
    asked = form.cleaned_data
    layout = printout(layout_of(issue, pieces), pieces, asked["mark"], sources=asked["sources"])
    answer = HttpResponse(form_of(layout, "pdf"), content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(False, f"{issue}.pdf") or ""  # noqa: FBT003
    answer["Cache-Control"] = "private, no-store"
    return answer


def _own(request: Request, uid: UUID) -> Issue:
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid, office=request.seat.office_id)
    place(request, issue)
    return issue


def _readable(request: Request, uid: UUID) -> Issue:
    """Return an issue of the own office that has pages, for those who edit, compose or sign it."""
    issue = _own(request, uid)
    if issue.state == IssueState.RESERVED or not may_print_to_read(request.seat, issue):
        raise Http404
    return issue
