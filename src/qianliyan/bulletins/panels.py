"""What the bulletins show on lower rooms' pages: where an item, a submission or a draft was printed."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.bulletins.queries.pieces import places_of
from qianliyan.bulletins.queries.printed import printed_from, printed_with
from qianliyan.core.panels import Hint, Panel, worth_asking
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

if TYPE_CHECKING:
    from django.db.models import QuerySet

Fragment = tuple[str, dict[str, Any]]
TEMPLATE = "bulletins/_printed.html"


@dataclass(frozen=True)
class Place:
    """A printed place, with its page for those who may open it."""

    entry: Entry
    url: str


def beside_item(request: Request, item: Item) -> Fragment | None:
    """Say where an item was printed."""
    if not worth_asking(item, "printed"):
        return None
    return _printed(request.seat, printed_with(item))


def beside_submission(request: Request, submission: Submission) -> Fragment | None:
    """Say where a submission was printed."""
    if not worth_asking(submission, "printed"):
        return None
    return _printed(request.seat, printed_from(submission))


def is_printed(submission: str) -> Exists:
    """Say in the query of an item or a submission whether it stands in any issue."""
    return Exists(Credit.objects.filter(**{submission: OuterRef("pk")}))


def beside_draft(request: Request, draft: Draft) -> Fragment | None:
    """Say in which issue a draft stands."""
    entry = places_of(draft).annotate(**_opens(request.seat, "issue", "pk")).first()
    return (TEMPLATE, {"places": [_place(entry, vars(entry))]}) if entry else None


def _printed(seat: Seat, found: "QuerySet[Credit]") -> Fragment | None:
    """Show each entry once, however many shares it has."""
    credits_found = found.annotate(**_opens(seat, "entry__issue", "entry"))
    places = {credit.entry_id: _place(credit.entry, vars(credit)) for credit in credits_found}
    return (TEMPLATE, {"places": list(places.values())}) if places else None


def _opens(seat: Seat, issue: str, entry: str) -> dict[str, Exists]:
    """Let a query say which pages of its rows this reader may open."""
    return {
        "opens_issue": Exists(visible_to(Issue, seat).filter(pk=OuterRef(issue))),
        "opens_entry": Exists(visible_to(Entry, seat).filter(pk=OuterRef(entry))),
    }


def _place(entry: Entry, said: dict[str, Any]) -> Place:
    if said["opens_issue"]:
        return Place(entry, reverse("bulletins:issue", args=[entry.issue.uid]))
    return Place(entry, reverse("bulletins:entry", args=[entry.uid]) if said["opens_entry"] else "")


PANELS: dict[str, Panel] = {"item.side": beside_item, "submission.side": beside_submission, "draft.side": beside_draft}
HINTS: dict[str, dict[str, Hint]] = {
    "item.side": {"printed": partial(is_printed, "submission__item")},
    "submission.side": {"printed": partial(is_printed, "submission")},
}
