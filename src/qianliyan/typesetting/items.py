"""One item of an issue in its item style: where the title stands, and where the units."""

import math
import re
from collections.abc import Callable

from qianliyan.typesetting import body, titles
from qianliyan.typesetting.charts import charts
from qianliyan.typesetting.grids import grids
from qianliyan.typesetting.model import Entry
from qianliyan.typesetting.paper import Block, Gap, Line, Pair, Run
from qianliyan.typesetting.pieces import Layout, room
from qianliyan.typesetting.slots import filled

LABEL = re.compile(r"\s*[［\[【(（]?\s*编\s*者\s*按\s*[］\]】)）]?\s*[：:]?\s*")
NUMERALS = "零一二三四五六七八九十"


def item(entry: Entry, number: int, layout: Layout) -> list[Block]:
    """Set one item in the layout's item style."""
    style = layout["items"]
    unit = layout["texts"]["units_between"].join(entry.units)
    wrapped = filled(layout["texts"]["unit"], {"units": unit})
    text = body.blocks(entry.body, layout, base_level=3 if entry.column else 2)
    if style["number"]:
        counted = filled(style["number"], {"n": str(number), "cn": numeral(number)})
        entry_title = counted + one_line(entry.title)
    else:
        entry_title = one_line(entry.title)
    title_style, unit_style = ("run-in", "inline") if entry.brief else (style["title"], style["unit"])
    blocks: list[Block] = list(TITLES[title_style](entry_title, wrapped, text, layout, 3 if entry.column else 2))
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Line) and block.style == "body"), len(blocks))
    blocks[at:at] = noted(entry.note, layout)
    for table in entry.tables:
        blocks += grids(table, layout)
    for chart in entry.charts:
        blocks += charts(chart, layout)
    return blocks + UNITS[unit_style](unit, wrapped, blocks) if unit else blocks


def noted(text: str, layout: Layout) -> list[Block]:
    """Set an editor's note: its label in Hei, its words in Kai; it stays with the text it speaks of."""
    parts = body.paragraphs(unlabelled(text))
    label = Run(layout["texts"]["note_label"], "hei")
    runs = [(label, Run(part)) if first == 0 else (Run(part),) for first, part in enumerate(parts)]
    return [Line("note", each, keep=place == len(runs)) for place, each in enumerate(runs, 1)]


def unlabelled(note: str) -> str:
    """Take off the label that somebody typed before his note: the layout sets its own."""
    return LABEL.sub("", note)


def centred(title: str, _wrapped: str, text: list[Block], layout: Layout, level: int) -> list[Block]:
    """Style (a): the title on its own lines in the middle."""
    if not title:
        return list(text)
    shaped = titles.broken(title, room(layout, "title"))
    heading = Line("title", (Run(shaped),), level=level, keep=True)
    return [heading, *registered(shaped.count("\n") + 1, layout), *text]


def registered(lines: int, layout: Layout) -> list[Block]:
    """Fill a title up to whole lines of the page, so that lines stand behind lines on both sides of the sheet."""
    if not layout["items"]["register"]:
        return []
    pitch, look = layout["page"]["pitch"], layout["styles"]["title"]
    height = lines * (look["pitch"] or pitch)
    rest = math.ceil((height + look["after"] * pitch) / pitch) * pitch - height
    return [Gap(round(rest / pitch, 4))]


def run_in(title: str, _wrapped: str, text: list[Block], _layout: Layout, _level: int) -> list[Block]:
    """Style (b): the bold title opens the first paragraph."""
    if not title:
        return list(text)
    opening = Run(title, "kai", bold=True)
    first = text[0] if text else None
    if isinstance(first, Line) and first.style == "body":
        return [Line("body", (opening, Run("　"), *first.runs)), *text[1:]]
    return [Line("body", (opening,), keep=True), *text]


def beside(title: str, wrapped: str, text: list[Block], layout: Layout, level: int) -> list[Block]:
    """Style (c): the title at the left and its unit at the right end of one line."""
    if titles.width(title) + titles.width(wrapped) + 1 <= room(layout, "heading1"):
        return [Pair("heading1", title, wrapped), *text]
    return [Line("heading1", (Run(title),), level=level, keep=True), Line("unit", (Run(wrapped),), keep=True), *text]


def below(_unit: str, wrapped: str, _blocks: list[Block]) -> list[Block]:
    """Put the unit in brackets on its own line at the right."""
    return [Line("unit", (Run(wrapped),))]


def signature(unit: str, _wrapped: str, _blocks: list[Block]) -> list[Block]:
    """Put the unit without brackets where a letter is signed."""
    return [Line("signature", (Run(unit),))]


def inline(_unit: str, wrapped: str, blocks: list[Block]) -> list[Block]:
    """Put the unit in brackets right behind the last words."""
    last = blocks[-1]
    if isinstance(last, Line) and last.style == "body":
        blocks[-1] = Line(last.style, (*last.runs, Run(wrapped, "kai")), last.level)
        return []
    return [Line("unit", (Run(wrapped),))]


def nowhere(_unit: str, _wrapped: str, _blocks: list[Block]) -> list[Block]:
    """Leave the unit out, or where the title already carries it."""
    return []


def one_line(title: str) -> str:
    """Take line ends out of a title; the layout breaks it anew."""
    return "".join(part.strip() for part in title.splitlines())


def numeral(number: int) -> str:
    """Write 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十") + (NUMERALS[ones] if ones else "")


TITLES: dict[str, Callable[[str, str, list[Block], Layout, int], list[Block]]] = {
    "centred": centred,
    "run-in": run_in,
    "beside": beside,
}
UNITS: dict[str, Callable[[str, str, list[Block]], list[Block]]] = {
    "below": below,
    "signature": signature,
    "inline": inline,
    "none": nowhere,
}
