"""The pages of an issue as pictures, set while one waits and kept for a while."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qianliyan.bulletins.layouts import digest_of, layout_of
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.typesetter import page_count, page_of
from qianliyan.bulletins.views.composition import length_of
from qianliyan.bulletins.watermarks import for_reader
from qianliyan.core.web import Request, page, seated


@require_safe
@seated
def index(request: Request, uid: UUID) -> HttpResponse:
    """Set the pages and show them; HTMX puts them into the issue's page together with the length."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    layout = for_reader(layout_of(issue, pieces_of(issue)), issue, request.seat)
    page_count(layout)
    context = {
        "issue": issue,
        "digest": digest_of(layout),
        "answer": True,
        "inside": request.seat.at(issue.office_id),
        **length_of(issue, layout),
    }
    template = "bulletins/_set.html" if request.htmx else "bulletins/preview.html"
    return page(request, template, context)


@require_safe
@seated
def show(request: Request, uid: UUID, number: int) -> HttpResponse:
    """Show one page."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    picture = page_of(for_reader(layout_of(issue, pieces_of(issue)), issue, request.seat), number)
    if picture is None:
        raise Http404
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer
