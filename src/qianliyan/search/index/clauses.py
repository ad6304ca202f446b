"""Pieces of a condition for PostgreSQL, each with the values that belong to its placeholders."""

from collections.abc import Iterable
from dataclasses import dataclass

from qianliyan.text.finding.folding import FROM, INTO

Value = str | int | list[str]


@dataclass(frozen=True)
class Clause:
    """A condition and its values."""

    sql: str
    values: tuple[Value, ...] = ()


def every(clauses: Iterable[Clause]) -> Clause:
    """Join conditions all of which must hold."""
    return _joined(list(clauses), " AND ")


def some(clauses: Iterable[Clause]) -> Clause:
    """Join conditions one of which must hold."""
    return _joined(list(clauses), " OR ")


def no(clause: Clause) -> Clause:
    """Return the opposite."""
    return Clause(f"NOT {clause.sql}", clause.values)


def in_title(run: str) -> Clause:
    """Return the condition that a run stands in the title."""
    return _stands("title", run)


def anywhere(run: str) -> Clause:
    """Return the condition that a run stands in the title or in the text."""
    return some((_stands("title", run), _stands("body", run)))


def has(tokens: str, wanted: Iterable[str]) -> Clause:
    """Return the condition that all of these tokens occur."""
    return Clause(f"{tokens} @> %s::text[]", (sorted(set(wanted)),))


def has_one(tokens: str, wanted: Iterable[str]) -> Clause:
    """Return the condition that one of these tokens occurs."""
    return Clause(f"{tokens} && %s::text[]", (sorted(set(wanted)),))


def _joined(clauses: list[Clause], word: str) -> Clause:
    sql = word.join(clause.sql for clause in clauses) or "TRUE"
    return Clause(f"({sql})", tuple(value for clause in clauses for value in clause.values))


def _stands(column: str, run: str) -> Clause:
    """Compare as it stands, or letters and figures with every sign that is folded into them.

    A run holds letters, figures and Han characters only, so nothing has to be escaped.
    """
    if any(sign in INTO for sign in run):
        return Clause(f"{column} ~ %s", ("".join(map(_unfolded, run)),))
    return Clause(f"{column} LIKE %s", (f"%{run}%",))


def _unfolded(sign: str) -> str:
    others = "".join(wide for wide, narrow in zip(FROM, INTO, strict=True) if narrow == sign)
    return f"[{sign}{others}]" if others else sign
