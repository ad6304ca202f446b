"""Turn plain official text into paragraphs, with headings told by the marks of GB/T 9704-2012 (7.3.3)."""

import re
from itertools import groupby

from qianliyan.typesetting.charts import MOST_BARS, charts
from qianliyan.typesetting.grids import MOST_COLUMNS, grids
from qianliyan.typesetting.model import Bar, Chart, Table
from qianliyan.typesetting.paper import Block, Line, Run
from qianliyan.typesetting.pieces import Layout

MARKS = (
    (1, re.compile(r"[一二三四五六七八九十百]{1,4}、")),
    (2, re.compile(r"（[一二三四五六七八九十百]{1,4}）")),
    (3, re.compile(r"\d{1,2}[.．](?!\d)")),
    (4, re.compile(r"（\d{1,2}）")),
)
# Blanks at both ends; a tab is the border of an empty cell.
INDENT = re.compile(r"^[^\S\t]+|[^\S\t]+$")
# How a table in plain text asks to be drawn.
DRAWN = "（图）"
LENGTH = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
LONGEST_HEADING = 60
LONGEST_RUN_IN = 24


def blocks(text: str, layout: Layout, *, base_level: int = 1) -> list[Block]:
    """Set a text with its tables: lines that follow each other with tabs in them are the rows of one.

    A table of two columns whose second head ends with （图） is drawn as bars.
    """
    found: list[Block] = []
    for is_table, run in groupby(paragraphs(text), key=lambda paragraph: "\t" in paragraph):
        rows = tuple(tuple(cell.strip() for cell in paragraph.split("\t")) for paragraph in run)
        if is_table and (drawing := chart_of(rows)):
            found += charts(drawing, layout)
        elif is_table and len(rows) > 1 and max(map(len, rows)) <= MOST_COLUMNS:
            found += grids(Table(rows), layout)
        else:
            found += [line("　".join(row), base_level) for row in rows]
    return found


def chart_of(rows: tuple[tuple[str, ...], ...]) -> Chart | None:
    """Read a table as bars, if it says so and each row is a name with a length."""
    head, *rest = rows
    if not head[-1].endswith(DRAWN) or not 0 < len(rest) <= MOST_BARS or {len(row) for row in rows} != {2}:
        return None
    if not all(LENGTH.fullmatch(value) for _name, value in rest):
        return None
    bars = tuple(Bar(name, float(value), value) for name, value in rest)
    return Chart(bars, "".join(head).removesuffix(DRAWN))


def paragraphs(text: str) -> list[str]:
    """Split at line ends and drop the indents that people type; empty lines are no paragraphs."""
    return [INDENT.sub("", part) for part in text.splitlines() if part.strip()]


def lines(text: str, *, base_level: int = 1) -> list[Line]:
    """Set each paragraph as a heading, a run-in heading with text, or text."""
    return [line(paragraph.replace("\t", "　"), base_level) for paragraph in paragraphs(text)]


def line(paragraph: str, base_level: int) -> Line:
    """Set one paragraph; a short heading that ends with a full stop is run in, a numbered sentence is text."""
    level = level_of(paragraph)
    if not level:
        return Line("body", (Run(paragraph),))
    head, stop, rest = paragraph.partition("。")
    if not stop and not paragraph.endswith(("；", "：", "？", "！", "，")) and len(paragraph) <= LONGEST_HEADING:
        return Line(f"heading{level}", (Run(paragraph),), level=base_level + level, keep=True)
    # A paragraph that counts several points in running text has no heading of its own.
    if len(head) > LONGEST_RUN_IN or not stop or MARKS[level - 1][1].search(rest):
        return Line("body", (Run(paragraph),))
    return Line("body", tuple(run for run in (Run(head + stop, role_of(level)), Run(rest)) if run.text))


def level_of(paragraph: str) -> int:
    """Tell the heading level from the mark, 0 for plain text."""
    return next((level for level, mark in MARKS if mark.match(paragraph)), 0)


def role_of(level: int) -> str:
    """Name the typeface of a heading level: Hei, Kai, then FangSong."""
    return {1: "hei", 2: "kai"}.get(level, "")
