"""谁能看到这件: who can see a thing today, and why."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from qianliyan.bulletins.models import Issue
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.models import Draft
from qianliyan.instructions.models import Forwarding, Instruction, Presentation
from qianliyan.items.models import Item, Submission
from qianliyan.offices.audiences import Witness, visible_to, who_can_see
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Commission

KINDS: dict[str, tuple[type[Model], str]] = {
    "item": (Item, "items:item"),
    "submission": (Submission, "desk:submission"),
    "draft": (Draft, "desk:draft"),
    "issue": (Issue, "bulletins:issue"),
    "commission": (Commission, "planning:commission"),
    "instruction": (Instruction, "instructions:instruction"),
    "errand": (Forwarding, "instructions:errand"),
    "presentation": (Presentation, "instructions:presentation"),
}


@dataclass(frozen=True)
class Circle:
    """Everybody of one office who can see the thing for one reason; other offices' people go by their posts."""

    office: str
    reason: str
    people: list[str]


@seated
def show(request: Request, kind: str, uid: UUID) -> HttpResponse:
    """Show who can see the thing."""
    if kind not in KINDS:
        raise Http404
    model, name = KINDS[kind]
    thing = get_object_or_404(visible_to(model, request.seat), uid=uid)
    context = {
        "thing": thing,
        "circles": circles(who_can_see(thing), request.seat),
        "back": _page_of(thing, name, request.seat),
    }
    return page(request, "workbench/witnesses.html", context)


def circles(witnesses: list[Witness], seat: Seat) -> list[Circle]:
    """Put the witnesses together by office and reason, the own office first."""
    found: dict[tuple[bool, str, str], list[str]] = defaultdict(list)
    for witness in witnesses:
        office, own = witness.seat.office, witness.seat.office_id == seat.office_id
        named = f"{witness.seat.person.name}（{witness.seat.post.name}）" if own else witness.seat.post.name
        people = found[not own, office.name, witness.reason]
        if named not in people:
            people.append(named)
    ordered = sorted(found.items(), key=lambda entry: entry[0][0])
    return [Circle(office, reason, people) for (_other, office, reason), people in ordered]


def _page_of(thing: Model, name: str, seat: Seat) -> str:
    """Return the thing's page; a unit reads its submission on the item's page."""
    if isinstance(thing, Submission) and thing.receiver_id != seat.office_id:
        return reverse("items:item", args=[thing.item.uid])
    return reverse(name, args=[thing.uid])  # type: ignore[attr-defined]
