"""Arrivals about the same event, grouped by themselves: the first in the list leads, the others stand under it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from qianliyan.desk.queries import UNDECIDED, arrived
from qianliyan.items.models import Submission
from qianliyan.items.searching import SUBMISSION
from qianliyan.offices.models import Seat
from qianliyan.search.alike import pairs


@dataclass(frozen=True)
class Member:
    """A submission of a group and how much of it and of its nearest one is the same, in per cent."""

    submission: Submission
    share: int


@dataclass
class Group:
    """A row of the queue with those that go with it (most have none)."""

    lead: Submission
    members: list[Member] = field(default_factory=list)

    @property
    def submissions(self) -> list[Submission]:
        """Return all of them."""
        return [self.lead, *(member.submission for member in self.members)]


def grouped(rows: Sequence[Submission], seat: Seat) -> list[Group]:
    """Put the undecided rows of a page into groups with their like from other pages (one query, or two)."""
    noted = pairs(SUBMISSION.code, [row.pk for row in rows])
    shares: dict[int, int] = defaultdict(int)
    beside: dict[int, list[int]] = defaultdict(list)
    for one, other, share in noted:
        shares[one], shares[other] = max(shares[one], share), max(shares[other], share)
        beside[one].append(other)
        beside[other].append(one)
    known = {row.pk: row for row in rows} | _elsewhere(set(beside) - {row.pk for row in rows}, seat)
    groups: list[Group] = []
    placed: set[int] = set()
    for row in rows:
        if row.pk not in placed:
            together = [known[pk] for pk in _reached(row.pk, beside, known) if pk not in placed]
            placed |= {one.pk for one in together}
            groups.append(Group(row, [Member(one, shares[one.pk]) for one in together if one.pk != row.pk]))
    return groups


def _elsewhere(pks: set[int], seat: Seat) -> dict[int, Submission]:
    """Return those that still wait on other pages of the queue."""
    if not pks:
        return {}
    found = arrived(seat).filter(pk__in=pks, state__in=UNDECIDED).defer("body")
    return {one.pk: one for one in found}


def _reached(start: int, beside: dict[int, list[int]], known: dict[int, Submission]) -> list[int]:
    """Return the undecided ones that hang together with the first, itself included."""
    if known[start].state not in UNDECIDED:
        return [start]
    found, waiting = {start: None}, [start]
    while waiting:
        for other in beside[waiting.pop()]:
            if other not in found and other in known and known[other].state in UNDECIDED:
                found[other] = None
                waiting.append(other)
    return list(found)
