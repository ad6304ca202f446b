"""Results as JSON, as a table on the terminal and as a spreadsheet. The same result always gives the same bytes."""

import json
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from qianliyan.scoring.exact import decimal_text, plain
from qianliyan.scoring.ledger import Explanation, ledger
from qianliyan.scoring.partial import Entry, Nothing
from qianliyan.scoring.quotas import Progress
from qianliyan.scoring.register import KEYS
from qianliyan.scoring.results import Result, Standing
from qianliyan.scoring.scheme import OFFICES, PERSONS

TITLES = {OFFICES: "单位", PERSONS: "人员"}


def as_json(result: Result, *, lines: bool = False) -> str:
    """Write a result as JSON."""
    return json.dumps(as_data(result, lines=lines), ensure_ascii=False, indent=1) + "\n"


def as_data(result: Result, *, lines: bool = False) -> dict[str, Any]:
    """Give a result as plain data; `lines` adds the whole ledger."""
    scheme = result.scheme
    data: dict[str, Any] = {
        "scheme": {"code": scheme.code, "title": scheme.title, "version": scheme.version},
        "period": result.period.label,
        "results": [standing_data(result, part) for part in result.of(OFFICES)],
        "persons": [standing_data(result, part) for part in result.of(PERSONS)],
        "prizes": [
            {
                "ladder": part.ladder,
                "prize": part.prize,
                "item": part.item,
                "fact": part.fact,
                "names": list(part.names),
            }
            for part in result.prizes
        ],
        "earned_nothing": dict(result.reasons),
        "outside_period": result.outside,
    }
    if lines:
        data["ledger"] = [entry_data(entry) for entry in all_entries(result)]
        data["nothing"] = [nothing_data(row) for row in all_nothing(result)]
    return data


def all_entries(result: Result) -> Iterator[Entry]:
    """List every line of everybody."""
    for standing in result.standings:
        yield from sorted(ledger(result, standing.subject, standing.name), key=lambda entry: entry.order)


def all_nothing(result: Result) -> list[Nothing]:
    """List every fact that earned nothing, displaced lines included."""
    displaced = [
        row for part in result.figures.values() for name in part.names for row in part.late_lines.displaced(name)
    ]
    return sorted([*result.nothing, *displaced])


def standing_data(result: Result, standing: Standing) -> dict[str, Any]:
    """Give one unit's figures as data."""
    text = result.text
    return {
        KEYS[standing.subject]: standing.name,
        "group": standing.group,
        "total": text(standing.total, result.scheme.total),
        "exact": plain(standing.total),
        "running": text(standing.running, result.scheme.total),
        "rank": standing.rank,
        "columns": {name: text(value, name) for name, value in standing.columns.items()},
        "running_columns": {name: text(value, name) for name, value in standing.running_columns.items()},
        "quotas": [quota_data(part) for part in standing.quotas],
        "marks": list(standing.marks),
        "awards": [decision.award for decision in standing.decisions if decision.won],
        "not_eligible": {part.award: list(part.why_not) for part in standing.decisions if part.why_not},
    }


def quota_data(progress: Progress) -> dict[str, Any]:
    """Give how far a unit is with a quota."""
    return {
        "quota": progress.quota,
        "period": progress.period.label,
        "done": decimal_text(progress.done),
        "target": decimal_text(progress.target or Fraction(0)),
        "met": progress.met,
    }


def entry_data(entry: Entry) -> dict[str, Any]:
    """Give a ledger line."""
    kind = entry.subject.removesuffix("s")
    return {
        "line": f"{entry.fact}/{kind}:{entry.name}/{entry.rule}",
        KEYS[entry.subject]: entry.name,
        "on": entry.day.isoformat(),
        "fact": entry.fact,
        "item": entry.item,
        "rule": entry.rule,
        "clause": entry.clause,
        "column": entry.column,
        "points": plain(entry.points),
        "words": entry.words,
    }


def nothing_data(row: Nothing) -> dict[str, Any]:
    """Give a fact that earned nothing."""
    return {
        "fact": row.fact,
        "item": row.item,
        "on": row.day.isoformat(),
        "rule": row.rule,
        "why": row.why,
        "names": list(row.names),
    }


def explanation_data(result: Result, explanation: Explanation) -> dict[str, Any]:
    """Give an explanation as data."""
    return {
        "name": explanation.name,
        "period": explanation.period.label,
        "columns": [
            {
                "column": part.column.name,
                "clause": part.column.clause,
                "value": result.text(part.value, part.column.name),
                "lines": [entry_data(entry) for entry in part.lines],
                "adjustment": plain(part.adjustment),
                "words": part.words,
            }
            for part in explanation.parts
        ],
        "nothing": [nothing_data(row) for row in explanation.nothing],
    }


def as_table(result: Result) -> str:
    """Write the standings as a table of fixed width for a terminal."""
    lines = [f"{result.scheme.title}（版本{result.scheme.version}）  考核期：{result.period.label}"]
    for subject in result.scheme.subjects:
        rows = list(table_rows(result, subject))
        widths = [max(width(row[place]) for row in rows) for place in range(len(rows[0]))]
        lines += [
            "",
            *("  ".join(padded(cell, widths[place]) for place, cell in enumerate(row)).rstrip() for row in rows),
        ]
    if result.outside:
        lines += ["", f"不在本期的事实：{result.outside}条"]
    if result.reasons:
        lines += ["", "未计分的事实：", *(f"  {count}次  {why}" for why, count in result.reasons.items())]
    return "\n".join(lines) + "\n"


def table_rows(result: Result, subject: str) -> Iterator[list[str]]:
    """List the cells of the standings, the heading first."""
    standings = result.of(subject)
    columns = list(standings[0].columns) if standings else []
    grouped = any(standing.group for standing in standings)
    yield [*(["组别"] if grouped else []), "名次", TITLES[subject], *columns, "评定"]
    for part in standings:
        cells = [result.text(part.columns[column], column) for column in columns]
        remarks = [*part.marks, *(decision.award for decision in part.decisions if decision.won)]
        place = "" if part.rank is None else str(part.rank)
        yield [*([part.group] if grouped else []), place, part.name, *cells, "、".join(remarks)]


def explanation_text(result: Result, explanation: Explanation) -> str:
    """Write an explanation for a person."""
    lines = [f"{explanation.name}  {result.scheme.title}  考核期：{explanation.period.label}"]
    for part in explanation.parts:
        clause = f"（{part.column.clause}）" if part.column.clause else ""
        lines.append(f"\n{part.column.name}{clause}  {result.text(part.value, part.column.name)}{part.column.unit}")
        lines += [f"  {line_text(entry)}" for entry in part.lines]
        lines += [f"  {part.words}"] if part.words else []
    if explanation.nothing:
        lines.append("\n未计分：")
        lines += [f"  {row.day}  {row.fact}  {row.rule}  {row.why}".rstrip() for row in explanation.nothing]
    return "\n".join(lines) + "\n"


def line_text(entry: Entry) -> str:
    """Write one ledger line for a person."""
    clause = f"（{entry.clause}）" if entry.clause else ""
    return f"{entry.day}  {entry.fact}  {entry.rule}{clause}  {entry.words}"


def width(text: str) -> int:
    """Count columns on a terminal, where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, size: int) -> str:
    """Fill a cell with blanks."""
    return text + " " * (size - width(text))
