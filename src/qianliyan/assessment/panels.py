"""What the assessment shows on lower rooms' pages: what an item brought, and where to record what happened to it."""

from typing import Any

from qianliyan.assessment.permissions import may_record
from qianliyan.bulletins.models import Entry
from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import ItemState

Fragment = tuple[str, dict[str, Any]]


def beside_item(request: Request, item: Item) -> Fragment | None:
    """Ask for the points of an item that was sent, and lead to recording what the office above did with it.

    The points are read when the page stands, not before.
    """
    if item.state != ItemState.SUBMITTED or not request.seat.at(item.office_id):
        return None
    records = may_record(request.seat, _Owner(item.office_id))
    sent = item.submissions.order_by("-pk").only("uid").first() if records else None
    return "assessment/_beside_item.html", {"item": item, "steps": None, "submission": sent}


def beside_submission(request: Request, submission: Submission) -> Fragment | None:
    """Lead to recording what another office did with a submission."""
    mine = request.seat.at(submission.receiver_id) and may_record(request.seat, _Owner(submission.receiver_id))
    return ("assessment/_record_here.html", {"submission": submission}) if mine else None


def beside_entry(request: Request, entry: Entry) -> Fragment | None:
    """Lead to recording what another office did with a printed entry."""
    mine = may_record(request.seat, _Owner(entry.issue.office_id))
    return ("assessment/_record_here.html", {"entry": entry}) if mine else None


class _Owner:
    """The office whose ledger an entry would stand in."""

    def __init__(self, office_id: int) -> None:
        self.office_id = office_id


PANELS: dict[str, Panel] = {
    "item.side": beside_item,
    "submission.side": beside_submission,
    "entry.side": beside_entry,
}
