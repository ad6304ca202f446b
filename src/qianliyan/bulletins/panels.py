"""What the bulletins show on lower rooms' pages: where an item, a submission or a draft was printed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.bulletins.queries.pieces import place_of
from qianliyan.bulletins.queries.printed import printed_from, printed_with
from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import SubmissionState
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
    return _printed(request.seat, printed_with(item))


def beside_submission(request: Request, submission: Submission) -> Fragment | None:
    """Say where a submission was printed; nothing is asked of what nobody has taken."""
    if submission.state not in (SubmissionState.TAKEN, SubmissionState.PUBLISHED):
        return None
    return _printed(request.seat, printed_from(submission))


def beside_draft(request: Request, draft: Draft) -> Fragment | None:
    """Say in which issue a draft stands."""
    entry = place_of(draft)
    return (TEMPLATE, {"places": _places(request.seat, [entry])}) if entry else None


def _printed(seat: Seat, found: "QuerySet[Credit]") -> Fragment | None:
    """Show each entry once, however many shares it has."""
    entries = {credit.entry_id: credit.entry for credit in found}
    return (TEMPLATE, {"places": _places(seat, list(entries.values()))}) if entries else None


def _places(seat: Seat, entries: list[Entry]) -> list[Place]:
    issues = set(visible_to(Issue, seat).filter(pk__in=[e.issue_id for e in entries]).values_list("pk", flat=True))
    seen = set(visible_to(Entry, seat).filter(pk__in=[e.pk for e in entries]).values_list("pk", flat=True))
    return [Place(entry, _link(entry, issues, seen)) for entry in entries]


def _link(entry: Entry, issues: set[int], seen: set[int]) -> str:
    if entry.issue_id in issues:
        return reverse("bulletins:issue", args=[entry.issue.uid])
    return reverse("bulletins:entry", args=[entry.uid]) if entry.pk in seen else ""


PANELS: dict[str, Panel] = {"item.side": beside_item, "submission.side": beside_submission, "draft.side": beside_draft}
