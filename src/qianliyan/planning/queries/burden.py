"""What each unit already has to answer, before one asks it for more; and which open commissions ask for the same."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from qianliyan.offices.models import Office
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.queries.commissions import UNANSWERED
from qianliyan.text.similar.containment import ALARM, containment


@dataclass
class Burden:
    """One unit and what it is asked at present: by this office one by one, by others only as a number."""

    office: Office
    own: list[Addressee] = field(default_factory=list)
    by_others: int = 0

    @property
    def count(self) -> int:
        """How many commissions the unit has open."""
        return len(self.own) + self.by_others


def burdens_of(offices: Collection[Office], asking_pk: int, *, without: int | None = None) -> list[Burden]:
    """Return the burden of each of these units (one query); `without` leaves out the commission in hand."""
    rows = Addressee.objects.filter(UNANSWERED, office__in=[office.pk for office in offices])
    found: dict[int, list[Addressee]] = defaultdict(list)
    for row in rows.exclude(commission=without).select_related("commission").order_by("due_at", "pk"):
        found[row.office_id].append(row)
    return [_burden(office, found[office.pk], asking_pk) for office in offices]


def overlapping(commission: Commission, burdens: Collection[Burden]) -> list[Commission]:
    """Return the office's open commissions to the same units whose wording stands in this one's, or the reverse."""
    others = {row.commission_id: row.commission for burden in burdens for row in burden.own}
    return [other for other in others.values() if _alike(commission, other)]


def _burden(office: Office, rows: list[Addressee], asking_pk: int) -> Burden:
    own = [row for row in rows if row.asking_id == asking_pk]
    return Burden(office, own, len(rows) - len(own))


def _alike(one: Commission, other: Commission) -> bool:
    return containment(f"{one.title}\n{one.content}", f"{other.title}\n{other.content}") >= ALARM
