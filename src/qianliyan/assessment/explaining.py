"""Why a unit has its points: from the kept file of a calculation down to every fact, with what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from qianliyan.assessment import account as books
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.sources import Source, sources_of
from qianliyan.files.actions import content_of
from qianliyan.offices.models import Seat
from qianliyan.scoring.ledger import Part, explain
from qianliyan.scoring.partial import Entry
from qianliyan.scoring.results import Result
from qianliyan.scoring.scheme import OFFICES


@dataclass(frozen=True)
class Line:
    """One point of the ledger: its day, what it is about, the arithmetic in words."""

    day: date
    source: Source
    points: str
    words: str


@dataclass(frozen=True)
class RuleLines:
    """All lines of one rule."""

    rule: str
    clause: str
    points: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ColumnLines:
    """One column with the rules that fill it, or the formula that makes it."""

    name: str
    clause: str
    value: str
    unit: str
    note: str
    words: str
    rules: tuple[RuleLines, ...]

    @property
    def worked(self) -> bool:
        """Tell whether the column is a formula."""
        return not self.rules and bool(self.words)


@dataclass(frozen=True)
class Unscored:
    """A fact that earned nothing, and why."""

    day: date
    source: Source
    why: str


@dataclass(frozen=True)
class Explained:
    """Everything behind one unit's total."""

    columns: tuple[ColumnLines, ...]
    unscored: tuple[Unscored, ...]


def explained(calculation: Calculation, name: str, seat: Seat, subject: str = OFFICES) -> Explained | None:
    """Take one unit's (or person's) points apart; nothing if the calculation has no file."""
    if calculation.file is None:
        return None
    book = books.read(content_of(calculation.file))
    result = book.result(lambda kind, who: (kind, who) == (subject, name))
    found = explain(result, subject, name)
    entries = [entry for part in found.parts for entry in part.lines]
    known = sources_of([*(entry.fact for entry in entries), *(row.fact for row in found.nothing)], seat)
    columns = tuple(_column(result, part, known) for part in found.parts if _says_something(part))
    unscored = tuple(Unscored(row.day, _source(row.fact, known), row.why) for row in found.nothing)
    return Explained(columns, unscored)


def _says_something(part: Part) -> bool:
    return bool(part.value or part.lines)


def _column(result: Result, part: Part, known: dict[str, Source]) -> ColumnLines:
    column = part.column
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in part.lines:
        grouped.setdefault((entry.rule, entry.clause), []).append(entry)
    rules = tuple(_rule(result, rule, clause, entries, known) for (rule, clause), entries in grouped.items())
    value = result.text(part.value, column.name)
    return ColumnLines(column.name, column.clause, value, column.unit, column.note, part.words, rules)


def _rule(result: Result, rule: str, clause: str, entries: Iterable[Entry], known: dict[str, Source]) -> RuleLines:
    found = list(entries)
    lines = tuple(Line(one.day, _source(one.fact, known), result.text(one.points), one.words) for one in found)
    return RuleLines(rule, clause, result.text(sum((one.points for one in found), Fraction(0))), lines)


def _source(fact: str, known: dict[str, Source]) -> Source:
    return known.get(fact, Source("", ""))
