"""What of instructions stands on lower rooms' pages, for those who may know it."""

from django.db.models import QuerySet

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.instructions.models import Instruction, Presentation, Telling
from qianliyan.instructions.models.telling import Depth
from qianliyan.instructions.states import InstructionState
from qianliyan.items.models import Item, Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

PAPER = ("entry__issue__publication", "submission")


def told_about(item: Item, seat: Seat) -> QuerySet[Telling]:
    """Return what the item's unit was told of instructions about it."""
    told = visible_to(Telling, seat).filter(submission__item=item, office=item.office_id)
    return told.exclude(depth=Depth.NOTHING).select_related("instruction").order_by("-decided_at", "-pk")


def about_submission(submission: Submission, seat: Seat) -> QuerySet[Instruction]:
    """Return the instructions about a submission, or about what was printed from it."""
    entries = Credit.objects.filter(submission=submission).values("entry")
    known = _known(seat)
    return known.filter(submission=submission) | known.filter(entry__in=entries)


def about_entry(entry: Entry, seat: Seat) -> QuerySet[Instruction]:
    """Return the instructions about one printed entry."""
    return _known(seat).filter(entry=entry)


def about_issue(issue: Issue, seat: Seat) -> QuerySet[Instruction]:
    """Return the instructions about any entry of an issue."""
    return _known(seat).filter(entry__issue=issue)


def presented(issue: Issue, seat: Seat) -> dict[int, Presentation]:
    """Return by entry what of an issue was laid before leaders."""
    found = visible_to(Presentation, seat).filter(entry__issue=issue).prefetch_related("readers")
    return {one.entry_id: one for one in found if one.entry_id}


def _known(seat: Seat) -> QuerySet[Instruction]:
    known = visible_to(Instruction, seat).exclude(state=InstructionState.VOID)
    return known.select_related(*PAPER).order_by("-given_on", "-pk")
