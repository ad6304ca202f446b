"""What goes into the archive: an issue's package, and a year's binding list and yearbook."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from qianliyan.bulletins.archiving import package_of
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.typesetter import form_of
from qianliyan.bulletins.yearly import binding_list, issues_of, yearbook
from qianliyan.core.web import Request, seated
from qianliyan.offices.audiences import visible_to

MEDIA = {"zip": "application/zip", "pdf": "application/pdf"}
PAPERS = {"binding": (binding_list, "稿件卷目录"), "yearbook": (yearbook, "汇编")}
PAPER_LANGUAGE = "zh-hans"


@require_safe
@seated
def package(request: Request, uid: UUID) -> HttpResponse:
    """Hand out the archive package of a printed issue of the own office."""
    seen = issues_seen_by(request.seat).filter(state__in=(IssueState.PRINTED, IssueState.RECALLED))
    issue = get_object_or_404(seen, uid=uid, office=request.seat.office_id)
    with translation.override(PAPER_LANGUAGE):
        return _answer(package_of(issue), f"{issue}归档包.zip", "zip")


@require_safe
@seated
def year(request: Request, uid: UUID, number: int, paper: str) -> HttpResponse:
    """Hand out the binding list or the yearbook of a publication's year."""
    publication = get_object_or_404(visible_to(Publication, request.seat).select_related("office"), uid=uid)
    if not issues_of(publication, number):
        raise Http404
    make, name = PAPERS[paper]
    with translation.override(PAPER_LANGUAGE):
        return _answer(form_of(make(publication, number), "pdf"), f"{publication}{number}年{name}.pdf", "pdf")


def _answer(content: bytes, name: str, form: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=MEDIA[form])
    answer.headers["Content-Disposition"] = content_disposition_header(form == "zip", name) or ""
    answer["Cache-Control"] = "private, no-store"
    return answer
