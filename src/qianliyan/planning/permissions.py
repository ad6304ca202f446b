"""Who asks for what, and who answers. Predicates look at the seat and the thing's own columns only."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.offices.powers import SECTION, UNIT, Power

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat
    from qianliyan.planning.models import Addressee, Commission, KeyPoint, KeyTask


def may_plan(seat: "Seat") -> bool:
    """Let those ask units for something who edit or compose in an office."""
    return seat.may(Power.EDIT) or seat.may(Power.COMPOSE)


def may_read_plans(seat: "Seat") -> bool:
    """Those who handle what arrives in their office read everything that it asks."""
    return any(seat.may(power) for power in SECTION)


def may_be_asked(seat: "Seat") -> bool:
    """Those who write, review or sign in a unit read what it is asked."""
    return any(seat.may(power) for power in UNIT)


def may_ask(seat: "Seat", thing: "Commission | KeyPoint | KeyTask") -> bool:
    """Those who edit or compose in the office that asks."""
    return may_plan(seat) and seat.at(thing.office_id)


def may_accept(seat: "Seat", addressee: "Addressee") -> bool:
    """Those who write or sign in the addressed unit."""
    return seat.may_at(Power.DRAFT, addressee.office_id) or seat.may_at(Power.SIGN, addressee.office_id)


def may_answer(seat: "Seat", addressee: "Addressee") -> bool:
    """Those of the unit, or an editor of the office that asks, who records what he heard by telephone."""
    return may_accept(seat, addressee) or seat.may_at(Power.EDIT, addressee.asking_id)


def may_deal_with(seat: "Seat", addressee: "Addressee") -> bool:
    """Those who edit or compose in the office that asks."""
    return may_plan(seat) and seat.at(addressee.asking_id)


def by_system(actor: Actor, _thing: object) -> bool:
    """Only the machine itself takes this step, as the consequence of another one."""
    return actor.seat_pk is None
