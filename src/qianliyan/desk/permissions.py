"""Who may work on an office's drafts."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.desk.models import Draft
    from qianliyan.offices.models import Seat


def may_edit_draft(seat: "Seat", draft: "Draft") -> bool:
    """The office's editors and those who compose its bulletins."""
    return seat.may_at(Power.EDIT, draft.office_id) or seat.may_at(Power.COMPOSE, draft.office_id)


def may_place(seat: "Seat", draft: "Draft") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, draft.office_id)


def by_system(actor: Actor, thing: object) -> bool:
    """Only the machine itself, as the consequence of another step."""
    return actor.pk is None
