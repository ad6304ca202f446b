"""Plays both halves of the demo's year at once, each in a copy of the database, and puts them together.

Only SQLite gains by it, where one writer holds the whole file: both cores of a small machine have work. Each half is
played by the same actions as ever; what the later half numbers goes on from what the plan says the earlier one takes.
"""

import multiprocessing
import sys
from collections import Counter as Count
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection, connections, transaction

from qianliyan.bulletins.models import Counter
from qianliyan.bulletins.models.publication import RUNNING
from qianliyan.bulletins.queries.numbers import number_year
from qianliyan.core import clock
from qianliyan.instructions.models import Register
from qianliyan.search.index.choice import index
from qianliyan.search.models import Row
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year import joining
from qianliyan.workbench.demo.year.entering import issues_of
from qianliyan.workbench.demo.year.making import City, Told
from qianliyan.workbench.demo.year.papers import secret_on

# A database that is being made needs no care for a power cut: it is thrown away then.
CARELESS = "PRAGMA journal_mode=memory; PRAGMA synchronous=off; PRAGMA cache_size=-200000; PRAGMA temp_store=memory"


def can_be_halved() -> bool:
    """Tell whether the database is a file of SQLite and nothing is under way in it, and processes can fork."""
    name = str(connection.settings_dict["NAME"])
    is_file = connection.vendor == "sqlite" and Path(name).is_file()
    return is_file and not connection.in_atomic_block and "fork" in multiprocessing.get_all_start_methods()


def make_in_halves(now: datetime, span: Span | None = None, told: Told | None = None) -> None:
    """Make the city as `make_city` does, in half the time; until the end the database stays empty."""
    target = Path(connection.settings_dict["NAME"])
    connections.close_all()
    with TemporaryDirectory(dir=target.parent, prefix="making-") as folder:
        laid, early, late = (Path(folder) / f"{name}.sqlite3" for name in ("laid", "early", "late"))
        joining.copy(target, early)
        with _working_on(early):
            city = City.laid(now, span or Span.whole(clock.local(now).date()), told_to_end=span is None)
        joining.copy(early, laid)
        joining.copy(early, late)
        _play_both(city, early, late, told or (lambda _moment, _part: None))
        joining.take_over(laid, early, late)
        with _working_on(early):
            _enter_late_words()
            city.close_the_year()
        joining.pour(early, late, target)


def _play_both(city: City, early: Path, late: Path, told: Told) -> None:
    """Play the later half in a process of its own and the earlier one here."""
    sys.stdout.flush()
    other = multiprocessing.get_context("fork").Process(target=_play_late, args=(city, late), daemon=True)
    other.start()
    with _working_on(early):
        city.play(city.span.halves[0], told)
        _refuse_other_numbers(_numbers_taken_early(city))
    other.join()
    if other.exitcode:
        raise ChildProcessError(other.exitcode)


def _play_late(city: City, path: Path) -> None:
    joining.number_late(path)
    with _working_on(path):
        for (model, *key), last in _numbers_taken_early(city).items():
            model.objects.create(**_row_of(model, *key), last=last)
        city.play(city.span.halves[1], lambda _moment, _part: None)


def _numbers_taken_early(city: City) -> Count[tuple[Any, int, int]]:
    """Return how many numbers the earlier half takes by the plan: of each publication's year, of the register."""
    span, part, world = city.span, city.span.halves[0], city.cast.world
    year, issues = span.months[0].year, [one for one in issues_of(span, part) if one.day < span.last]
    names = [one.publication for one in issues] + ["zhuanbao" for _day in secret_on(year, part)]
    taken: Count[tuple[Any, int, int]] = Count()
    for publication in (world.publications[name] for name in names):
        taken[Counter, publication.pk, number_year(publication, year)] += 1
        if publication.total_format and publication.yearly:
            taken[Counter, publication.pk, RUNNING] += 1
    printed = {one.name for one in issues}
    taken[Register, city.cast.offices["city"].pk, year] = sum(name in printed for name, _place in span.instructed)
    return taken


def _refuse_other_numbers(expected: Count[tuple[Any, int, int]]) -> None:
    """Refuse if the earlier half took other numbers than the later one has gone on from."""
    for (model, *key), last in expected.items():
        found = model.objects.filter(**_row_of(model, *key)).values_list("last", flat=True).first() or 0
        if found != last:
            raise joining.Disagreement(model.__name__, key, found, last)


def _row_of(model: type[Counter | Register], holder: int, year: int) -> dict[str, int]:
    return {"publication_id" if model is Counter else "office_id": holder, "year": year}


def _enter_late_words() -> None:
    """Take into the index of words what the later half made."""
    with transaction.atomic():
        index().enter(Row.objects.filter(pk__gt=joining.FIRST_LATE, place__isnull=False).order_by("place"))


@contextmanager
def _working_on(path: Path) -> Iterator[None]:
    """Let the database be another file for a while."""
    settings = connection.settings_dict
    kept = settings["NAME"], settings["OPTIONS"]
    connections.close_all()
    settings["NAME"], settings["OPTIONS"] = str(path), {**settings["OPTIONS"], "init_command": CARELESS}
    try:
        yield
    finally:
        connections.close_all()
        settings["NAME"], settings["OPTIONS"] = kept
