"""Queries that every page asks: written once for a seat and a day, then only run.

Building such a query out of many sets costs ten times more than the database needs to answer it.
"""

from collections.abc import Callable, Hashable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from qianliyan.core import clock
from qianliyan.offices.models import Seat

# More seats than a city has; a new day begins with new statements anyway.
MOST = 4000

_statements: dict[Hashable, tuple[str, tuple[Any, ...]]] = {}


def rows(seat: Seat, what: Hashable, build: Callable[[], QuerySet[Any]]) -> list[tuple[Any, ...]]:
    """Run `build`'s query for the seat; it may depend on the seat, the day and `what`, and on nothing else.

    Values come as the database gives them, so `build` should ask for numbers and words.
    """
    key = (seat.pk, seat.person_id, seat.office_id, seat.office.path, *seat.post.powers, clock.today(), what)
    if key not in _statements:
        if len(_statements) >= MOST:
            _statements.clear()
        _statements[key] = build().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(*_statements[key])
        return list(cursor.fetchall())
