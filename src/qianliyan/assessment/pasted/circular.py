"""A circular of the office above: which pieces of whom it lists, and how the units stand.

It comes as text with titles in 《》, as a table with tabs, or as both. Marks behind a title mean what the circular's
own legend says of them; without a legend they mean nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from qianliyan.assessment.pasted.columns import Columns, columns_in, in_columns
from qianliyan.assessment.pasted.values import day_in, level_in, number_in, place_in

SIGNS = "△▲★☆●○◆◇■□※＊*#"
PIECE = re.compile(rf"《((?:[^《》]|《[^《》]*》)+)》\s*([{re.escape(SIGNS)}]*)")
LEGEND = re.compile(rf"([{re.escape(SIGNS)}])\s*(?:表示|为|：|:)?\s*([^{re.escape(SIGNS)}\s；;，,、。）)]+)")
LEADING = re.compile(r"^(?:[（(]?[一二三四五六七八九十百\d]+[）)、.．]\s*)+")
UNIT = re.compile(r"^([^《：:，。；]{2,20}?)(?:[（(]\s*\d+\s*[条篇件][^）)]*[）)])?\s*[：:]")
HEADING = re.compile(r"^([^《：:，。；]{2,20}?)\s*(?:[（(]\s*(?:共)?\d+\s*[条篇件][^）)]*[）)])$")


@dataclass(frozen=True)
class Listed:
    """One piece in the circular, with the line in which it stands."""

    line: int
    title: str
    unit: str = ""
    publication: str = ""
    on: date | None = None
    value: Decimal | None = None
    marks: str = ""


@dataclass(frozen=True)
class Placed:
    """One unit in the circular's table of points."""

    unit: str
    points: Decimal
    rank: int | None = None


@dataclass(frozen=True)
class Circular:
    """What was read."""

    pieces: tuple[Listed, ...]
    places: tuple[Placed, ...]
    legend: Mapping[str, str] = field(default_factory=dict)

    def meaning(self, mark: str) -> tuple[str, str]:
        """Return (fact, level) of a mark by the legend; nothing if it does not say."""
        words = self.legend.get(mark, "")
        level = level_in(words)
        if "批示" in words:
            return "instructed", level
        return ("adopted", level) if level and ("采用" in words or "刊" in words or words.endswith("办")) else ("", "")


def read(text: str, year: int) -> Circular:
    """Read a circular."""
    reader = _Reader(year)
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(line, number)
    return Circular(tuple(reader.pieces), tuple(_ranked(reader.places)), reader.legend)


@dataclass
class _Reader:
    year: int
    columns: Columns = field(default_factory=dict)
    unit: str = ""
    pieces: list[Listed] = field(default_factory=list)
    places: list[Placed] = field(default_factory=list)
    legend: dict[str, str] = field(default_factory=dict)

    def take(self, line: str, number: int) -> None:
        """Read one line."""
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1:
            self._row(cells, number)
        elif line.strip():
            self._prose(line.strip(), number)

    def _row(self, cells: list[str], number: int) -> None:
        if found := columns_in(cells):
            self.columns, self.unit = found, ""
            return
        given = in_columns(cells, self.columns)
        if "title" in given:
            self.pieces.append(_from_row(given, number, self.year))
        elif "unit" in given and (points := number_in(given.get("value", ""))) is not None:
            self.places.append(Placed(given["unit"], points, place_in(given.get("rank", ""))))
        elif not self.columns:
            self._prose(" ".join(cells), number)

    def _prose(self, line: str, number: int) -> None:
        pieces = PIECE.findall(line)
        if not pieces:
            self.legend |= dict(LEGEND.findall(line))
            if heading := HEADING.match(LEADING.sub("", line)):
                self.unit = heading[1].strip()
            return
        if named := UNIT.match(LEADING.sub("", line)):
            self.unit = named[1].strip()
        self.pieces += [Listed(number, title.strip(), self.unit, marks=marks) for title, marks in pieces]


def _from_row(given: Mapping[str, str], number: int, year: int) -> Listed:
    title = given["title"]
    quoted = PIECE.search(title)
    marks = "".join(sign for sign in title if sign in SIGNS)
    return Listed(
        line=number,
        title=quoted[1] if quoted and title.startswith("《") else title.strip(SIGNS + " "),
        unit=given.get("unit", ""),
        publication=given.get("publication", "").strip("《》"),
        on=day_in(given.get("on", ""), year),
        value=number_in(given.get("value", "")),
        marks=marks,
    )


def _ranked(places: list[Placed]) -> Iterator[Placed]:
    """Give a place to those whom the circular gives none: by points, the same to the same."""
    ordered = sorted((one.points for one in places), reverse=True)
    for one in places:
        yield one if one.rank else replace(one, rank=ordered.index(one.points) + 1)
