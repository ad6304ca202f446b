"""SQLite: FTS5 keeps pairs of characters and no text; its row number is the place, so the newest come first."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from qianliyan.search.index.asked import Asked, Line
from qianliyan.search.models import Row
from qianliyan.text.finding.asking import Term
from qianliyan.text.finding.folding import tokens
from qianliyan.text.finding.grading import IN_TITLE, NEAR

ENTER = "INSERT INTO search_index(rowid, title, body, marks) VALUES (%s, %s, %s, %s)"
LEAVE = "INSERT INTO search_index(search_index, rowid, title, body, marks) VALUES ('delete', %s, %s, %s, %s)"
CREATE = "CREATE VIRTUAL TABLE search_index USING fts5(title, body, marks, content='', columnsize=0, tokenize='ascii')"
DROP = "DROP TABLE IF EXISTS search_index"
TEXT = "{title body}"


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

    One part a grade, each newest first from the index itself; SQLite runs a part only when those before it were short.
    """
    parts = list(_parts(asked, beyond, backward=backward))
    if not parts:
        return []
    order = "ASC" if backward else "DESC"
    part = (
        "SELECT * FROM (SELECT %s, rowid FROM search_index "  # noqa: S608
        "WHERE search_index MATCH %s AND rowid BETWEEN %s AND %s "
        f"ORDER BY rowid {order} LIMIT %s)"
    )
    statement = " UNION ALL ".join([part] * len(parts)) + " LIMIT %s"
    values = [value for given in parts for value in (*given, count)]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, count])
        return [Line(*row) for row in cursor.fetchall()]


def _execute(statement: str, rows: Iterable[Row]) -> None:
    values = [(row.place, " ".join(tokens(row.title)), " ".join(tokens(row.body)), row.marks) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _parts(asked: Asked, beyond: Line, *, backward: bool) -> Iterator[tuple[int, str, int, int]]:
    """Yield grade, expression and the first and last place of every part of the order that lies beyond."""
    for stretch in asked.beyond(beyond, backward=backward):
        expression = _graded(asked, stretch.grade) if asked.graded else _expression(asked)
        if expression:
            yield stretch.grade, expression, stretch.first, stretch.last


def _graded(asked: Asked, grade: int) -> str:
    """Return the expression for the rows of exactly one grade, or nothing when there can be none."""
    wanted = asked.query.wanted
    titles = [" AND ".join(_phrase("title", run) for run in term.runs) for term in wanted]
    in_title = " AND ".join(titles)
    near = [f"({title})" for title in titles]
    near += [_phrase(TEXT, asked.query.joined)] if len(wanted) > 1 else []
    if grade == IN_TITLE:
        return f"({_expression(asked)}) AND {in_title}"
    if grade == NEAR:
        return f"(({_expression(asked)}) AND ({' OR '.join(near)})) NOT ({in_title})" if len(near) > 1 else ""
    return f"({_expression(asked)}) NOT ({' OR '.join(near)})"


def _expression(asked: Asked) -> str:
    """Return what every found row fulfils; a minus with several runs is left to the exact test afterwards."""
    reach = " OR ".join(f'"{mark}"' for mark in asked.reach)
    parts = [f"(marks : ({reach}))"]
    parts += [f'(marks : "{mark}")' for mark in asked.marks]
    parts += [_term(term) for term in asked.query.wanted]
    expression = " AND ".join(parts)
    unwanted = [_phrase(TEXT, term.runs[0]) for term in asked.query.unwanted if len(term.runs) == 1]
    return f"({expression}) NOT ({' OR '.join(unwanted)})" if unwanted else expression


def _term(term: Term) -> str:
    return " AND ".join(_phrase(TEXT, run) for run in term.runs)


def _phrase(columns: str, run: str) -> str:
    """Return the pairs of a run as a phrase; one character is the beginning of any pair."""
    if len(run) == 1:
        return f'({columns} : "{run}" *)'
    pairs: Sequence[str] = [run[place : place + 2] for place in range(len(run) - 1)]
    return f'({columns} : "{" ".join(pairs)}")'
