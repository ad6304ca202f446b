"""PostgreSQL: GIN indexes over what `search_tokens` makes of a row, and for frequent words a walk from the newest.

A GIN index knows no order: of a word in every second text it would name a hundred thousand rows, all to be sorted.
So each grade has two steps. The nearest rows are looked through one by one; only when they do not fill the page,
which means that what was asked for is rare, the index names the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from qianliyan.search.index.asked import Asked, Line, Stretch
from qianliyan.search.index.clauses import Clause, every, sql
from qianliyan.search.index.meanings import fulfilled, possible
from qianliyan.search.index.tokens import EXACT, marked, named
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
    parts = [_part(steps, number, count, order) for number in range(len(steps))]
    names = " UNION ALL ".join(f"TABLE step{number}" for number in range(len(steps)))
    statement = f"WITH {', '.join(one.sql for one in parts)} {names} ORDER BY grade {order}, place {order} LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(value for one in parts for value in one.values), count])
        return [Line(*row) for row in cursor.fetchall()]


def _part(steps: Sequence[Step], number: int, count: int, order: str) -> Clause:
    """Return a step as a named part of the statement, on condition that the earlier ones found too little."""
    step = steps[number]
    found = " + ".join(f"(SELECT COUNT(*) FROM step{earlier})" for earlier in range(number)) or "0"  # noqa: S608
    return sql(
        f"step{number} AS MATERIALIZED (SELECT {step.grade} AS grade, place FROM (",  # noqa: S608
        step.rows,
        f") AS candidates WHERE {found} < {count} AND ",
        step.condition,
        f" ORDER BY place {order} LIMIT {count})",
    )


def _steps(asked: Asked, stretch: Stretch, *, backward: bool) -> Iterator[Step]:
    """Yield the walk through the nearest rows and what the index names beyond them."""
    order, sign = ("ASC", ">=") if backward else ("DESC", "<=")
    window = TITLES if stretch.grade == IN_TITLE else TEXTS
    ends = Clause("place BETWEEN %s AND %s", (stretch.first, stretch.last))
    near = sql("FROM search_row WHERE ", ends, f" ORDER BY place {order} ")
    rows = sql(f"SELECT {COLUMNS} ", near, f"LIMIT {window}")
    yield Step(stretch.grade, rows, every((marked(asked), fulfilled(asked, stretch.grade))))
    # The first place beyond the window; there is none when the window held all.
    edge = sql("(SELECT place ", near, f"OFFSET {window} LIMIT 1)")
    rows = sql(f"SELECT {COLUMNS} FROM search_row WHERE ", named(asked, stretch.grade), " OFFSET 0")  # noqa: S608
    beyond = sql(edge, f" IS NOT NULL AND place {sign} ", edge)
    yield Step(stretch.grade, rows, every((beyond, ends, fulfilled(asked, stretch.grade, beyond=EXACT))))
