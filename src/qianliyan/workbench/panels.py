"""What workbench shows on other rooms' pages: the trail, on top of the right-hand column."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from qianliyan.bulletins.models import Issue
from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.history.models import Event
from qianliyan.instructions.models import Forwarding, Instruction, Presentation
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Commission
from qianliyan.workbench.trail import events
from qianliyan.workbench.trail.reading import steps_for

Fragment = tuple[str, dict[str, Any]]
# So many steps are seen at once; the earlier ones open with a click.
SHOWN = 5


def trail_of(kind: str, thing: Any, found: QuerySet[Event], seat: Seat, home: int) -> Fragment:
    """Return the trail as a fragment with the way to 谁能看到."""
    steps = steps_for(seat, found, home=home)
    return "workbench/_trail.html", {
        "steps": steps[:SHOWN],
        "earlier": steps[SHOWN:],
        "witnesses": reverse("workbench:witnesses", args=[kind, thing.uid]),
    }


def beside_item(request: Request, item: Item) -> Fragment:
    """Show where the item has been."""
    return trail_of("item", item, events.of_item(item, request.seat), request.seat, item.office_id)


def beside_submission(request: Request, submission: Submission) -> Fragment:
    """Show where the submission has been."""
    found = events.of_submission(submission, request.seat)
    return trail_of("submission", submission, found, request.seat, submission.receiver_id)


def beside_draft(request: Request, draft: Draft) -> Fragment:
    """Show where the draft comes from and how far it is."""
    return trail_of("draft", draft, events.of_draft(draft, request.seat), request.seat, draft.office_id)


def beside_issue(request: Request, issue: Issue) -> Fragment:
    """Show how far the issue is."""
    return trail_of("issue", issue, events.of_issue(issue, request.seat), request.seat, issue.office_id)


def beside_commission(request: Request, commission: Commission) -> Fragment:
    """Show how far the commission is."""
    found = events.of_commission(commission, request.seat)
    return trail_of("commission", commission, found, request.seat, commission.office_id)


def beside_instruction(request: Request, instruction: Instruction) -> Fragment:
    """Show how far the instruction is."""
    found = events.of_instruction(instruction, request.seat)
    return trail_of("instruction", instruction, found, request.seat, instruction.office_id)


def beside_errand(request: Request, errand: Forwarding) -> Fragment:
    """Show what happened between the two offices."""
    found = events.of_forwarding(errand, request.seat)
    return trail_of("errand", errand, found, request.seat, errand.office_id)


def beside_presentation(request: Request, presentation: Presentation) -> Fragment:
    """Show to whom it went and what came back."""
    found = events.of_presentation(presentation, request.seat)
    return trail_of("presentation", presentation, found, request.seat, presentation.office_id)


PANELS: dict[str, Panel] = {
    "item.side": beside_item,
    "submission.side": beside_submission,
    "draft.side": beside_draft,
    "issue.side": beside_issue,
    "commission.side": beside_commission,
    "instruction.side": beside_instruction,
    "errand.side": beside_errand,
    "presentation.side": beside_presentation,
}
