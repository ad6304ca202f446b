"""What the office above asks, beside an item; and on the pages of what is asked, the way to write for it."""

from typing import Any

from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.items.actions.purposes import OPEN
from qianliyan.items.models import Item, Submission
from qianliyan.items.permissions import may_draft, may_write
from qianliyan.planning.models import Commission, KeyTask

Fragment = tuple[str, dict[str, Any]] | None


def beside_item(request: Request, item: Item) -> Fragment:
    """Say for what it is written; to the writer offer what is asked, which the page fetches by itself."""
    if item.state in OPEN and may_write(request.seat, item):
        return "items/_purposes_later.html", {"item": item}
    return ("items/_purposes_read.html", {"thing": item}) if item.commission_id or item.key_task_id else None


def beside_submission(_request: Request, submission: Submission) -> Fragment:
    """Show at the desk for what it was written."""
    if not (submission.commission_id or submission.key_task_id):
        return None
    return "items/_purposes_read.html", {"thing": submission}


def answering(request: Request, commission: Commission) -> Fragment:
    """Offer to write an item for the commission."""
    return ("items/_write_for.html", {"commission": commission}) if may_draft(request.seat) else None


def reporting(request: Request, task: KeyTask) -> Fragment:
    """Offer to write an item about the task of an office above."""
    writes = may_draft(request.seat) and not request.seat.at(task.office_id)
    return ("items/_write_for.html", {"key_task": task}) if writes else None


PANELS: dict[str, Panel] = {
    "item.side": beside_item,
    "submission.side": beside_submission,
    "commission.answering": answering,
    "key_task.actions": reporting,
}
