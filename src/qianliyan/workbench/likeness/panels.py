"""Where comparison stands beside a text: fetched after the page, so that the page does not wait for it."""

from typing import Any

from django.urls import reverse

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.states import IssueState
from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat

Fragment = tuple[str, dict[str, Any]]
TEMPLATE = "workbench/_likeness.html"


def beside_item(request: Request, item: Item) -> Fragment | None:
    """Compare what the unit writes, until it is too short to be compared."""
    return _fragment("item", item.uid) if item.office_id == request.seat.office_id and item.body else None


def beside_submission(request: Request, submission: Submission) -> Fragment | None:
    """Compare what arrived here."""
    return _fragment("submission", submission.uid) if submission.receiver_id == request.seat.office_id else None


def beside_draft(_request: Request, draft: Draft) -> Fragment:
    """Compare what is edited."""
    return _fragment("draft", draft.uid)


def beside_issue(request: Request, issue: Issue) -> Fragment | None:
    """Say what was printed before, while there is still a choice."""
    open_here = issue.state == IssueState.COMPOSING and _is_section(request.seat, issue)
    return (TEMPLATE, {"url": reverse("workbench:echoes", args=[issue.uid])}) if open_here else None


def _fragment(kind: str, uid: object) -> Fragment:
    return TEMPLATE, {"url": reverse("workbench:likeness", args=[kind, uid])}


def _is_section(seat: Seat, issue: Issue) -> bool:
    return seat.office_id == issue.office_id


PANELS: dict[str, Panel] = {
    "item.side": beside_item,
    "submission.side": beside_submission,
    "draft.side": beside_draft,
    "issue.side": beside_issue,
}
