"""Reads a pasted task breakdown (重点任务分解表): one task a line, columns by tab, units by name, deadlines as written.

Pure: text, units and year in; rows with what was not understood out. Nothing is guessed: a unit that has no such
name, or a date that cannot be read, is said with its row.
"""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

# The columns as breakdowns call them; the first word that stands in a heading cell decides.
COLUMNS = {
    "title": ("任务", "工作", "事项", "内容", "目标"),
    "lead": ("牵头", "责任单位", "责任部门", "主办"),
    "assist": ("配合", "协办", "参与"),
    "due": ("时限", "期限", "时间"),
}
SEPARATORS = re.compile(r"[、，,；;\s/]+")
NUMBERING = re.compile(r"^(?:第?[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百\d]+[)）]|\d+[、.．])?\s*")
ALL_COUNTIES = re.compile(r"^各县(?:[（(]?[市区、]+[)）]?)?(?:人民?政府)?$|^各县区$|^各区县$")
DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|(上旬|中旬)|底|末|份|下旬)?(?:前|以前|之前|底前)?")
# The last day of the first and the second ten days of a month.
TENTHS = {"上旬": 10, "中旬": 20}
ENDS = {"年底": (12, 31), "年末": (12, 31), "全年": (12, 31), "上半年": (6, 30), "三季度": (9, 30), "一季度": (3, 31)}


@dataclass(frozen=True)
class Unit:
    """A unit as the table may call it."""

    key: str
    names: tuple[str, ...]
    county: bool = False


@dataclass(frozen=True)
class Row:
    """One task of the table; `doubts` says what was not understood."""

    title: str
    heading: str = ""
    due_on: date | None = None
    lead: tuple[str, ...] = ()
    assist: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read(text: str, units: Iterable[Unit], year: int) -> list[Row]:
    """Return the tasks of a pasted table; a line with one cell only is the heading of what follows."""
    known = list(units)
    columns, heading, rows = _usual(), "", []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if found := _columns(cells):
            columns = found
        elif len(filled) == 1:
            heading = filled[0]
        else:
            rows.append(_row(cells, columns, heading, known, year))
    return [row for row in rows if row.title]


def due_day(words: str, year: int) -> date | None:
    """Return the last day that such words mean: 11月30日前, 2026年10月底, 6月中旬, 年底."""
    written = re.search(r"(?:19|20)\d\d(?=年)", words)
    for end, (month, day) in ENDS.items():
        if end in words:
            return date(int(written[0]) if written else year, month, day)
    found = DAY.search(words)
    if found is None:
        return None
    in_year, month = int(found[1] or year), int(found[2])
    if not 1 <= month <= 12:
        return None
    if in_year < 1900:
        return None
    last = calendar.monthrange(in_year, month)[1]
    day = int(found[3] or TENTHS.get(found[4], last))
    return date(in_year, month, min(day, last)) if day else None


def _usual() -> dict[str, int]:
    return {"title": 0, "lead": 1, "assist": 2, "due": 3}


def _columns(cells: list[str]) -> dict[str, int]:
    """Return where the columns stand when this line is the table's head: it names a task and who leads."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = next((name for name, words in COLUMNS.items() if any(word in cell for word in words)), "")
        if name and len(cell) <= 12:
            found.setdefault(_sharper(name, cell), place)
    return found if {"title", "lead"} <= found.keys() else {}


def _sharper(name: str, cell: str) -> str:
    """Let “完成时间要求” be a deadline and “责任单位” a unit, whatever other word stands in the cell."""
    return next((other for other in ("assist", "lead", "due") if any(w in cell for w in COLUMNS[other])), name)


def _row(cells: list[str], columns: Mapping[str, int], heading: str, units: list[Unit], year: int) -> Row:
    text = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
    lead, unknown = _units(text.get("lead", ""), units)
    assist, unknown_too = _units(text.get("assist", ""), units)
    due_on = due_day(text.get("due", ""), year)
    doubts = [_("没有叫“%(name)s”的下级单位") % {"name": name} for name in (*unknown, *unknown_too)]
    if text.get("due") and due_on is None:
        doubts.append(_("时限“%(words)s”读不出日期") % {"words": text["due"]})
    if not lead:
        doubts.append(_("没有牵头单位"))
    title = NUMBERING.sub("", text["title"], count=1)[:300]
    return Row(title, heading[:100], due_on, lead, tuple(one for one in assist if one not in lead), tuple(doubts))


def _units(words: str, units: list[Unit]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: dict[str, None] = {}
    unknown = []
    for name in filter(None, SEPARATORS.split(words.strip())):
        keys = [unit.key for unit in units if unit.county] if ALL_COUNTIES.match(name) else _called(name, units)
        found.update(dict.fromkeys(keys))
        unknown += [] if keys else [name]
    return tuple(found), tuple(unknown)


def _called(name: str, units: list[Unit]) -> list[str]:
    exact = [unit.key for unit in units if name in unit.names]
    if exact:
        return exact[:1]
    near = [unit.key for unit in units if len(name) > 1 and any(name in one for one in unit.names)]
    return near if len(near) == 1 else []
