"""Search and comparison among 200,000 items, on SQLite and on PostgreSQL, beside its peers.

`python -m bench.finding [--size N] [--keep FOLDER]`. Filling takes most of the time: with `--keep` the SQLite database
stays in the folder and the next call measures it again. Peers run on the same texts: rensa for likeness, tantivy for
search. Aims: similar ≤ 30 ms median and 80 ms p95 on SQLite; the first page of a search
≤ 30 ms median and 100 ms p95 on both; recall ≥ 0.95, of an excerpt of 30 % ≥ 0.9.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SIZE = 200_000


def main() -> int:
    """Measure on SQLite, then on PostgreSQL, each in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        return measure(given.size)
    command = [sys.executable, "-m", "bench.finding", "--here", "--size", str(given.size)]
    failed = 0
    if given.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            file = (given.keep or Path(folder)) / "bench.sqlite3"
            environment = {**os.environ, "QIANLIYAN_DATABASE": f"sqlite:///{file}"}
            failed = subprocess.run(command, env=environment, check=False).returncode
    if given.only != "sqlite":
        failed |= subprocess.run([sys.executable, "scripts/postgres.py", *command], check=False).returncode
    return failed


def measure(size: int) -> int:
    """Fill the database, then print one table after the other."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415

    django.setup()
    from bench.finding import measuring  # noqa: PLC0415

    return measuring.run(size)


if __name__ == "__main__":
    raise SystemExit(main())
