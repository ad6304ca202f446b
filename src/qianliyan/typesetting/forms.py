"""The pieces of a sheet: ruled fields, opinion boxes, notes, and the text that belongs to it."""

from qianliyan.typesetting import body, titles
from qianliyan.typesetting.model import Box, Sheet
from qianliyan.typesetting.paper import Block, Cell, Grid, Line, Run
from qianliyan.typesetting.pieces import Layout, room
from qianliyan.typesetting.slots import filled


def form(document: Sheet, layout: Layout, _piece: Layout) -> list[Block]:
    """Rule the fields and under them the opinion boxes, all in one frame."""
    page, grid = layout["page"], layout["grid"]
    total = page["width"] - page["left"] - page["right"]
    pairs = int(grid["columns"])
    widths = tuple([grid["label"], total / pairs - grid["label"]] * pairs)
    rows = field_rows(document, pairs, widths) + [box_row(box, layout, pairs) for box in document.boxes]
    return [Grid(widths, tuple(rows))] if rows else []


def field_rows(document: Sheet, pairs: int, widths: tuple[float, ...]) -> list[tuple[Cell, ...]]:
    """Put short fields side by side and long ones on a row of their own."""
    rows: list[tuple[Cell, ...]] = []
    waiting: list[Cell] = []
    for label, text in document.fields:
        if titles.width(text) * 5 > widths[1]:
            rows += [padded(waiting, pairs)] if waiting else []
            waiting = []
            rows.append((Cell(label, "cell_head"), Cell(text, span=2 * pairs - 1)))
            continue
        waiting += [Cell(label, "cell_head"), Cell(text)]
        if len(waiting) == 2 * pairs:
            rows.append(tuple(waiting))
            waiting = []
    return rows + ([padded(waiting, pairs)] if waiting else [])


def padded(waiting: list[Cell], pairs: int) -> tuple[Cell, ...]:
    """Let the last field of a short row run to the edge."""
    last = waiting[-1]
    return (*waiting[:-1], Cell(last.text, last.style, span=1 + 2 * pairs - len(waiting)))


def box_row(box: Box, layout: Layout, pairs: int) -> tuple[Cell, ...]:
    """Leave room for a pen; what is already signed stands in it."""
    signed = {"name": box.name, "date": box.date}
    foot = filled(layout["boxes"]["sign"], signed) or layout["boxes"]["blank_sign"]
    room_mm = float(layout["boxes"]["height"])
    return (Cell(box.label, "cell_head"), Cell(box.opinion, span=2 * pairs - 1, height=room_mm, foot=foot))


def notes(document: Sheet, _layout: Layout, _piece: Layout) -> list[Block]:
    """Set the remarks under the frame."""
    return [Line("cell", (Run(note),)) for note in document.notes]


def appended(document: Sheet, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the text that the sheet is about."""
    shaped = titles.broken(document.body_title, room(layout, "title"))
    title: list[Block] = [Line("title", (Run(shaped),), level=2, keep=True)] if document.body_title else []
    return [*title, *body.blocks(document.body, layout, base_level=2)]


PIECES = {"form": form, "notes": notes, "appended": appended}
