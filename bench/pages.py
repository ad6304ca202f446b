"""Queries and CPU time of the daily pages with 10 and 1,000 rows, beside a bare Django list of the same rows.

Both databases in one run: SQLite in a file, and a throw-away PostgreSQL. The bare list is what Django does at best:
session, user, one query, one template with a row of four columns.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

ROUNDS = 15
SIZES = (10, 1000)


def main() -> int:
    """Measure on SQLite, then on PostgreSQL, each in a process of its own."""
    if len(sys.argv) > 1:
        return measure()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QIANLIYAN_DATABASE": f"sqlite:///{folder}/bench.sqlite3"}
        command = [sys.executable, "-m", "bench.pages", "here"]
        failed = subprocess.run(command, env=environment, check=False).returncode
    return failed or subprocess.run([sys.executable, "scripts/postgres.py", *command], check=False).returncode


def measure() -> int:
    """Build the rows, ask for every page, print one line each."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from bench.rows import Bench  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    bench = Bench.build()
    print(f"{connection.vendor}: page, rows, queries, CPU ms (median of {ROUNDS}), ratio to the bare list")
    for size in SIZES:
        bench.grow_to(size)
        bare = timed(bench.bare)
        print(f"  {'bare Django list':24}{size:6}{bare[0]:6}{bare[1]:8.1f}")
        for name, ask in bench.pages().items():
            queries, milliseconds = timed(ask)
            print(f"  {name:24}{size:6}{queries:6}{milliseconds:8.1f}{milliseconds / bare[1]:8.1f}×")
    return 0


def timed(ask: Callable[[], object]) -> tuple[int, float]:
    """Return the number of queries and the median CPU milliseconds of one request."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    asked = len(queries)  # the next request empties the log
    times = []
    for _round in range(ROUNDS):
        start = time.process_time()
        ask()
        times.append((time.process_time() - start) * 1000)
    return asked, statistics.median(times)


if __name__ == "__main__":
    raise SystemExit(main())
