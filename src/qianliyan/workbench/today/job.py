"""One thing that waits for a seat, and the order in which things wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from qianliyan.core import clock
from qianliyan.items.kinds import Urgency

# What has waited longer than this is shown as pressing.
LONG = timedelta(days=2)


class Rank(IntEnum):
    """How pressing a job is; the smaller the earlier."""

    EXTRA = 0
    URGENT = 1
    SIGN = 2
    RETURNED = 3
    NEXT = 4
    ORDINARY = 5
    WHENEVER = 6


@dataclass(frozen=True)
class Job:
    """A line of 待办事项: what, since when, why, and the one button that leads to the work."""

    rank: Rank
    tag: str
    what: str
    url: str
    label: str
    since: datetime | None = None
    why: str = ""
    key: str = ""

    @property
    def recent(self) -> bool:
        """Tell whether the time of day still says something."""
        return self.since is not None and (clock.today() - clock.local(self.since).date()).days <= 1

    @property
    def colour(self) -> str:
        """The tag's colour: red only for what is urgent."""
        if self.rank <= Rank.URGENT:
            return "red"
        return "warn" if self.rank == Rank.RETURNED else ""

    @property
    def pressing(self) -> bool:
        """Tell whether it has waited long, or must not wait at all."""
        return self.rank <= Rank.URGENT or (self.since is not None and clock.now() - self.since > LONG)


def by_urgency(jobs: Iterable[Job]) -> list[Job]:
    """Put the most pressing first, and among equals what has waited longest."""
    return sorted(jobs, key=lambda job: (job.rank, job.since or clock.now()))


def rank_of(urgency: str, otherwise: Rank) -> Rank:
    """Return the rank that an item's urgency gives."""
    return {Urgency.EXTRA.value: Rank.EXTRA, Urgency.URGENT.value: Rank.URGENT}.get(urgency, otherwise)
