"""Who may handle what arrives and work on an office's drafts."""

from typing import TYPE_CHECKING

from qianliyan.items.models.submission import SECTION
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.desk.models import Draft, Mail
    from qianliyan.items.models import Submission
    from qianliyan.offices.models import Seat


def may_read_desk(seat: "Seat") -> bool:
    """Those who edit, compose or sign the bulletins of their office."""
    return any(seat.may(power) for power in SECTION)


def may_ask(seat: "Seat", submission: "Submission") -> bool:
    """Let the receiving office's editors ask the unit for more, and record its answer."""
    return seat.may_at(Power.EDIT, submission.receiver_id)


def may_answer(seat: "Seat", submission: "Submission") -> bool:
    """Let the unit's officers answer; what they answer needs no new signature, what they rewrite does."""
    return seat.may_at(Power.DRAFT, submission.sender_id)


def may_keep_mail(seat: "Seat") -> bool:
    """Let editors look after the letters and the table of addresses."""
    return seat.may(Power.EDIT)


def may_handle_mail(seat: "Seat", mail: "Mail") -> bool:
    """Let the office's editors say whose a letter is, or that it is nobody's."""
    return seat.may_at(Power.EDIT, mail.office_id)


def may_edit_draft(seat: "Seat", draft: "Draft") -> bool:
    """Those who edit in the office or compose its bulletins."""
    return seat.may_at(Power.EDIT, draft.office_id) or seat.may_at(Power.COMPOSE, draft.office_id)


def may_draw_lines(seat: "Seat", office_pk: int) -> bool:
    """Those who configure the section's rules say whose line is what (分稿)."""
    return seat.may_at(Power.CONFIGURE, office_pk)


def may_drop(seat: "Seat", draft: "Draft") -> bool:
    """Only editors: the submissions go back to their queue."""
    return seat.may_at(Power.EDIT, draft.office_id)


def may_report_up(seat: "Seat", draft: "Draft") -> bool:
    """Those who edit in the office and write for it: what goes up is the office's own item."""
    return may_edit_draft(seat, draft) and seat.may(Power.DRAFT)


def may_place(seat: "Seat", draft: "Draft") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, draft.office_id)
