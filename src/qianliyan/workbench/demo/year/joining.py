"""Copies of a SQLite database in which two halves of a story are played, and how they become one again.

Rows of the later half bear numbers above FIRST_LATE from the start, so that nothing has to be renumbered but the trail:
its events go into the database by their time, whichever half they come from.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FIRST_LATE = 1_000_000
# The first of these has the numbers, the others hang on it.
TRAIL = ("history_event", "history_eventtext", "history_unsealed")
# Rows that hold the last number taken: the later half goes on from where the earlier one ends.
LAST_NUMBERS = ("bulletins_counter", "instructions_register")
INDEX = "search_index"
# Tables whose rows hang on others by another column than their first one.
NUMBERED_BY = {"search_fingerprint": "row_pk"}


class Disagreement(Exception):
    """Both halves wrote to the same thing."""


def copy(source: Path, target: Path) -> None:
    """Copy a database that nobody has open."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def number_late(path: Path) -> None:
    """Let every new row of a copy be numbered above those of the other one."""
    with _opened(path) as cursor:
        cursor.execute("DELETE FROM sqlite_sequence")
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT name, ? FROM sqlite_master WHERE type = 'table' "
            "AND sql LIKE '%AUTOINCREMENT%'",
            [FIRST_LATE],
        )


def take_over(laid: Path, early: Path, late: Path) -> None:
    """Put the later half's rows beside those of the earlier one, but for the trail and the index of words."""
    with _opened(early, laid=laid, late=late) as cursor:
        for table in _tables(cursor):
            if table not in TRAIL:
                _refuse_changes(cursor, table)
                replacing = "OR REPLACE" if table in LAST_NUMBERS else ""
                new = _new(cursor, table)
                cursor.execute(f"INSERT {replacing} INTO main.{table} SELECT * FROM late.{table} WHERE {new}")  # noqa: S608


def pour(early: Path, late: Path, target: Path) -> None:
    """Put everything into the empty database in one transaction, the trail of both halves by its time."""
    with _opened(target, early=early, late=late) as cursor:
        for table in _tables(cursor):
            if table not in TRAIL:
                cursor.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM early.{table}")  # noqa: S608
        _pour_index(cursor)
        _pour_trail(cursor)


def _pour_index(cursor: sqlite3.Cursor) -> None:
    """Copy the index of words as it lies in its own tables."""
    for table in _tables(cursor, of_index=True):
        cursor.execute(f"DELETE FROM main.{table}")  # noqa: S608
        cursor.execute(f"INSERT INTO main.{table} SELECT * FROM early.{table}")  # noqa: S608


def _pour_trail(cursor: sqlite3.Cursor) -> None:
    cursor.execute(
        "CREATE TEMP TABLE trail AS SELECT row_number() OVER (ORDER BY at, half, id) AS number, half, id FROM "
        "(SELECT 'early' AS half, id, at FROM early.history_event "
        "UNION ALL SELECT 'late', id, at FROM late.history_event WHERE id > ?)",
        [FIRST_LATE],
    )
    cursor.execute("CREATE INDEX temp.trail_by_event ON trail (half, id)")
    for table, key in zip(TRAIL, ("id", "event_id", "event_id"), strict=True):
        columns = [name for _number, name, *_rest in cursor.execute(f"PRAGMA main.table_info({table})") if name != key]
        named = "".join(f', "{name}"' for name in columns)
        halves = " UNION ALL ".join(
            f"SELECT number{named} FROM {half}.{table} JOIN temp.trail ON half = '{half}' AND trail.id = {table}.{key}"  # noqa: S608
            for half in ("early", "late")
        )
        cursor.execute(f"INSERT INTO main.{table} ({key}{named}) {halves} ORDER BY 1")
    cursor.execute("DROP TABLE temp.trail")


def _refuse_changes(cursor: sqlite3.Cursor, table: str) -> None:
    """Refuse if the later half changed what stood before it began: the earlier one may have done so too."""
    was = f"SELECT * FROM late.{table} WHERE NOT ({_new(cursor, table)}) EXCEPT SELECT * FROM laid.{table}"  # noqa: S608
    if table not in LAST_NUMBERS and (changed := cursor.execute(was).fetchone()):
        raise Disagreement(table, changed)


def _new(cursor: sqlite3.Cursor, table: str) -> str:
    """Return the condition for the rows that the later half made."""
    columns = list(cursor.execute(f"PRAGMA main.table_info({table})"))
    key, kind = next((name, kind.lower()) for _number, name, kind, _null, _default, place in columns if place)
    key = NUMBERED_BY.get(table, key)
    if "int" in kind:
        return f"{key} > {FIRST_LATE}"
    return f"{key} NOT IN (SELECT {key} FROM laid.{table})"  # noqa: S608


def _tables(cursor: sqlite3.Cursor, *, of_index: bool = False) -> list[str]:
    """Return the tables that hold rows; those of the index of words apart."""
    found = cursor.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = [name for (name,) in found.fetchall() if name != INDEX]
    return [name for name in names if name.startswith(f"{INDEX}_") is of_index]


@contextmanager
def _opened(path: Path, **others: Path) -> Iterator[sqlite3.Cursor]:
    """Open a database with others beside it, and write in one transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        cursor = connection.cursor()
        for name, other in others.items():
            cursor.execute(f"ATTACH ? AS {name}", [str(other)])
        cursor.execute("BEGIN IMMEDIATE")
        yield cursor
        cursor.execute("COMMIT")
