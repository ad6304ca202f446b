"""SQLite: FTS5 keeps pairs of characters and no text; its row number is the place, so the newest come first.

For a single character it would have to merge the rows of every pair that begins with it before it names the first.
So the nearest rows are looked through, and the index is asked only when they do not fill the page.
"""

from collections.abc import Iterable, Iterator

from django.db import connection

from qianliyan.search.index.asked import Asked, Line, Stretch
from qianliyan.search.index.clauses import Clause, sql
from qianliyan.search.index.meanings import fulfilled, possible, runs_of
from qianliyan.search.index.phrases import graded, roughly
from qianliyan.search.models import Row
from qianliyan.text.finding.folding import tokens
from qianliyan.text.finding.grading import IN_TITLE

ENTER = "INSERT INTO search_index(rowid, title, body, marks) VALUES (%s, %s, %s, %s)"
LEAVE = "INSERT INTO search_index(search_index, rowid, title, body, marks) VALUES ('delete', %s, %s, %s, %s)"
CREATE = "CREATE VIRTUAL TABLE search_index USING fts5(title, body, marks, content='', columnsize=0, tokenize='ascii')"
DROP = "DROP TABLE IF EXISTS search_index"
# So many of the nearest rows are looked through for a single character: a title is read faster than a text.
TITLES, TEXTS = 2000, 500
# No mark begins with another letter than m.
NOTHING = "marks : nothing"


def enter(rows: Iterable[Row]) -> None:
    """Take rows into the index."""
    _execute(ENTER, rows)


def leave(rows: Iterable[Row]) -> None:
    """Take rows out again; they must be as they were when they were entered."""
    _execute(LEAVE, rows)


def empty() -> None:
    """Begin anew."""
    with connection.cursor() as cursor:
        cursor.execute(DROP)
        cursor.execute(CREATE)


def find(asked: Asked, beyond: Line, count: int, *, backward: bool = False) -> list[Line]:
    """Return the next lines after `beyond` in the order, or before it, nearest first.

    The parts are in order, and so is each; SQLite runs a part only when those before it were short.
    """
    order = "ASC" if backward else "DESC"
    stretches = [one for one in asked.beyond(beyond, backward=backward) if possible(asked, one.grade)]
    parts = [part for stretch in stretches for part in _parts(asked, stretch, order)]
    if not parts:
        return []
    statement = " UNION ALL ".join(f"SELECT * FROM ({part.sql} LIMIT {count})" for part in parts)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} LIMIT {count}", [value for part in parts for value in part.values])
        return [Line(*row) for row in cursor.fetchall()]


def _parts(asked: Asked, stretch: Stretch, order: str) -> Iterator[Clause]:
    """Yield what the index names of a grade; of single characters, first what stands in the nearest rows."""
    expression = Clause("%s", (graded(asked, stretch.grade),))
    first, last = Clause("%s", (stretch.first,)), Clause("%s", (stretch.last,))
    if not _has_single(asked):
        yield _index(f"{stretch.grade}, rowid", expression, first, last, order)
        return
    near = _index("rowid", Clause("%s", (roughly(asked),)), first, last, order)
    window = TITLES if stretch.grade == IN_TITLE else TEXTS
    yield _walk(stretch.grade, sql(near, f" LIMIT {window}"), fulfilled(asked, stretch.grade), order)
    # The first place beyond the window; when the window held all, there is none and nothing is asked for.
    edge = sql("(", near, f" LIMIT 1 OFFSET {window})")
    first, last = (edge, last) if order == "ASC" else (first, edge)
    some = sql("CASE WHEN ", edge, f" IS NULL THEN '{NOTHING}' ELSE ", expression, " END")
    yield _index(f"{stretch.grade}, rowid", some, first, last, order)


def _index(columns: str, expression: Clause, first: Clause, last: Clause, order: str) -> Clause:
    """Return what the index names from one place to another."""
    head = f"SELECT {columns} FROM search_index WHERE search_index MATCH "  # noqa: S608
    return sql(head, expression, " AND rowid BETWEEN ", first, " AND ", last, f" ORDER BY rowid {order}")


def _walk(grade: int, near: Clause, condition: Clause, order: str) -> Clause:
    """Return what fulfils the condition among rows that are read one by one."""
    head = f"SELECT {grade}, place FROM ("  # noqa: S608
    return sql(
        head,
        near,
        ") AS near CROSS JOIN search_row ON place = near.rowid WHERE ",
        condition,
        f" ORDER BY place {order}",
    )


def _has_single(asked: Asked) -> bool:
    excluded = (term.runs[0] for term in asked.query.unwanted if len(term.runs) == 1)
    return any(len(run) == 1 for run in (*runs_of(asked), *excluded))


def _execute(statement: str, rows: Iterable[Row]) -> None:
    values = [(row.place, " ".join(tokens(row.title)), " ".join(tokens(row.body)), row.marks) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
