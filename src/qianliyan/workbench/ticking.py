"""What the clock of the installation does, and how often. One failing job never stops the others."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection

from qianliyan.bulletins.tasks import enqueue_stale
from qianliyan.desk.actions.answers import lapse_overdue
from qianliyan.desk.actions.digests import make_due
from qianliyan.desk.actions.presence import forget_absent
from qianliyan.desk.actions.reserves import bring_back_expired
from qianliyan.desk.tasks import order_poll
from qianliyan.history.leases import hold
from qianliyan.history.seals import BATCH, seal_pending
from qianliyan.notices.actions import send_due
from qianliyan.workbench.serving.results import give_back_stale

logger = logging.getLogger("qianliyan.tick")

LEASE = "tick"
LEASE_SECONDS = 15
DAY = 24 * 3600


@dataclass(frozen=True)
class Job:
    """One thing to do every so many seconds."""

    name: str
    every: float
    work: Callable[[], object]


def seal_all() -> None:
    """Seal what waits, batch by batch, so that no transaction is long."""
    while seal_pending() == BATCH:
        continue


def clear_sessions() -> None:
    """Remove sessions that ran out."""
    call_command("clearsessions")


def keep_plans_fresh() -> None:
    """Let SQLite look at its tables again, so that it keeps choosing the right index; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")


JOBS = (
    Job("seal", 1, seal_all),
    Job("send notices", 5, send_due),
    Job("give back stale tasks", 30, give_back_stale),
    Job("order waiting prints again", 30, enqueue_stale),
    Job("note who gave no opinion in time", 600, lapse_overdue),
    Job("bring back expired reserves", 600, bring_back_expired),
    Job("tell units what was not adopted", 3600, make_due),
    Job("look into the mailbox", 60, order_poll),
    Job("forget who was there", 60, forget_absent),
    Job("clear sessions", DAY, clear_sessions),
    Job("keep query plans fresh", 3600, keep_plans_fresh),
)


def take_lease(holder: str) -> bool:
    """Take or keep the right to be the one clock."""
    return hold(LEASE, holder, LEASE_SECONDS)


def let_go(holder: str) -> None:
    """End the lease of a clock that stopped, so that the next one need not wait for its end."""
    hold(LEASE, holder, 0)


class Clockwork:
    """Knows which jobs are due."""

    def __init__(self, jobs: tuple[Job, ...] = JOBS) -> None:
        self.jobs = jobs
        self._next = dict.fromkeys((job.name for job in jobs), 0.0)

    def run_due(self, now: float) -> list[str]:
        """Run what is due at `now` (seconds of a steady clock) and return the names of what ran well."""
        return [job.name for job in self.jobs if now >= self._next[job.name] and self._run(job, now)]

    def _run(self, job: Job, now: float) -> bool:
        self._next[job.name] = now + job.every
        try:
            job.work()
        except Exception:  # whatever it was, the other jobs have to go on; the log has it
            logger.exception("tick: %s failed", job.name)
            return False
        return True
