"""Lay a document out: walk the pieces of its template and turn each into blocks."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from qianliyan.typesetting import bulletins, forms, layouts, letters
from qianliyan.typesetting.characters import visible
from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.model import Bulletin, Document, Letter, Sheet
from qianliyan.typesetting.paper import Block, Paper
from qianliyan.typesetting.pieces import common
from qianliyan.typesetting.slots import slots

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def compose(document: Document) -> Paper:
    """Give the whole paper, ready for any back end."""
    document, notices = visible(document)
    layout = dict(layouts.merged(document.template, document.layout))
    layout["styles"] = resolved(layout["styles"])
    known = {**common(), **OWN[type(document)]}
    blocks: list[Block] = []
    for number, piece in enumerate(layout["flow"]):
        if piece["piece"] not in known:
            raise InvalidDocument(f"这种文件没有“{piece['piece']}”这一部分", f"layout.flow[{number}]")
        blocks += known[piece["piece"]](document, layout, piece)
    return Paper(
        title=title_of(document, layout),
        blocks=tuple(blocks),
        layout=layout,
        date=date_of(getattr(document, "date", "")),
        author=getattr(document, "office", ""),
        watermark=document.watermark,
        code=getattr(document, "code", ""),
        notices=notices,
    )


OWN: Mapping[type[Document], Mapping[str, Callable[..., list[Block]]]] = {
    Bulletin: bulletins.PIECES,
    Sheet: {**forms.PIECES, "tables": letters.tables},
    Letter: letters.PIECES,
}


def resolved(styles: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Complete every style from that of the body text."""
    return {name: {**styles["body"], **style} for name, style in styles.items()}


def title_of(document: Document, layout: Mapping[str, Any]) -> str:
    """Name the file for its properties and for reading aloud."""
    words = slots(document)
    named = words.get("masthead") or words.get("title") or str(layout.get("title", ""))
    return " ".join(part for part in (named.replace("\n", ""), words.get("number", "")) if part)


def date_of(text: str) -> tuple[int, int, int] | None:
    """Read a date such as 2026年11月20日; anything else is no date."""
    found = DATE.search(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, month, day
