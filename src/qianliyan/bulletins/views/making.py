"""Ordering what the worker makes: an issue in other forms, its numbered copies and archive package, a year's papers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from qianliyan.bulletins.making import BINDING, COPIES, FORM, PACKAGE, YEARBOOK
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.core.web import Request, seated
from qianliyan.files.making import order
from qianliyan.offices.audiences import visible_to

OF_ISSUE = {
    "docx": (FORM, gettext_lazy("%(thing)s Word文件")),
    "ofd": (FORM, gettext_lazy("%(thing)s OFD文件")),
    "copies": (COPIES, gettext_lazy("%(thing)s逐份编号的印本")),
    "package": (PACKAGE, gettext_lazy("%(thing)s归档包")),
}
OF_YEAR = {
    "binding": (BINDING, gettext_lazy("%(thing)s%(year)s年稿件卷目录")),
    "yearbook": (YEARBOOK, gettext_lazy("%(thing)s%(year)s年汇编")),
}


@require_POST
@seated
def of_issue(request: Request, uid: UUID) -> HttpResponse:
    """Order an issue in another form, its numbered copies or its archive package."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    wanted = request.POST.get("what", "")
    if wanted not in OF_ISSUE:
        raise Http404
    key, label = OF_ISSUE[wanted]
    back = reverse("bulletins:issue", args=[uid])
    named = str(label) % {"thing": issue}
    making = order(key, by=request.seat, name=named, back=back, issue=str(uid), form=wanted)
    return redirect("files:making", uid=making.uid)


@require_POST
@seated
def of_year(request: Request, uid: UUID, number: int) -> HttpResponse:
    """Order the binding list or the yearbook of a publication's year."""
    publication = get_object_or_404(visible_to(Publication, request.seat), uid=uid)
    wanted = request.POST.get("what", "")
    if wanted not in OF_YEAR:
        raise Http404
    key, label = OF_YEAR[wanted]
    back = f"{reverse('bulletins:publication', args=[uid])}?year={number}"
    named = str(label) % {"thing": publication, "year": number}
    making = order(key, by=request.seat, name=named, back=back, publication=str(uid), year=number)
    return redirect("files:making", uid=making.uid)
