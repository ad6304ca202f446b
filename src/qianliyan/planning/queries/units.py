"""The units that an office can ask, and whom to ring up there."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Case, QuerySet, Value, When

from qianliyan.accounts.models import Person
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Network, Power
from qianliyan.offices.seats import seats_with

COUNTIES_FIRST = Case(When(network=Network.VERTICAL, then=Value(0)), default=Value(1))


def units_below(office_pk: int) -> QuerySet[Office]:
    """Return the offices that report to this one, in their order."""
    return Office.objects.filter(parent=office_pk, closed_on=None).order_by(COUNTIES_FIRST, "network", "order", "pk")


def officers_of(offices: Collection[int]) -> dict[int, list[Person]]:
    """Return the information officers of these offices, with their telephones (one query)."""
    found: dict[int, list[Person]] = defaultdict(list)
    for seat in seats_with(Power.DRAFT, offices):
        if seat.person not in found[seat.office_id]:
            found[seat.office_id].append(seat.person)
    return found
