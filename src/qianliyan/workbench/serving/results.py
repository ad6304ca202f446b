"""Tasks that a dead worker had in hand: they go back into the queue, or are given up after too many deaths.

Tasks are at-least-once and idempotent, so a task that was nearly done may safely run again.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from qianliyan.core import clock

# Far longer than any task may take (typesetting and imports have limits of their own).
STALE_AFTER = timedelta(minutes=15)
MOST_DEATHS = 5


def give_back(run: str) -> int:
    """Return what the worker `run` was doing to the queue, and how much that was."""
    return sum(_return(result) for result in _running() if result.worker_ids[-1:] == [run])


def give_back_stale() -> int:
    """Return what has been running for far too long, whoever had it, and how much that was."""
    return sum(_return(result) for result in _running().filter(started_at__lt=clock.now() - STALE_AFTER))


def give_back_all() -> int:
    """Return everything to the queue that seems to be running, and how much that was.

    Only where nobody else can be at work: on SQLite, before the one worker is started.
    """
    return sum(_return(result) for result in _running())


def _running() -> QuerySet[DBTaskResult[Any, Any]]:
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)


@transaction.atomic
def _return(result: "DBTaskResult[Any, Any]") -> int:
    """Put one task back; a task that took several workers with it is not tried for ever."""
    same = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING, started_at=result.started_at)
    if len(result.worker_ids) < MOST_DEATHS:
        return same.update(status=TaskResultStatus.READY, started_at=None)
    given_up = f"{MOST_DEATHS} workers died with this task"
    return same.update(status=TaskResultStatus.FAILED, finished_at=clock.now(), traceback=given_up)
