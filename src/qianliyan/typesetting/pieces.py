"""The pieces that every kind of document may use in its template: lines, rules, gaps, pictures, tail."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from qianliyan.typesetting import pictures, titles
from qianliyan.typesetting.model import Document, Tail
from qianliyan.typesetting.paper import Block, Foot, Gap, Line, PageBreak, Pair, Rule, Run, TailRow
from qianliyan.typesetting.slots import filled, slots

Layout = Mapping[str, Any]
Piece = Callable[[Document, Layout, Layout], list[Block]]
MM = 72 / 25.4


def common() -> dict[str, Piece]:
    """List the pieces by the name that templates use."""
    return {"line": line, "pair": pair, "rule": rule, "gap": gap, "page": page, "masthead": masthead, "tail": tail}


def room(layout: Layout, style: str, size: float = 0) -> float:
    """Count how many full-width characters of a style fit on a line."""
    page, look = layout["page"], layout["styles"][style]
    own = size or look["size"]
    points = (page["width"] - page["left"] - page["right"]) * MM
    return float(points / (own * (1 + look["spread"])) - look["left"] - look["right"])


def worded(document: Document, layout: Layout) -> dict[str, str]:
    """Give the slots of a document; a sheet without its own title has that of its template."""
    words = slots(document)
    return {**words, "title": words.get("title") or str(layout.get("title", ""))}


def line(document: Document, layout: Layout, piece: Layout) -> list[Block]:
    """Set one line of words; long titles are broken in shape."""
    text = filled(piece["text"], worded(document, layout))
    if not text.strip():
        return []
    if layout["styles"][piece["style"]]["role"] == "title":
        text = titles.broken(text, room(layout, piece["style"]))
    return [Line(piece["style"], (Run(text),), level=int(piece.get("level", 0)), keep=bool(piece.get("keep")))]


def pair(document: Document, layout: Layout, piece: Layout) -> list[Block]:
    """Set two texts at the ends of a line, or on two lines where they would meet."""
    words = worded(document, layout)
    left, right = filled(piece["left"], words), filled(piece["right"], words)
    if not left and not right:
        return []
    if titles.width(left) + titles.width(right) + 1 > room(layout, piece["style"]):
        return [Line(piece["style"], (Run(left),)), Pair(piece["style"], "", right)]
    return [Pair(piece["style"], left, right)]


def rule(_document: Document, _layout: Layout, piece: Layout) -> list[Block]:
    """Draw a line across the type area."""
    known = {name: piece[name] for name in ("before", "after", "kind", "width") if name in piece}
    return [Rule(piece["colour"], piece["thickness"], **known)]


def gap(_document: Document, _layout: Layout, piece: Layout) -> list[Block]:
    """Leave room."""
    return [Gap(piece["lines"], keep=bool(piece.get("keep")))]


def page(_document: Document, _layout: Layout, _piece: Layout) -> list[Block]:
    """Start a new page."""
    return [PageBreak()]


def masthead(document: Document, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the name of the publication as a picture or in letters that shrink until they fit."""
    name = getattr(document, "masthead", "") or str(layout["title"])
    picture = getattr(document, "masthead_picture", "")
    if picture:
        return [pictures.masthead(picture, layout, name.replace("\n", ""))]
    rows = [row.strip() for row in name.split("\n") if row.strip()]
    style = layout["styles"]["masthead"]
    widest = max((titles.width(row) for row in rows), default=1.0)
    fits = min(1.0, room(layout, "masthead") / widest)
    style["size"], style["pitch"] = round(style["size"] * fits, 2), round(style["pitch"] * max(fits, 0.5), 2)
    return [Line("masthead", (Run("\n".join(rows)),), level=1)] if rows else []


def tail(document: Document, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the tail; without recipients and print run there is none."""
    rows = tail_rows(getattr(document, "tail", Tail()), layout["texts"])
    return [Foot(tuple(rows), sum(bool(row.label) for row in rows))] if rows else []


def tail_rows(given: Tail, texts: Layout) -> list[TailRow]:
    """List the rows between the rules: readers, printing office and day, print run."""
    readers = [
        TailRow(texts[name], re.sub(r"\s+", "", getattr(given, name)))
        for name in ("report", "send", "issue", "copies")
        if getattr(given, name)
    ]
    words = slots(given)
    printed_on = f"{given.printed_on}印发" if given.printed_on else ""
    copies = filled(texts["printed"], words) if given.printed_copies else ""
    extra = filled(texts["extra"], words) if given.extra_copies else ""
    printing = TailRow(text=given.printing_office, right=printed_on)
    run = TailRow(text=given.people or extra, right=copies)
    more = TailRow(text=extra) if given.people and extra else TailRow()
    return readers + [row for row in (printing, run, more) if row != TailRow()]
