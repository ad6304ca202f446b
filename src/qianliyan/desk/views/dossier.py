"""稿件卷 of one submission, for the section and for its unit; it prints as it stands."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from qianliyan.core.web import Request, page, seated
from qianliyan.desk.dossiers import dossier_of
from qianliyan.desk.queries import with_paper
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the file; from where one came depends on whose reader one is."""
    found = with_paper(visible_to(Submission, request.seat)).select_related("item__office", "receiver").defer(None)
    submission = get_object_or_404(found, uid=uid)
    dossier = dossier_of(submission, request.seat)
    back = reverse("items:item", args=[submission.item.uid]) if dossier.of_unit else ""
    context = {"dossier": dossier, "submission": submission, "item": submission.item}
    context["back"] = back or reverse("desk:submission", args=[uid])
    return page(request, "desk/dossier.html", context)
