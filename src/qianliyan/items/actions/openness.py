"""Whether a step may be taken now; asked first, so that nothing is worked out for a step that `move` would refuse."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.items.models import Item
from qianliyan.items.permissions import may_write
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.offices.models import Seat

if TYPE_CHECKING:
    from qianliyan.history.workflow import Transition


def refuse_unless_open(item: Item, by: Seat) -> None:
    """Refuse on an item that has left its drafter's hands, and refuse whoever does not write for its office."""
    if item.state != ItemState.DRAFTING:
        raise WrongState(_("修改"), item.get_state_display())
    if not may_write(by, item):
        raise NotAllowed(_("修改"))


def refuse_unless(item: Item, step: "Transition[Item, Seat]", by: Seat, asked: str | None = None) -> None:
    """Refuse a step from another state or by another person.

    `asked` is the stage that the reader was asked about: his second click must not decide the next one.
    """
    if item.state not in step.sources or (asked is not None and item.due != asked):
        raise WrongState(step.label, _place(item))
    if not step.allowed(by, item):
        raise NotAllowed(step.label)


def _place(item: Item) -> str:
    return f"{item.get_state_display()} · {Stage(item.due).label}" if item.due else item.get_state_display()
