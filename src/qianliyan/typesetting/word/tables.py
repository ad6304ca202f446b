"""Ruled tables of fields, opinions and figures."""

from typing import Any

from qianliyan.typesetting.paper import Bars, Cell, Grid
from qianliyan.typesetting.word.styles import Styles
from qianliyan.typesetting.word.xml import element, mm, text_run, twips

EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINE_HEIGHT = 20
# What Word leaves at both sides within a cell, in millimetres.
CELL_MARGINS = 3.8


def grid(block: Grid, styles: Styles) -> Any:
    """Set a ruled table whose heading rows repeat on every page."""
    borders = element("tblBorders", *(element(edge, val="single", sz=4, space=0, color="000000") for edge in EDGES))
    properties = element(
        "tblPr",
        element("tblW", w=sum(mm(width) for width in block.widths), type="dxa"),
        element("jc", val="center"),
        borders,
        element("tblLayout", type="fixed"),
    )
    columns = element("tblGrid", *(element("gridCol", w=mm(width)) for width in block.widths))
    rows = [row(cells, block.widths, styles, heading=at < block.header) for at, cells in enumerate(block.rows)]
    return element("tbl", properties, columns, *rows)


def row(cells: tuple[Cell, ...], widths: tuple[float, ...], styles: Styles, *, heading: bool) -> Any:
    """Set one row, which no page end may cut."""
    tallest = max(cell.height for cell in cells)
    properties = element(
        "trPr",
        element("cantSplit"),
        element("trHeight", val=mm(tallest), hRule="atLeast") if tallest else None,
        element("tblHeader") if heading else None,
    )
    made, at = [], 0
    for one in cells:
        made.append(cell(one, sum(widths[at : at + one.span]), styles))
        at += one.span
    return element("tr", properties, *made)


def cell(block: Cell, width: float, styles: Styles) -> Any:
    """Set one field; words for a signature stand at its lower right."""
    look = styles.looks[block.style]
    properties = element(
        "tcPr",
        element("tcW", w=mm(width), type="dxa"),
        element("gridSpan", val=block.span) if block.span > 1 else None,
        element("shd", val="clear", color="auto", fill=look["fill"].lstrip("#").upper()) if look["fill"] else None,
        element("vAlign", val="bottom" if block.foot else "center"),
    )
    style = element("pStyle", val=styles.of(block.style))
    paragraphs = [element("p", element("pPr", style), text_run(block.text))]
    if block.foot:
        signed = element("pPr", element("pStyle", val=styles.of(block.style)), element("jc", val="right"))
        paragraphs.append(element("p", signed, text_run(block.foot)))
    return element("tc", properties, *paragraphs)


def bars(block: Bars, styles: Styles, width: float) -> Any:
    """Set a chart as a table: label, a paragraph shaded as far as the bar goes, words."""
    widths = (width * 0.28, width * 0.56, width * 0.16)
    none = element("tblBorders", *(element(edge, val="nil") for edge in EDGES))
    size = element("tblW", w=mm(width), type="dxa")
    apart = element("tblCellMar", element("top", w=40, type="dxa"), element("bottom", w=40, type="dxa"))
    properties = element("tblPr", size, none, element("tblLayout", type="fixed"), apart)
    columns = element("tblGrid", *(element("gridCol", w=mm(one)) for one in widths))
    rows = []
    for label, shown, share in block.rows:
        shade = element("shd", val="clear", color="auto", fill=block.colour.lstrip("#").upper())
        rest = element("ind", right=mm((1 - share) * (widths[1] - CELL_MARGINS)), firstLine=0)
        style = element("pStyle", val=styles.of("cell"))
        bar = element("p", element("pPr", style, shade if share else None, rest))
        sides = [cell(Cell(text), one, styles) for text, one in ((label, widths[0]), (shown, widths[2]))]
        middle = element("tc", element("tcPr", element("tcW", w=mm(widths[1]), type="dxa")), bar)
        rows.append(element("tr", element("trPr", element("cantSplit")), sides[0], middle, sides[1]))
    return element("tbl", properties, columns, *rows)


def exact(points: float) -> Any:
    """Give a paragraph an exact height."""
    return element("spacing", before=0, after=0, line=max(twips(points), LINE_HEIGHT), lineRule="exact")


def tiny() -> Any:
    """Make the paragraph that Word wants behind every table, as low as can be."""
    return element("p", element("pPr", exact(1)))
