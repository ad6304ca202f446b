"""Who may handle what arrives and work on an office's drafts."""

from typing import TYPE_CHECKING

from qianliyan.items.models.submission import SECTION
from qianliyan.offices.powers import UNIT, Power

if TYPE_CHECKING:
    from qianliyan.desk.models import Draft, Mail, Opinion
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


def may_seek_opinions(seat: "Seat", opinion: "Opinion") -> bool:
    """Let those who edit the draft record what was answered by telephone, and take the request back."""
    return may_edit_draft(seat, opinion.draft)


def may_give_opinion(seat: "Seat", opinion: "Opinion") -> bool:
    """Let the person who was asked answer; for a unit, whoever writes, reviews, signs or handles arrivals there."""
    if opinion.person_id is not None:
        return seat.person_id == opinion.person_id
    return seat.at(opinion.office_id) and any(seat.may(power) for power in (*UNIT, *SECTION))


def may_place(seat: "Seat", draft: "Draft") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, draft.office_id)
