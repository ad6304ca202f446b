"""Many results at once, from a pasted list: one a line, columns by their heading, units by any name they ever had.

What a line does not say is taken from what was given for all. What cannot be read stands with its line as a doubt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from qianliyan.assessment.pasted.circular import read as read_circular
from qianliyan.assessment.pasted.columns import Columns, columns_in, in_columns
from qianliyan.assessment.pasted.values import day_in, level_in, number_in

# The first of these words that stands in a cell says the fact; longer before shorter.
FACTS = {
    "期初": "opening",
    "上级扣分": "deducted_above",
    "扣分": "deducted_above",
    "酌情": "bonus",
    "加分": "bonus",
    "表扬": "commended",
    "批示": "instructed",
    "运用": "effect",
    "反映": "effect",
    "采用": "adopted",
    "刊发": "adopted",
    "图片": "media",
    "音像": "media",
    "检查": "checked",
    "征订": "subscribed",
    "调研": "activity",
    "交流": "activity",
    "培训": "activity",
    "活动": "activity",
    "别处": "recorded",
}
NEEDS_LEVEL = ("adopted", "instructed")
NEEDS_VALUE = ("opening", "deducted_above", "bonus", "recorded")
SEPARATORS = "、，,；; /"


@dataclass(frozen=True)
class Given:
    """What holds for every line that does not say otherwise."""

    fact: str
    on: date
    level: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Row:
    """One result as it was read."""

    line: int
    fact: str
    on: date
    title: str
    units: tuple[int, ...] = ()
    level: str = ""
    publication: str = ""
    leader: str = ""
    value: Decimal | None = None
    evidence: str = ""
    doubts: tuple[str, ...] = ()


def read(text: str, given: Given, units: Mapping[str, int]) -> list[Row]:
    """Return the results in a list with tabs; a text without any is read as a circular."""
    if "\t" not in text:
        return list(_of_circular(text, given, units))
    columns: Columns = {}
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if found := columns_in(cells):
            columns = found
        elif any(cells) and columns:
            rows.append(_row(number, in_columns(cells, columns), given, units))
    return rows


def _of_circular(text: str, given: Given, units: Mapping[str, int]) -> Iterable[Row]:
    for one in read_circular(text, given.on.year).pieces:
        known, doubts = _units(one.unit, units)
        doubts += [] if one.unit else [_("没有写单位")]
        yield Row(
            one.line, given.fact, given.on, one.title, known, given.level, evidence=given.evidence, doubts=tuple(doubts)
        )


def _row(number: int, cells: Mapping[str, str], given: Given, units: Mapping[str, int]) -> Row:
    fact, level = _fact(cells.get("fact", ""), given.fact), level_in(cells.get("level", ""), given.level)
    value, on = number_in(cells.get("value", "")), day_in(cells.get("on", ""), given.on.year)
    known, doubts = _units(cells.get("unit", ""), units)
    if cells.get("on") and on is None:
        doubts.append(_("日期“%(words)s”读不出来") % {"words": cells["on"]})
    if fact in NEEDS_VALUE and value is None:
        doubts.append(_("缺数值"))
    if fact in NEEDS_LEVEL and not level:
        doubts.append(_("缺层级"))
    if not cells.get("unit"):
        doubts.append(_("没有写单位"))
    return Row(
        number,
        fact,
        on or given.on,
        cells.get("title", ""),
        known,
        level,
        cells.get("publication", "").strip("《》"),
        cells.get("leader", ""),
        value,
        cells.get("evidence", "") or given.evidence,
        tuple(doubts),
    )


def _fact(words: str, otherwise: str) -> str:
    return next((fact for word, fact in FACTS.items() if word in words), otherwise)


def _units(words: str, units: Mapping[str, int]) -> tuple[tuple[int, ...], list[str]]:
    """Find the units that a cell names, several one after another; say which name nobody bears."""
    if words in units:
        return (units[words],), []
    for sign in SEPARATORS:
        words = words.replace(sign, "\n")
    names = [name for name in words.split("\n") if name]
    unknown = [name for name in names if name not in units]
    doubts = [_("没有叫“%(name)s”的单位") % {"name": name} for name in unknown]
    return tuple(dict.fromkeys(units[name] for name in names if name in units)), doubts
