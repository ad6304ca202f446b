"""A city's year in the product: some 30,000 facts read from the tables, worked out, kept. `python -m bench.city_year`.

Rows are copied in bulk; everything from the order on is the real way.
"""

import os
import sys
import time


def main() -> int:
    """Make the rows, then order and perform the year's calculation three times."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415

    django.setup()
    from django.db import connection  # noqa: PLC0415

    connection.creation.create_test_db(verbosity=0)
    from bench.rows import Bench  # noqa: PLC0415
    from bench.year_rows import spread  # noqa: PLC0415

    bench = Bench.build()
    seat = spread(bench)
    for _again in range(3):
        measure(seat)
    return 0


def measure(seat: object) -> None:
    """Say what one calculation takes."""
    from qianliyan.assessment.actions import calculating  # noqa: PLC0415
    from qianliyan.core import clock  # noqa: PLC0415

    ordered = calculating.order(str(clock.today().year), by=seat)  # type: ignore[arg-type]
    wall, cpu = time.perf_counter(), time.process_time()
    done = calculating.perform(ordered.pk)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if done.error:
        raise SystemExit(done.error)
    print(
        f"{done.facts:>9,} facts  {wall:5.2f} s wall  {cpu:5.2f} s cpu  {done.standings.count()} standings", flush=True
    )


if __name__ == "__main__":
    sys.exit(main())
