"""PostgreSQL: GIN indexes over what `search_tokens` makes of a row, and for frequent words a walk from the newest.

A GIN index knows no order: of a word in every second text it would name a hundred thousand rows, all to be sorted.
So each grade has two steps. The nearest rows are looked through one by one; only when they do not fill the page,
which means that what was asked for is rare, the index names the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from qianliyan.search.index.asked import Asked, Line, Stretch
from qianliyan.search.index.clauses import Clause, every
from qianliyan.search.index.meanings import indexed, possible, walked
from qianliyan.search.models import Row
from qianliyan.text.finding.grading import IN_TITLE

# So many rows are looked through in a few milliseconds: a title is read faster than a text.
TITLES, TEXTS = 2000, 500
COLUMNS = "place, title, body, marks"


@dataclass(frozen=True)
class Step:
    """A selection from some rows; those of the index are fenced off, lest it be passed over for a shorter way."""

    grade: int
    rows: Clause
    condition: Clause


def enter(rows: Iterable[Row]) -> None:
    """Nothing to do: the indexes follow the table."""


def leave(rows: Iterable[Row]) -> None:
    """Nothing to do: the indexes follow the table."""


def empty() -> None:
    """Nothing to do: the indexes follow the table."""


def find(asked: Asked, beyond: Line, count: int, *, backward: bool = False) -> list[Line]:
    """Return the next lines after `beyond` in the order, or before it, nearest first.

    One statement; a step is not even begun when those before it have filled the page.
    """
    stretches = [one for one in asked.beyond(beyond, backward=backward) if possible(asked, one.grade)]
    if not stretches:
        return []
    order = "ASC" if backward else "DESC"
    steps = [step for stretch in stretches for step in _steps(asked, stretch, backward=backward)]
    named = [_named(steps, number, count, order) for number in range(len(steps))]
    names = " UNION ALL ".join(f"TABLE step{number}" for number in range(len(steps)))
    statement = f"WITH {', '.join(one.sql for one in named)} {names} ORDER BY grade {order}, place {order} LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(value for one in named for value in one.values), count])
        return [Line(*row) for row in cursor.fetchall()]


def _named(steps: Sequence[Step], number: int, count: int, order: str) -> Clause:
    """Return a step as a named part of the statement, on condition that the earlier ones found too little."""
    step = steps[number]
    found = " + ".join(f"(SELECT COUNT(*) FROM step{earlier})" for earlier in range(number)) or "0"  # noqa: S608
    return Clause(
        f"step{number} AS MATERIALIZED (SELECT {step.grade} AS grade, place FROM {step.rows.sql} AS candidates "  # noqa: S608
        f"WHERE {found} < {count} AND {step.condition.sql} ORDER BY place {order} LIMIT {count})",
        (*step.rows.values, *step.condition.values),
    )


def _steps(asked: Asked, stretch: Stretch, *, backward: bool) -> Iterator[Step]:
    """Yield the walk through the nearest rows and what the index names beyond them."""
    order, sign = ("ASC", ">=") if backward else ("DESC", "<=")
    window = TITLES if stretch.grade == IN_TITLE else TEXTS
    within = Clause("search_row WHERE place BETWEEN %s AND %s", (stretch.first, stretch.last))
    nearest = Clause(f"(SELECT {COLUMNS} FROM {within.sql} ORDER BY place {order} LIMIT {window})", within.values)  # noqa: S608
    yield Step(stretch.grade, nearest, walked(asked, stretch.grade))
    # The first place beyond the window; there is none when the window held all.
    edge = f"(SELECT place FROM {within.sql} ORDER BY place {order} OFFSET {window} LIMIT 1)"  # noqa: S608
    named, condition = indexed(asked, stretch.grade)
    rows = Clause(f"(SELECT {COLUMNS} FROM search_row WHERE {named.sql} OFFSET 0)", named.values)  # noqa: S608
    beyond = Clause(f"{edge} IS NOT NULL AND place {sign} {edge}", within.values * 2)
    ends = Clause("place BETWEEN %s AND %s", within.values)
    yield Step(stretch.grade, rows, every((beyond, ends, condition)))
