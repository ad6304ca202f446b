"""Who may handle what arrives and work on an office's drafts."""

from typing import TYPE_CHECKING

from qianliyan.items.models.submission import SECTION
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.desk.models import Draft
    from qianliyan.offices.models import Seat


def may_read_desk(seat: "Seat") -> bool:
    """Those who edit, compose or sign the bulletins of their office."""
    return any(seat.may(power) for power in SECTION)


def may_edit_draft(seat: "Seat", draft: "Draft") -> bool:
    """Those who edit in the office or compose its bulletins."""
    return seat.may_at(Power.EDIT, draft.office_id) or seat.may_at(Power.COMPOSE, draft.office_id)


def may_draw_lines(seat: "Seat", office_pk: int) -> bool:
    """Those who configure the section's rules say whose line is what (分稿)."""
    return seat.may_at(Power.CONFIGURE, office_pk)


def may_drop(seat: "Seat", draft: "Draft") -> bool:
    """Only editors: the submissions go back to their queue."""
    return seat.may_at(Power.EDIT, draft.office_id)


def may_place(seat: "Seat", draft: "Draft") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, draft.office_id)
