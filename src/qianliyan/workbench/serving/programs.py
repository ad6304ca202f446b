"""The three programs of an installation: web, task worker, tick."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path

from django.db import DatabaseError, connection

from qianliyan.workbench.serving.keeper import Program
from qianliyan.workbench.serving.results import give_back
from qianliyan.workbench.ticking import let_go

logger = logging.getLogger("qianliyan.serve")

# Enough for an office; a thread that waits for SQLite's one writer costs little.
THREADS = 4
QIANLIYAN = (sys.executable, "-m", "qianliyan")


def programs(host: str, port: int) -> list[Program]:
    """Return what has to run, for this database."""
    return [
        Program("web", lambda _run: web(host, port)),
        Program("worker", worker, mourn=despite_the_database(give_back)),
        Program("tick", lambda run: [*QIANLIYAN, "tick", "--holder", run], mourn=despite_the_database(let_go)),
    ]


def web(host: str, port: int) -> Sequence[str]:
    """Run one process with threads on SQLite, which has one writer; on PostgreSQL as many as QIANLIYAN_WEB says."""
    processes = int(os.environ.get("QIANLIYAN_WEB", "2")) if connection.vendor == "postgresql" else 1
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": str(processes),
        "--blocking-threads": str(THREADS),
        "--log-level": "warning",
    }
    flat = [part for option in options.items() for part in option]
    return [str(Path(sys.executable).with_name("granian")), *flat, "--no-ws", "qianliyan.config.wsgi:application"]


def worker(run: str) -> Sequence[str]:
    """Run the task worker under the name of this run, so that what it held can be found when it dies."""
    return [*QIANLIYAN, "worker", "--worker-id", run, "--interval", "0.5", "--no-reload", "--no-startup-delay"]


def despite_the_database(clean: Callable[[str], object]) -> Callable[[str], None]:
    """Let the supervisor outlive a database that is away: tasks and leases that are missed here come back by age."""

    @wraps(clean)
    def careful(run: str) -> None:
        try:
            clean(run)
        except DatabaseError:
            logger.warning("could not clean up after %s", run, exc_info=True)
        finally:
            connection.close()

    return careful
