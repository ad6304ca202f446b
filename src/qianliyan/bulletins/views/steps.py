"""The buttons of an issue: exactly the steps that are open to the seat, each naming who or what comes next."""

from collections.abc import Container
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins import states
from qianliyan.bulletins.models import Issue
from qianliyan.history.workflow import open_to
from qianliyan.offices.models import Seat

# Where each step is taken; those that need a reason ask for it on a page of their own.
PLACES = {
    states.SEND_FOR_SIGNING.verb: "bulletins:signing_request",
    states.TAKE_BACK.verb: "bulletins:signing_withdrawal",
    states.SEND_BACK.verb: "bulletins:return",
    states.SIGN.verb: "bulletins:signature",
    states.PUBLISH.verb: "bulletins:printing",
    states.ABANDON.verb: "bulletins:cancellation",
    states.VOID.verb: "bulletins:voidance",
    states.RECALL.verb: "bulletins:recall",
    states.REPRINT.verb: "bulletins:reprint",
}
PRIMARY = {states.SEND_FOR_SIGNING.verb, states.SIGN.verb, states.PUBLISH.verb, states.REPRINT.verb}


@dataclass(frozen=True)
class Button:
    """One step as the page offers it."""

    verb: str
    label: str
    url: str
    key: str
    primary: bool
    asks: bool

    @property
    def question(self) -> str:
        """What the button asks when a key began the step; a primary step is never taken by one key alone."""
        return _("回车确认：%(step)s") % {"step": self.label} if self.primary and self.key else ""

    @property
    def signs(self) -> bool:
        """Tell whether it is the signature, which comes with a remark."""
        return self.verb in (states.SIGN.verb, states.REPRINT.verb)


def buttons(issue: Issue, seat: Seat, signatories: list[Seat], barred: Container[int] = ()) -> list[Button]:
    """Return the open steps, the primary one last, where the thumb is; whoever is barred signs no reprint."""
    found = [
        Button(
            verb=step.verb,
            label=_labels(issue, signatories).get(step.verb, str(step.label)),
            url=reverse(PLACES[step.verb], args=[issue.uid]),
            key=step.key,
            primary=step.verb in PRIMARY,
            asks=step.needs_reason,
        )
        for step in open_to(states.ISSUE_TRANSITIONS, issue, seat)
        if step.verb in PLACES and not (step is states.REPRINT and seat.person_id in barred)
    ]
    return sorted(found, key=lambda button: button.primary)


def _labels(issue: Issue, signatories: list[Seat]) -> dict[str, str]:
    who = "、".join(dict.fromkeys(seat.post.name for seat in signatories))
    return {
        states.SEND_FOR_SIGNING.verb: _("送%(who)s签发") % {"who": who} if who else _("送签"),
        states.RECALL.verb: _("收回重印"),
        states.TAKE_BACK.verb: _("撤回送签，继续编排"),
        states.SEND_BACK.verb: _("退回%(who)s修改") % {"who": issue.composer.name},
        states.SIGN.verb: _("签发，交%(who)s付印") % {"who": issue.composer.name},
    }
