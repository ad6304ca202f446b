"""What this room shows on lower rooms' pages: instructions that the viewer may know, and what a unit was told."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.bulletins.queries.pieces import entries_of
from qianliyan.bulletins.states import IssueState
from qianliyan.core.panels import Hint, Panel, worth_asking
from qianliyan.core.web import Request
from qianliyan.instructions.models import Instruction, Telling
from qianliyan.instructions.permissions import may_keep_register
from qianliyan.instructions.queries import beside
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power

Fragment = tuple[str, dict[str, Any]]


def beside_item(request: Request, item: Item) -> Fragment | None:
    """Tell the unit what it may know of instructions about its item."""
    if not worth_asking(item, "told"):
        return None
    told = list(beside.told_about(item, request.seat))
    return ("instructions/_told.html", {"told": told}) if told else None


def beside_submission(request: Request, submission: Submission) -> Fragment | None:
    """Show the instructions about a submission to those who receive it."""
    if submission.receiver_id != request.seat.office_id or not worth_asking(submission, "instructed"):
        return None
    return _known(beside.about_submission(submission, request.seat))


def is_told() -> Exists:
    """Say in the query of an item whether its unit was told anything."""
    return Exists(Telling.objects.filter(submission__item=OuterRef("pk")))


def is_instructed() -> Q:
    """Say in the query of a submission whether anything was instructed about it or about what was printed from it."""
    printed = Credit.objects.filter(submission=OuterRef(OuterRef("pk"))).values("entry")
    found = Instruction.objects
    return Exists(found.filter(submission=OuterRef("pk"))) | Exists(found.filter(entry__in=printed))


def beside_entry(request: Request, entry: Entry) -> Fragment | None:
    """Show the instructions about a printed entry to the office that printed it."""
    if entry.issue.office_id != request.seat.office_id:
        return None
    return _known(beside.about_entry(entry, request.seat))


def beside_issue(request: Request, issue: Issue) -> Fragment | None:
    """Show entry by entry what was presented and instructed, to those who handle it."""
    seat = request.seat
    if issue.state != IssueState.PRINTED or issue.office_id != seat.office_id or not may_keep_register(seat):
        return None
    laid = beside.presented(issue, seat)
    given: dict[int, list[Instruction]] = {}
    for one in beside.about_issue(issue, seat):
        given.setdefault(one.entry_id or 0, []).append(one)
    lines = [(entry, laid.get(entry.pk), given.get(entry.pk, [])) for entry in entries_of(issue)]
    context = {"lines": lines, "may_present": seat.may(Power.PRESENT), "may_record": may_record(seat)}
    return "instructions/_issue.html", context


def may_record(seat: Seat) -> bool:
    """Tell whether the seat records instructions for its office."""
    return seat.may(Power.PRESENT) or seat.may(Power.COMPOSE)


def _known(found: QuerySet[Instruction]) -> Fragment | None:
    instructions = list(found)
    return ("instructions/_known.html", {"instructions": instructions}) if instructions else None


PANELS: dict[str, Panel] = {
    "item.side": beside_item,
    "submission.side": beside_submission,
    "entry.side": beside_entry,
    "issue.side": beside_issue,
}
HINTS: dict[str, dict[str, Hint]] = {"item.side": {"told": is_told}, "submission.side": {"instructed": is_instructed}}
