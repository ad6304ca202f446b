"""The tail (版记): a table that Word keeps at the lower edge of the last page's type area."""

from collections.abc import Iterable
from typing import Any

from qianliyan.typesetting.paper import Foot, TailRow
from qianliyan.typesetting.word.styles import Styles
from qianliyan.typesetting.word.xml import element, mm, text_run, twips


def tail(block: Foot, styles: Styles, width: float) -> Any:
    """Set the readers and the printing between rules; the outer rules are the thick ones.

    A reader that knows no floating tables still shows the rules, right behind the text.
    """
    rules = styles.paper.layout["rules"]
    thick, thin = eighths(rules["first"]), eighths(rules["middle"])
    properties = element(
        "tblPr",
        element("tblpPr", horzAnchor="margin", vertAnchor="margin", tblpXSpec="left", tblpYSpec="bottom"),
        element("tblOverlap", val="never"),
        element("tblW", w=mm(width), type="dxa"),
        element("tblBorders", edge("top", thick), edge("bottom", thick), edge("insideH", thin)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa")),
    )
    groups = [rows for rows in (block.rows[: block.readers], block.rows[block.readers :]) if rows]
    made = [element("tr", element("trPr", element("cantSplit")), field(rows, styles, width)) for rows in groups]
    return element("tbl", properties, element("tblGrid", element("gridCol", w=mm(width))), *made)


def field(rows: Iterable[TailRow], styles: Styles, width: float) -> Any:
    """Set the readers, or the printing, as the paragraphs of one field."""
    width_of_cell = element("tcPr", element("tcW", w=mm(width), type="dxa"))
    return element("tc", width_of_cell, *(row(one, styles, width) for one in rows))


def row(given: TailRow, styles: Styles, width: float) -> Any:
    """Set one row: a label with a hanging text, or two texts at the ends."""
    look = styles.looks["tail"]
    one, label = look["size"], len(given.label)
    stop = mm(width) - twips(look["right"] * one)
    properties = element(
        "pPr",
        element("pStyle", val=styles.of("tail")),
        element("keepNext"),
        element("tabs", element("tab", val="right", pos=stop)),
        hanging(look["left"] * one, label * one) if label else None,
    )
    runs = [text_run(given.label + given.text)]
    if given.right:
        runs += [element("r", element("tab")), text_run(given.right)]
    return element("p", properties, *runs)


def hanging(left: float, label: float) -> Any:
    """Indent all lines but the first by the label; counts in characters would override the twips, so they are zero."""
    return element("ind", leftChars=0, left=twips(left + label), hangingChars=0, hanging=twips(label))


def edge(name: str, size: int) -> Any:
    """Draw one edge."""
    return element(name, val="single", sz=size, space=0, color="000000")


def eighths(millimetres: float) -> int:
    """Convert the thickness of a rule to eighths of a point."""
    return round(millimetres * 72 / 25.4 * 8)
