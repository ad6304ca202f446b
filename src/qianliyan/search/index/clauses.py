"""Pieces of a statement, each with the values that belong to its placeholders."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from qianliyan.text.finding.folding import FROM, INTO

Value = str | int | list[str]


@dataclass(frozen=True)
class Clause:
    """A condition or another piece, and its values."""

    sql: str
    values: tuple[Value, ...] = ()


def sql(*pieces: str | Clause) -> Clause:
    """Put pieces and plain words together as they follow each other."""
    clauses = [piece if isinstance(piece, Clause) else Clause(piece) for piece in pieces]
    return Clause("".join(one.sql for one in clauses), tuple(value for one in clauses for value in one.values))


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


def _joined(clauses: list[Clause], word: str) -> Clause:
    values = tuple(value for clause in clauses for value in clause.values)
    return Clause(f"({word.join(clause.sql for clause in clauses) or 'TRUE'})", values)


def _stands(column: str, run: str) -> Clause:
    """Compare as it stands, or letters and figures with every sign that is folded into them.

    A run holds letters, figures and Han characters only, so nothing has to be escaped.
    """
    if any(sign in INTO for sign in run):
        matches = "REGEXP" if connection.vendor == "sqlite" else "~"
        return Clause(f"{column} {matches} %s", ("".join(map(_unfolded, run)),))
    return Clause(f"{column} LIKE %s", (f"%{run}%",))


def _unfolded(sign: str) -> str:
    others = "".join(wide for wide, narrow in zip(FROM, INTO, strict=True) if narrow == sign)
    return f"[{sign}{others}]" if others else sign
