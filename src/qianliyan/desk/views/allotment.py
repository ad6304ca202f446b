"""Giving a submission to an editor, and whom it can be given to."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from qianliyan.core.web import Request, page, seated
from qianliyan.desk.actions.allotment import allot
from qianliyan.desk.allotments import editor_called, editors_of
from qianliyan.desk.views.answering import answer
from qianliyan.desk.views.finding import refuse_strangers, submission_of


@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Ask to whom on a page of its own; a POST gives it to him."""
    submission = submission_of(request, uid)
    if request.method != "POST":
        context = {"submission": submission, "editors": editors_of(request.seat.office_id)}
        return page(request, "desk/allotment.html", context)
    editor = editor_called(request.POST.get("to", ""), request.seat.office_id)
    allot(submission, to=editor, by=request.seat)
    words = {"title": submission.title, "name": editor.person.name}
    return answer(request, submission, _("《%(title)s》已分给%(name)s。") % words)


@seated
def editors(request: Request) -> HttpResponse:
    """Offer the section's editors as buttons, each with a key; a menu asks for them when it is opened."""
    refuse_strangers(request)
    context = {"editors": editors_of(request.seat.office_id), "step": request.GET.get("step", "")}
    return render(request, "desk/_editors.html", context)
