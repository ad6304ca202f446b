"""An issue: beginning it and its page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.models import Publication, Series
from qianliyan.bulletins.queries.copies import to_give_back
from qianliyan.bulletins.queries.issues import called_back, issues_seen_by
from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.bulletins.views.composition import issue_context
from qianliyan.bulletins.views.given import place, uid_in
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Begin the next issue of a publication."""
    publication = get_object_or_404(publications_of(request.seat), uid=uid)
    with once(request.seat, request.POST.get("once", "")):
        issue = composing.start(publication, by=request.seat, series=_series(request, publication))
    return redirect("bulletins:issue", uid=issue.uid)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the issue, HTMX gets the three panes; whoever had a recalled one learns that it was called back."""
    issue = issues_seen_by(request.seat).filter(uid=uid).first()
    if issue is None:
        recalled = get_object_or_404(called_back(request.seat), uid=uid)
        lines = to_give_back(request.seat).filter(issue=recalled)
        return page(request, "bulletins/called_back.html", {"issue": recalled, "lines": lines})
    place(request, issue)
    template = "bulletins/_changed.html" if request.htmx else "bulletins/issue_detail.html"
    return page(request, template, issue_context(request, issue))


def _series(request: Request, publication: Publication) -> Series | None:
    """Return the series that was asked for; none is the main one."""
    given = request.POST.get("series", "")
    return get_object_or_404(publication.series.filter(closed_on=None), uid=uid_in(given)) if given else None
