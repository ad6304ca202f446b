"""Who reads an office's assessment, who keeps it, and who speaks for a unit."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.items.models.item import UNIT
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from typing import Protocol

    from qianliyan.assessment.models import Comment, ReviewRequest
    from qianliyan.offices.models import Seat

    class Owned(Protocol):
        """Something that belongs to the office that assesses."""

        office_id: int

    class OfUnit(Protocol):
        """Something that concerns one unit."""

        unit_id: int


READERS = (*SECTION, Power.ASSESS)
# Who answers for a unit's work: whoever reviews or signs it.
HEADS = (Power.REVIEW, Power.SIGN)


def may_read(seat: "Seat") -> bool:
    """Those of the section and the assessors see everything of their own office's assessment."""
    return any(seat.may(power) for power in READERS)


def may_assess(seat: "Seat", thing: "Owned") -> bool:
    """Only the assessors of the office."""
    return seat.may_at(Power.ASSESS, thing.office_id)


def may_record(seat: "Seat", thing: "Owned") -> bool:
    """Only editors and assessors of the office: whoever holds the paper in his hands enters it."""
    return seat.may_at(Power.EDIT, thing.office_id) or may_assess(seat, thing)


def speaks_for_unit(seat: "Seat") -> bool:
    """Those who write, review or sign in a unit."""
    return any(seat.may(power) for power in UNIT)


def may_claim(seat: "Seat") -> bool:
    """Only those who speak for a unit that has an office above it to claim from."""
    return speaks_for_unit(seat) and seat.office.parent_id is not None


def by_system(actor: Actor, _thing: object) -> bool:
    """Only the machine itself, when a calculation went through or could not."""
    return actor.seat_pk is None


def may_edit(seat: "Seat", thing: "Owned") -> bool:
    """Only editors and composers of the office: what is printed goes through their drafts."""
    return seat.may_at(Power.EDIT, thing.office_id) or seat.may_at(Power.COMPOSE, thing.office_id)


def may_review(seat: "Seat", review: "ReviewRequest") -> bool:
    """Only the assessors of the office whose circular it is."""
    return may_assess(seat, review.circular)


def may_speak(seat: "Seat", thing: "OfUnit") -> bool:
    """Only those who write, review or sign in the unit that it concerns."""
    return seat.at(thing.unit_id) and speaks_for_unit(seat)


def heads_unit(seat: "Seat", unit: int) -> bool:
    """Only those who review or sign for the unit."""
    return seat.at(unit) and any(seat.may(power) for power in HEADS)


def may_comment(seat: "Seat", comment: "Comment") -> bool:
    """Only editors and assessors of the office that assesses the unit, and nobody on himself."""
    return may_record(seat, comment) and seat.person_id != comment.person_id
