"""未采用反馈: the months, and one of them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from qianliyan.core.web import Request, page, seated
from qianliyan.desk.digests import decisions_in, digests_for

MOST = 100


@seated
def index(request: Request) -> HttpResponse:
    """List the months in which something was not adopted."""
    return page(request, "desk/digests.html", {"digests": list(digests_for(request.seat)[:MOST])})


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one month with its reasons; a unit reads on at its item, the section at the submission."""
    digest = get_object_or_404(digests_for(request.seat), uid=uid)
    of_unit = request.seat.office_id == digest.sender_id
    rows = [
        (
            decision,
            reverse("items:item", args=[decision.submission.item.uid])
            if of_unit
            else reverse("desk:submission", args=[decision.submission.uid]),
        )
        for decision in decisions_in(digest)
    ]
    return page(request, "desk/digest.html", {"digest": digest, "rows": rows, "of_unit": of_unit})
