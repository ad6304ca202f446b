"""PostgreSQL: a GIN index over what `search_tokens` makes of a row; longer runs are compared with the text itself."""

from collections.abc import Iterable

from django.db import connection

from qianliyan.search.index.asked import Asked, Line
from qianliyan.search.models import Row
from qianliyan.text.finding.asking import Term
from qianliyan.text.finding.grading import ANYWHERE, IN_TITLE, NEAR

TOKENS = 'search_tokens(title, body, marks) COLLATE "C"'
# A pair of characters is a token; what is longer is more than its pairs.
EXACT = 2
Parameters = list[str | int | list[str]]


def enter(rows: Iterable[Row]) -> None:
    """Nothing to do: the index follows the table."""


def leave(rows: Iterable[Row]) -> None:
    """Nothing to do: the index follows the table."""


def empty() -> None:
    """Nothing to do: the index follows the table."""


def find(asked: Asked, beyond: Line, count: int, *, backward: bool = False) -> list[Line]:
    """Return the next lines after `beyond` in the order, or before it, nearest first."""
    grade, graded = _grade(asked)
    condition, fulfilled = _condition(asked)
    sign, order = (">", "ASC") if backward else ("<", "DESC")
    statement = (
        f"WITH found AS MATERIALIZED (SELECT {grade} AS grade, place FROM search_row WHERE {condition}) "  # noqa: S608
        f"SELECT grade, place FROM found WHERE (grade, place) {sign} (%s, %s) "
        f"ORDER BY grade {order}, place {order} LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*graded, *fulfilled, beyond.grade, beyond.place, count])
        return [Line(*row) for row in cursor.fetchall()]


def _condition(asked: Asked) -> tuple[str, Parameters]:
    wanted = [run for term in asked.query.wanted for run in term.runs]
    parts = [f"{TOKENS} && %s::text[]", f"{TOKENS} @> %s::text[]", "place BETWEEN %s AND %s"]
    values: Parameters = [list(asked.reach), sorted({*asked.marks, *_pairs(wanted)}), asked.first, asked.last]
    for run in wanted:
        if len(run) > EXACT:
            parts.append(_anywhere(run))
            values += [_like(run)] * 2
    for term in asked.query.unwanted:
        if len(term.runs) == 1:
            parts.append(f"NOT {_anywhere(term.runs[0])}")
            values += [_like(term.runs[0])] * 2
    return " AND ".join(parts), values


def _grade(asked: Asked) -> tuple[str, Parameters]:
    if not asked.graded:
        return str(ANYWHERE), []
    titles = [_in_title(term) for term in asked.query.wanted]
    every, values = " AND ".join(sql for sql, _ in titles), [value for _, given in titles for value in given]
    some, further = " OR ".join(f"({sql})" for sql, _ in titles), list(values)
    if len(titles) > 1:
        some += f" OR {_anywhere(asked.query.joined)}"
        further += [_like(asked.query.joined)] * 2
    case = f"CASE WHEN {every} THEN {IN_TITLE} WHEN {some} THEN {NEAR} ELSE {ANYWHERE} END"
    return case, [*values, *further]


def _in_title(term: Term) -> tuple[str, Parameters]:
    sql = " AND ".join(f"{_column('title', run)} LIKE %s" for run in term.runs)
    return sql, [_like(run) for run in term.runs]


def _anywhere(run: str) -> str:
    return f"({_column('title', run)} LIKE %s OR {_column('body', run)} LIKE %s)"


def _column(name: str, run: str) -> str:
    """Return the folded column, or the plain one for runs that folding leaves alone: Han characters."""
    return name if all(sign > "\u2e80" for sign in run) else f"search_fold({name})"


def _pairs(runs: Iterable[str]) -> set[str]:
    return {run[place : place + 2] for run in runs for place in range(max(1, len(run) - 1))}


def _like(run: str) -> str:
    """Return the pattern; a run holds letters, figures and Han characters only, so nothing has to be escaped."""
    return f"%{run}%"
