"""An issue as it is printed to be read: with a word across the pages, and with what the units sent behind it.

The words here stand on paper: they are never translated.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from qianliyan.bulletins.queries.pieces import Piece

BEHIND = "附　来稿原文"


def printout(layout: Mapping[str, Any], pieces: Sequence[Piece], mark: str, *, sources: bool) -> dict[str, Any]:
    """Return the layout with the mark, and with the sources as a column of its own behind all others."""
    sent = [_sent(piece) for piece in pieces] if sources else []
    entries = [*layout["entries"], *(one for group in sent for one in group)]
    return {**layout, "entries": entries, "watermark": mark}


def _sent(piece: Piece) -> list[dict[str, Any]]:
    return [
        {"title": one.title, "body": one.body, "units": [one.sender_name], "column": BEHIND}
        for one in piece.submissions
    ]
