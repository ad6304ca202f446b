"""Why a unit has this figure: every line down to its fact, what bounds took away, the formula with its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from qianliyan.scoring.exact import plain
from qianliyan.scoring.figures import Figures
from qianliyan.scoring.partial import Entry, Nothing
from qianliyan.scoring.periods import Period
from qianliyan.scoring.results import Result
from qianliyan.scoring.scheme import Column
from qianliyan.scoring.scopes import ColumnScope
from qianliyan.scoring.unit_lines import Settled


@dataclass(frozen=True, slots=True)
class Part:
    """One column of an explanation; lines and adjustments add up to its value, or the formula gives it."""

    column: Column
    value: Fraction
    lines: tuple[Entry, ...]
    adjustment: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one unit's total."""

    name: str
    period: Period
    parts: tuple[Part, ...]
    nothing: tuple[Nothing, ...]


def explain(result: Result, subject: str, name: str) -> Explanation:
    """Explain one unit; the result must have been made while watching it."""
    figures = result.figures[subject]
    lines = list(ledger(result, subject, name))
    parts = tuple(part(figures, name, column, lines, result.period) for column in result.scheme.columns)
    nothing = [row for row in result.nothing if name in row.names or not row.names]
    displaced = [row for row in figures.late_lines.displaced(name) if result.period.holds(row.day)]
    return Explanation(name, result.period, parts, tuple(sorted([*nothing, *displaced])))


def ledger(result: Result, subject: str, name: str) -> Iterator[Entry]:
    """List a unit's lines in the period, those settled late included."""
    for entry in result.entries:
        if (entry.subject, entry.name) == (subject, name) and result.period.holds(date.fromordinal(entry.bucket)):
            yield entry
    figures = result.figures[subject]
    for rule in result.scheme.rules:
        if subject in rule.splits:
            late = figures.late_lines.within(name, rule, result.period)
            yield from (settled_entry(figures, name, line) for line in late if not line.why)


def settled_entry(figures: Figures, name: str, line: Settled) -> Entry:
    """Write a late line like any other."""
    held, rule = line.held, figures.scheme.rules[line.held.rule]
    return Entry(
        figures.subject,
        name,
        held.day,
        held.fact,
        held.item,
        rule.name,
        rule.clause,
        rule.column,
        line.points,
        figures.late_lines.words(name, rule, line),
        held.bucket,
    )


def part(figures: Figures, name: str, column: Column, lines: list[Entry], period: Period) -> Part:
    """Explain one column."""
    value = figures.value(name, column.name, period)
    own = tuple(sorted((line for line in lines if line.column == column.name), key=lambda line: line.order))
    if column.formula:
        return Part(column, value, (), Fraction(0), formula_words(figures, name, column, period))
    if column.counts:
        return Part(column, value, (), Fraction(0), f"{'、'.join(column.counts)}的条数")
    cut = value - sum((line.points for line in own), Fraction(0))
    return Part(column, value, own, cut, bound_words(column, cut) if cut else "")


def formula_words(figures: Figures, name: str, column: Column, period: Period) -> str:
    """Write a formula with its numbers, piece by piece where it is worked out so."""
    formula = column.formula
    if formula is None:
        return ""
    pieces = [period]
    if column.each and column.each != period.kind:
        pieces = list(figures.scheme.calendar.pieces(period, column.each))
    written = [
        (f"{piece.label}：" if len(pieces) > 1 else "") + formula.words(ColumnScope(figures, name, piece))
        for piece in pieces
    ]
    return f"{formula.text}；" + "；".join(written)


def bound_words(column: Column, cut: Fraction) -> str:
    """Say which bounds or roundings changed a sum."""
    names = {
        "week": "每周",
        "month": "每月",
        "two_months": "每两个月",
        "quarter": "每季",
        "half": "每半年",
        "year": "全年",
    }
    bounds = [
        f"{names[bound.each]}{word}{plain(end)}"
        for bound in column.bounds
        for word, end in (("至多", bound.high), ("至少", bound.low))
        if end is not None
    ]
    bounds += ["逐期取舍"] if column.rounding else []
    return f"{'、'.join(bounds) or '逐期汇总'}：{'+' if cut > 0 else '−'}{plain(abs(cut))}"
