"""Spreadsheets (.xlsx) as lines with tabs between the cells, sheet after sheet; formulas count by their last value."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lxml import etree

from qianliyan.text.importers.archive import Package
from qianliyan.text.importers.docx_package import refuse_macros
from qianliyan.text.importers.imported import Imported, Refused
from qianliyan.text.importers.xml import attribute, child, local, parse_xml

MOST_CELLS = 500_000
MOST_COLUMNS = 200
# Number formats that the standard itself uses for days.
DAYS = {14, 15, 16, 17, 22, *range(27, 32), 36, 50, 51, 52, 53, 54, 57, 58}
COLOURS_AND_TEXT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
BIRTH = date(1899, 12, 30)
LAST_DAY = 2_958_465
TOO_BIG = "表格太大，超过50万格。请只留需要的行再上传。"


def read_xlsx(content: bytes) -> Imported:
    """Read every sheet; refuse programs and tables beyond all measure."""
    package = Package(content)
    refuse_macros(package)
    words, days = _shared(package), _day_styles(package)
    lines, cells = [], 0
    for name in _sheets(package):
        for row in _rows(parse_xml(package.part(name)), words, days):
            cells += len(row)
            if cells > MOST_CELLS:
                raise Refused("too-large", TOO_BIG)
            lines.append("\t".join(row).rstrip("\t"))
    return Imported("", "\n".join(line for line in lines if line.strip()), "xlsx")


def _sheets(package: Package) -> list[str]:
    names = [name for name in package.names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    return sorted(names, key=lambda name: int(re.sub(r"\D", "", name)))


def _shared(package: Package) -> list[str]:
    name = "xl/sharedStrings.xml"
    return [_text(one) for one in parse_xml(package.part(name))] if name in package.names else []


def _text(element: etree._Element) -> str:
    """Return the words of a cell without its reading aids."""
    words = []
    for one in element.iter():
        parent = one.getparent()
        if local(one) == "t" and one.text and (parent is None or local(parent) != "rPh"):
            words.append(one.text)
    return " ".join("".join(words).split())


def _day_styles(package: Package) -> set[int]:
    """Return which styles show a number as a day."""
    if "xl/styles.xml" not in package.names:
        return set()
    root = parse_xml(package.part("xl/styles.xml"))
    own = {
        int(attribute(one, "numFmtId") or 0): attribute(one, "formatCode") or ""
        for one in _children(child(root, "numFmts"))
    }
    days = {number for number, code in own.items() if re.search(r"[yd年日]", COLOURS_AND_TEXT.sub("", code.lower()))}
    formats = [int(attribute(one, "numFmtId") or 0) for one in _children(child(root, "cellXfs"))]
    return {place for place, number in enumerate(formats) if number in DAYS | days}


def _children(element: etree._Element | None) -> Iterator[etree._Element]:
    yield from (() if element is None else element)


def _rows(sheet: etree._Element, words: list[str], days: set[int]) -> Iterator[list[str]]:
    for row in _children(child(sheet, "sheetData")):
        cells: dict[int, str] = {}
        for place, cell in enumerate(row):
            column = _column(attribute(cell, "r") or "", place)
            if column < MOST_COLUMNS:
                cells[column] = _cell(cell, words, days)
        yield [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


def _column(reference: str, otherwise: int) -> int:
    letters = re.sub(r"[^A-Z]", "", reference)[:3]
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1 if letters else otherwise


def _cell(cell: etree._Element, words: list[str], days: set[int]) -> str:
    kind = attribute(cell, "t") or "n"
    if kind == "inlineStr":
        return _text(cell)
    value = child(cell, "v")
    raw = (value.text or "").strip() if value is not None else ""
    if kind == "s":
        return words[int(raw)] if raw.isdecimal() and int(raw) < len(words) else ""
    if kind in ("str", "b", "e"):
        return " ".join(raw.split())
    return _number(raw, is_day=int(attribute(cell, "s") or 0) in days)


def _number(raw: str, *, is_day: bool) -> str:
    """Write a number as people do: days as days, 12.0 as 12, and no dust of binary fractions."""
    try:
        number = float(raw)
    except ValueError:
        return raw
    if is_day and 1 <= number <= LAST_DAY:
        return (BIRTH + timedelta(days=int(number))).isoformat()
    return f"{number:.10f}".rstrip("0").rstrip(".") if abs(number) < 1e15 else raw
