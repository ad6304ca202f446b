"""The pieces of an issue: contents, editor's note, columns and items in one of the item styles."""

import math
from collections.abc import Callable
from dataclasses import replace

from qianliyan.typesetting import body, titles
from qianliyan.typesetting.grids import grids
from qianliyan.typesetting.model import Bulletin, Entry
from qianliyan.typesetting.paper import Block, Gap, Line, Pair, Run
from qianliyan.typesetting.pieces import Layout, room
from qianliyan.typesetting.slots import filled

NUMERALS = "零一二三四五六七八九十"


def columns(document: Bulletin, layout: Layout) -> list[tuple[str, list[tuple[str, Entry]]]]:
    """Group the items by column in the publication's order; empty columns are dropped unless the layout keeps them."""
    groups: dict[str, list[tuple[str, Entry]]] = {name: [] for name in document.columns}
    for number, entry in enumerate(document.entries, 1):
        groups.setdefault(entry.column, []).append((f"item_{number}", entry))
    keep = layout["columns"]["empty"] == "kept"
    return [(name, entries) for name, entries in groups.items() if entries or (keep and name)]


def contents(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """List the titles under 本期要目, by column where there are columns."""
    if not document.contents or len(document.entries) < 2:
        return []
    texts = layout["texts"]
    blocks: list[Block] = [Line("contents_heading", (Run(texts["contents_heading"]),), keep=True)]
    for name, entries in columns(document, layout):
        if name and layout["columns"]["contents"] and any(entry.title for _, entry in entries):
            blocks.append(
                Line("contents_column", (Run(filled(layout["columns"]["heading"], {"column": name})),), keep=True)
            )
        for number, (place, entry) in enumerate(entries, 1):
            if entry.title:
                mark = filled(texts["contents_mark"], {"n": str(number), "cn": numeral(number)})
                runs = (Run(mark), Run(one_line(entry.title)), *paged(layout, place))
                blocks.append(Line("contents", runs, to=place))
    return blocks


def paged(layout: Layout, place: str) -> tuple[Run, ...]:
    """Lead from a title to its page, where the layout wants numbers in the contents."""
    return (Run(fill=True), Run(page_of=place)) if layout["contents"]["pages"] else ()


def index(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """List the units with the pages of their items; the order of GB 18030 is that of pinyin for common characters."""
    places: dict[str, list[str]] = {}
    for number, entry in enumerate(document.entries, 1):
        for unit in dict.fromkeys(entry.units):
            places.setdefault(unit, []).append(f"item_{number}")
    heading: list[Block] = [Line("contents_heading", (Run(layout["texts"]["index_heading"]),), level=2, keep=True)]
    ordered = sorted(places, key=lambda unit: unit.encode("gb18030"))
    return heading + [Line("contents", index_line(unit, places[unit])) for unit in ordered] if places else []


def index_line(unit: str, places: list[str]) -> tuple[Run, ...]:
    """Set a unit and its pages."""
    numbers = [part for place in places for part in (Run("、"), Run(page_of=place))]
    return (Run(unit), Run(fill=True), *numbers[1:])


def note(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the editor's note of the whole issue."""
    return noted(document.note, layout)


def noted(text: str, layout: Layout) -> list[Block]:
    """Set an editor's note: its label in Hei, its words in Kai."""
    parts = body.paragraphs(text)
    label = Run(layout["texts"]["note_label"], "hei")
    return [Line("note", (label, Run(part)) if first == 0 else (Run(part),)) for first, part in enumerate(parts)]


def entries(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """Set all items, each column under its heading."""
    blocks: list[Block] = []
    for name, group in columns(document, layout):
        if name:
            heading = filled(layout["columns"]["heading"], {"column": name})
            blocks.append(Line("column", (Run(heading),), level=2, keep=True))
        for number, (place, entry) in enumerate(group, 1):
            blocks += named(item(entry, number, layout), place)
            blocks.append(Gap(layout["items"]["gap"]))
    return blocks[:-1] if blocks and isinstance(blocks[-1], Gap) else blocks


def named(blocks: list[Block], name: str) -> list[Block]:
    """Make the first line of an item a place that the contents lead to."""
    for at, block in enumerate(blocks):
        if isinstance(block, Line | Pair):
            return [*blocks[:at], replace(block, name=name), *blocks[at + 1 :]]
    return blocks


def item(entry: Entry, number: int, layout: Layout) -> list[Block]:
    """Set one item in the layout's item style."""
    style = layout["items"]
    unit = layout["texts"]["units_between"].join(entry.units)
    wrapped = filled(layout["texts"]["unit"], {"units": unit})
    text = body.lines(entry.body, base_level=3 if entry.column else 2)
    if style["number"]:
        counted = filled(style["number"], {"n": str(number), "cn": numeral(number)})
        entry_title = counted + one_line(entry.title)
    else:
        entry_title = one_line(entry.title)
    blocks: list[Block] = list(TITLES[style["title"]](entry_title, wrapped, text, layout, 3 if entry.column else 2))
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Line) and block.style == "body"), len(blocks))
    blocks[at:at] = noted(entry.note, layout)
    for table in entry.tables:
        blocks += grids(table, layout)
    return blocks + UNITS[style["unit"]](unit, wrapped, blocks) if unit else blocks


def centred(title: str, _wrapped: str, text: list[Line], layout: Layout, level: int) -> list[Block]:
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


def run_in(title: str, _wrapped: str, text: list[Line], _layout: Layout, _level: int) -> list[Block]:
    """Style (b): the bold title opens the first paragraph."""
    if not title:
        return list(text)
    opening = Run(title, "kai", bold=True)
    if text and text[0].style == "body":
        return [Line("body", (opening, Run("　　"), *text[0].runs)), *text[1:]]
    return [Line("body", (opening,), keep=True), *text]


def beside(title: str, wrapped: str, text: list[Line], layout: Layout, level: int) -> list[Block]:
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


TITLES: dict[str, Callable[[str, str, list[Line], Layout, int], list[Block]]] = {
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
PIECES = {"contents": contents, "note": note, "entries": entries, "index": index}
