"""The table of fingerprints: what a row adds, what it takes away, and whom a text shares some with."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import connection

from qianliyan.search.models import Row
from qianliyan.text.similar.fingerprints import fingerprints

TABLE = "search_fingerprint"
# A row's text is hashed when it is written and again when it is compared or taken out: mostly within minutes.
REMEMBERED = 256
# Of a very long text the least fingerprints speak for all: the same ones in every copy of it.
MOST_ASKED = 400
MOST_INSERTED = 2000


def fingerprints_of(text: str) -> frozenset[int]:
    """Return the fingerprints of a text."""
    return _hashed(text)


def add_fingerprints(row: Row, before: Row | None = None) -> None:
    """Write what a row has and had not before."""
    had = _of(before) if before is not None else frozenset()
    insert((value, row.pk) for value in sorted(_of(row) - had))


def insert_of(rows: Iterable[Row]) -> None:
    """Write the fingerprints of rows that had none."""
    insert((value, row.pk) for row in rows for value in sorted(_of(row)))


def remove_fingerprints(before: Row, row: Row) -> None:
    """Delete what a row had and has no longer; with the same row twice, everything."""
    gone = sorted(_of(before) if row is before else _of(before) - _of(row))
    if gone:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE row_pk = %s AND hash IN ({_signs(gone)})", [before.pk, *gone])  # noqa: S608


def insert(pairs: Iterable[tuple[int, int]]) -> None:
    """Insert fingerprints with their rows, many in one statement."""
    waiting = list(pairs)
    with connection.cursor() as cursor:
        for start in range(0, len(waiting), MOST_INSERTED):
            some = waiting[start : start + MOST_INSERTED]
            values = ",".join("(%s,%s)" for _ in some)
            cursor.execute(
                f"INSERT INTO {TABLE} (hash, row_pk) VALUES {values}",  # noqa: S608
                [number for pair in some for number in pair],
            )


def write_places(rows: Sequence[Row]) -> None:
    """Write the places of rows whose numbers were not known before."""
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE search_row SET place = %s WHERE id = %s", [(row.place, row.pk) for row in rows])


def telling(text: str, commonplace: int) -> list[int]:
    """Return the fingerprints of a text that stand in at most `commonplace` rows; quotations say nothing."""
    asked = sorted(fingerprints_of(text))[:MOST_ASKED]
    if not asked:
        return []
    # Counting stops one beyond the limit, so that a phrase of a hundred thousand rows costs no more than others.
    statement = (
        f"WITH asked(value) AS (VALUES {','.join('(%s)' for _ in asked)}) SELECT value FROM asked WHERE "  # noqa: S608
        f"(SELECT COUNT(*) FROM (SELECT 1 FROM {TABLE} WHERE hash = asked.value LIMIT %s) AS seen) <= %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*asked, commonplace + 1, commonplace])
        return [value for (value,) in cursor.fetchall()]


def sharing(values: Sequence[int], least: int, most: int) -> dict[int, int]:
    """Return the rows that share at least `least` of these fingerprints with how many, those with the most first."""
    if not values:
        return {}
    statement = (
        f"SELECT row_pk, COUNT(*) FROM {TABLE} WHERE hash IN ({_signs(values)}) "  # noqa: S608
        "GROUP BY row_pk HAVING COUNT(*) >= %s ORDER BY COUNT(*) DESC, row_pk DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, least, most])
        return dict(cursor.fetchall())


@lru_cache(maxsize=REMEMBERED)
def _hashed(text: str) -> frozenset[int]:
    return frozenset(fingerprints(text))


def _of(row: Row) -> frozenset[int]:
    return fingerprints_of(row.body) if row.compared else frozenset()


def _signs(values: Sequence[int]) -> str:
    return ",".join("%s" for _ in values)
