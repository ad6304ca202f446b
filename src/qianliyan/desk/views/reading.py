"""One submission as it is read: the paper, the buttons, and what stands beside it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from qianliyan.configuration.values import Values
from qianliyan.core.errors import Text
from qianliyan.desk import as_sent
from qianliyan.desk.actions.questions import ASKED_ABOUT
from qianliyan.desk.forms.recording import CHANNELS
from qianliyan.desk.models import Handling, HandlingKind
from qianliyan.desk.papers import paragraphs_of
from qianliyan.desk.permissions import may_ask
from qianliyan.desk.queries import UNDECIDED, questions_of
from qianliyan.desk.settings import DECLINE_REASONS, RETURN_REASONS
from qianliyan.history.workflow import Transition, open_to
from qianliyan.items.models import Submission
from qianliyan.items.permissions import may_edit
from qianliyan.items.states import DECLINE, DESK_STEPS, RESERVE, RETURN, SIGN_FOR, TAKE
from qianliyan.offices.models import Seat

# The step, the address it is posted to, and the kind of decision it is.
ADDRESSES = {
    SIGN_FOR.verb: ("desk:receipt", ""),
    TAKE.verb: ("desk:taking", ""),
    RESERVE.verb: ("desk:handling", HandlingKind.RESERVED),
    RETURN.verb: ("desk:handling", HandlingKind.RETURNED),
    DECLINE.verb: ("desk:handling", HandlingKind.NOT_ADOPTED),
}
REASONS = {RETURN.verb: RETURN_REASONS, DECLINE.verb: DECLINE_REASONS}


@dataclass(frozen=True)
class Button:
    """A step as the page offers it."""

    label: Text
    key: str
    url: str
    primary: bool
    needs_reason: bool
    reasons: list[str]


def context_of(submission: Submission, seat: Seat, values: Values, handlings: list[Handling]) -> dict[str, Any]:
    """Return what the paper and its side need."""
    return {
        "submission": submission,
        "paragraphs": paragraphs_of(submission.body),
        "buttons": buttons_for(submission, seat, values),
        "fields": as_sent.fields_of(submission),
        "sign_offs": list(as_sent.sign_offs_of(submission)),
        "attachments": as_sent.attachments_of(submission),
        "handlings": handlings,
        "questions": questions_of([submission]).get(submission.pk, []),
        "may_join": bool(open_to([TAKE], submission, seat)),
        "may_ask": submission.state in ASKED_ABOUT and may_ask(seat, submission),
        "channels": CHANNELS,
        "may_allot": submission.state in UNDECIDED and may_edit(seat, submission),
    }


def buttons_for(submission: Submission, seat: Seat, values: Values) -> list[Button]:
    """Return exactly the steps that are open to this seat now."""
    return [_button(step, submission, values) for step in open_to(DESK_STEPS, submission, seat)]


def _button(step: "Transition[Submission, Seat]", submission: Submission, values: Values) -> Button:
    name, kind = ADDRESSES[step.verb]
    arguments = {"uid": submission.uid, **({"kind": kind} if kind else {})}
    reasons = values[REASONS[step.verb]][:9] if step.needs_reason else []
    return Button(
        label=step.label,
        key=step.key,
        url=reverse(name, kwargs=arguments),
        primary=step is TAKE,
        needs_reason=step.needs_reason,
        reasons=reasons,
    )
