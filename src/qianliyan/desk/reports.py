"""What an office reported upward, and what became of it, as its section reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from qianliyan.core.errors import Text
from qianliyan.desk.actions.upward import EDITED
from qianliyan.desk.models import Draft, Upward
from qianliyan.desk.permissions import may_report_up
from qianliyan.history.models import Event
from qianliyan.history.trail import events_of
from qianliyan.items.models import Submission
from qianliyan.items.states import ItemState, SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

# Printed in this installation, or entered with the paper of an office that does not run it.
ADOPTED = ("submission.publish", "submission.adopt_above")
REVOKED = "submission.revoke_adoption"
COLOURS = {SubmissionState.PUBLISHED: "green", SubmissionState.RETURNED: "warn", SubmissionState.NOT_ADOPTED: ""}


@dataclass(frozen=True)
class Report:
    """One upward report: how far it is, where it went, what came of it."""

    upward: Upward
    submission: Submission | None
    adopted: Event | None

    @property
    def state(self) -> Text:
        """Its state in words: within the office until it is sent, afterwards at the office above."""
        if self.submission is None:
            return self.upward.item.get_state_display()
        return self.submission.get_state_display()

    @property
    def colour(self) -> str:
        """The tag's colour."""
        return COLOURS.get(SubmissionState(self.submission.state), "blue") if self.submission else ""

    @property
    def issue(self) -> str:
        """Where it was printed above."""
        return str(self.adopted.details.get("issue", "")) if self.adopted else ""


def sent_up(seat: Seat) -> QuerySet[Upward]:
    """Return the drafts of the seat's office that were made items for the office above, newest first."""
    own = visible_to(Upward, seat).filter(draft__office=seat.office_id).exclude(item__state=ItemState.DISCARDED)
    return with_fate(own).order_by("-at", "-pk")


def with_fate(upwards: QuerySet[Upward]) -> QuerySet[Upward]:
    """Bring along where each was sent."""
    sent = Submission.objects.select_related("receiver").defer("body").order_by("-pk")
    return upwards.select_related("item", "draft", "by").prefetch_related(Prefetch("item__submissions", queryset=sent))


def reports_of(upwards: Iterable[Upward]) -> list[Report]:
    """Return each with its newest submission and where that was printed (one query)."""
    newest = {one.pk: next(iter(one.item.submissions.all()), None) for one in upwards}
    sent = [one for one in newest.values() if one]
    adopted = _adopted(sent) if sent else {}
    return [Report(one, last := newest[one.pk], adopted.get(last.pk) if last else None) for one in upwards]


def _adopted(sent: Iterable[Submission]) -> dict[int, Event]:
    """Return the first adoption of each that was not revoked since; it and its revocation name the same issue."""
    lasting: dict[tuple[int, str, str], Event] = {}
    for event in reversed(events_of(sent, (*ADOPTED, REVOKED))):
        place = (event.thing_pk, str(event.details.get("office", "")), str(event.details.get("issue", "")))
        if event.verb == REVOKED:
            lasting.pop(place, None)
        else:
            lasting.setdefault(place, event)
    return {event.thing_pk: event for event in reversed(lasting.values())}


def upward_context(draft: Draft, seat: Seat) -> dict[str, Any]:
    """Return what the draft's page shows of its way up; a draft that is still being edited has none."""
    if draft.state not in EDITED:
        return {"reports": [], "may_report_up": False}
    reports = reports_of(with_fate(draft.upwards.exclude(item__state=ItemState.DISCARDED)))
    return {"reports": reports, "may_report_up": not reports and may_report_up(seat, draft)}
