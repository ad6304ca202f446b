"""Who verifies, who sets findings aside, and who lets a blocking one pass. Predicates look at seat and columns only."""

from typing import TYPE_CHECKING

from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat
    from qianliyan.proofing.models import Verification
    from qianliyan.proofing.subjects import Subject

# Everybody whose post handles texts, in the unit and in the section.
UNIT = (Power.DRAFT, Power.CHECK, Power.SCREEN, Power.COUNTERSIGN, Power.REVIEW, Power.SIGN)
SECTION = (Power.EDIT, Power.COMPOSE, Power.SIGN_ISSUE)
WORKERS = (*UNIT, *SECTION)


def may_work_on(seat: "Seat", subject: "Subject") -> bool:
    """Let those who handle texts in the subject's own office verify it and set findings aside."""
    return seat.at(subject.office.pk) and any(seat.may(power) for power in WORKERS)


def may_verify(seat: "Seat", verification: "Verification") -> bool:
    """Let those who handle texts in the record's office write down what was answered."""
    return seat.at(verification.office_id) and any(seat.may(power) for power in WORKERS)


def has_written(seat: "Seat", subject: "Subject", quote: str = "") -> bool:
    """Tell whether the text, or these words in it, are the person's own, from whichever seat he works now."""
    corrected = any(hand.person_pk == seat.person_id and hand.wrote(quote) for hand in subject.hands)
    return corrected or seat.person_id in subject.writers


def may_release_secrecy(seat: "Seat", subject: "Subject", quote: str = "") -> bool:
    """Only the secrecy reviewer of the office, a second person: never whoever wrote the words."""
    return seat.may_at(Power.SCREEN, subject.office.pk) and not has_written(seat, subject, quote)


def may_lift_politics(seat: "Seat", subject: "Subject", quote: str = "") -> bool:
    """Only the signatory of this text, never whoever wrote the words."""
    return seat.may_at(subject.signed_by, subject.office.pk) and not has_written(seat, subject, quote)
