"""The findings of a text: a page of its own, and the list beside the paper while somebody writes."""

from uuid import UUID

from django.http import HttpResponse

from qianliyan.core.web import Request, page, seated
from qianliyan.proofing.panels import shown
from qianliyan.proofing.views.finding import proof_for

LIST = "proofing/_findings.html"


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Check the text as it was saved; a POST checks the words that the page holds, and saves nothing."""
    context = shown(proof_for(request, uid), request.seat, live=request.POST.get("live", ""))
    return page(request, LIST if request.htmx else "proofing/findings.html", context)
