"""Results as a spreadsheet. Time stamps are fixed, so the same result gives the same file."""

import io
import zipfile
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qianliyan.scoring.output import TITLES, all_entries, all_nothing, table_rows, width
from qianliyan.scoring.results import Result

# A workbook carries the time of its making in three places; the year of the format's birth stands for none.
NEVER = datetime(1980, 1, 1, tzinfo=UTC)
MOST_ROWS = 1_000_000


def as_xlsx(result: Result) -> bytes:
    """Write standings, and the ledger where it was kept, as an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for subject in result.scheme.subjects:
        sheet = book.create_sheet(f"{TITLES[subject]}得分")
        sheet.append([f"{result.scheme.title}  考核期：{result.period.label}"])
        fill(sheet, list(table_rows(result, subject)))
    entries = [
        [
            entry.name,
            str(entry.day),
            entry.fact,
            entry.item,
            entry.column,
            entry.rule,
            entry.clause,
            result.text(entry.points),
            entry.words,
        ]
        for entry in all_entries(result)
    ]
    if entries:
        heading = ["单位或人员", "日期", "事实", "信息", "计分栏", "规则", "条款", "分值", "算法"]
        fill(book.create_sheet("明细"), [heading, *entries[:MOST_ROWS]])
    nothing = [
        ["、".join(row.names), str(row.day), row.fact, row.item, row.rule, row.why] for row in all_nothing(result)
    ]
    if nothing:
        fill(
            book.create_sheet("未计分"), [["单位或人员", "日期", "事实", "信息", "规则", "理由"], *nothing[:MOST_ROWS]]
        )
    return timeless(book)


def fill(sheet: Worksheet, rows: list[list[str]]) -> None:
    """Put rows on a sheet: numbers as numbers, the heading bold, columns wide enough to read."""
    start = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    for number, row in enumerate(rows):
        for place, text in enumerate(row, 1):
            put(sheet, (start + number, place), numeric(text) if number else text, bold=number == 0)
    for place in range(1, len(rows[0]) + 1):
        widest = max(width(row[place - 1]) for row in rows[:500])
        sheet.column_dimensions[get_column_letter(place)].width = min(widest + 2, 60)
    sheet.freeze_panes = f"A{start + 1}"


def put(sheet: Worksheet, place: tuple[int, int], value: str | float, *, bold: bool) -> None:
    """Write one cell; a text that begins with "=" must stay a text, whoever wrote it."""
    cell = sheet.cell(row=place[0], column=place[1], value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(vertical="center")


def numeric(text: str) -> str | float | int:
    """Give a printed figure as a number; spreadsheets know no exact fractions, the JSON does."""
    try:
        return int(text)
    except ValueError:
        pass
    return float(text) if text.replace(".", "", 1).removeprefix("-").isdecimal() else text


def timeless(book: Workbook) -> bytes:
    """Save a workbook without the hour of its saving."""
    book.properties.created = NEVER.replace(tzinfo=None)
    raw, clean = io.BytesIO(), io.BytesIO()
    book.save(raw)
    modified = book.properties.modified
    stamp = modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode() if modified else b""
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/core.xml" and stamp:
                data = data.replace(stamp, NEVER.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
            after.writestr(zipfile.ZipInfo(name, NEVER.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return clean.getvalue()
