"""查重: what is like a text, and two texts side by side."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from qianliyan.bulletins.models import Entry, Issue
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.workbench.finding.hits import ADDRESSES
from qianliyan.workbench.likeness.composing import echoes
from qianliyan.workbench.likeness.findings import findings
from qianliyan.workbench.likeness.passages import sides
from qianliyan.workbench.likeness.readable import readable

COMPARED: dict[str, type[Model]] = {"item": Item, "submission": Submission, "draft": Draft}
AGAINST: dict[str, type[Model]] = {"item": Item, "submission": Submission, "entry": Entry}


@seated
def index(request: Request, kind: str, uid: UUID) -> HttpResponse:
    """List what is like the text; HTMX gets the fragment that stands beside it."""
    thing = _thing(request, kind, uid)
    context = {
        "thing": thing,
        "kind": kind,
        "found": findings(thing, kind, request.seat),
        "back": ADDRESSES[kind](thing, request.seat),
    }
    return page(request, "workbench/likeness.html", context, partial="found")


@seated
def show(request: Request, kind: str, uid: UUID, other_kind: str, other_uid: UUID) -> HttpResponse:
    """Show both texts side by side with the passages that they share."""
    if other_kind not in AGAINST:
        raise Http404
    thing: Any = _thing(request, kind, uid)
    other: Any = readable(AGAINST[other_kind], other_uid, request.seat)
    if other is None:
        raise Http404
    context = {
        "thing": thing,
        "other": other,
        "sides": sides(thing.body, other.body),
        "back": reverse("workbench:likeness", args=[kind, uid]),
    }
    return page(request, "workbench/side_by_side.html", context)


@seated
def echo(request: Request, uid: UUID) -> HttpResponse:
    """List which texts of an issue in the making are like something already printed."""
    issue = get_object_or_404(visible_to(Issue, request.seat).filter(office=request.seat.office_id), uid=uid)
    context = {"issue": issue, "echoes": echoes(issue, request.seat)}
    return page(request, "workbench/echoes.html", context, partial="found")


def _thing(request: Request, kind: str, uid: UUID) -> Model:
    if kind not in COMPARED:
        raise Http404
    return get_object_or_404(visible_to(COMPARED[kind], request.seat), uid=uid)
