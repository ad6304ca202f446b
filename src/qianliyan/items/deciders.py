"""Who decides on an item: its chain of stages, and for each stage the seats that could decide today."""

from collections import defaultdict

from qianliyan.configuration.values import Values
from qianliyan.items.clearance import Clearance, read
from qianliyan.items.models import Item
from qianliyan.items.settings import CHAIN, CLEARANCE
from qianliyan.items.stages import POWER, Stage
from qianliyan.items.states import ItemState
from qianliyan.offices.models import Seat
from qianliyan.offices.seats import seats_in


def deciders(item: Item, clearer: str = "") -> dict[Stage, list[Seat]]:
    """Return for each stage who could decide today; never the drafter (one query).

    Clearance is one leader's: the item's own, and before it is handed over whoever is called `clearer`.
    """
    found: dict[Stage, list[Seat]] = defaultdict(list)
    for seat in seats_in((item.office_id,)):
        for stage, power in POWER.items():
            if seat.may(power) and seat.person_id != item.drafter_id and _may_clear(stage, seat, item, clearer):
                found[stage].append(seat)
    return found


def chain_of(item: Item, values: Values | None = None) -> list[Stage]:
    """Return the item's chain: the one it was handed over with, else the office's of today; signing always ends it."""
    if item.state != ItemState.DRAFTING:
        return [Stage(stage) for stage in item.chain]
    values = values or Values(item.office)
    set_up = values[CHAIN]
    clear = [Stage.CLEAR] if clearer_of(item, values) else []
    return [*(Stage(stage) for stage in set_up if stage not in (Stage.CLEAR, Stage.SIGN)), *clear, Stage.SIGN]


def clearer_of(item: Item, values: Values) -> str:
    """Return the name of the leader who has to clear the item by today's setting."""
    return clearance_of(item.office_id, values).name_for(item.kind)


def clearance_of(office_pk: int, values: Values) -> Clearance:
    """Return who clears what in this office; the leaders of the office above do not sit here."""
    own = values.set_by_office(CLEARANCE) == office_pk
    return read(values[CLEARANCE] if own else ())


def _may_clear(stage: Stage, seat: Seat, item: Item, clearer: str) -> bool:
    """Let every stage but clearance be open to whoever has its power."""
    if stage != Stage.CLEAR:
        return True
    return seat.person_id == item.clearer_id if item.clearer_id else bool(clearer) and seat.person.name == clearer
