"""How a text lies on the paper of a page: paragraphs with their heading level, and what an editor changed in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from qianliyan.text.diffing.compare import compare
from qianliyan.text.diffing.pieces import pieces_of
from qianliyan.text.diffing.rows import Piece
from qianliyan.text.parsing.headings import marker_at

LOWEST_LEVEL = 4
LONGEST_HEADING = 50


@dataclass
class Paragraph:
    """One paragraph in pieces that stayed, went or came."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The heading level of GB/T 9704-2012, 0 for a paragraph of text."""
        words = "".join(piece.text for piece in self.pieces)
        marker = marker_at(words)
        if marker is None or len(words) > LONGEST_HEADING or "。" in words:
            return 0
        return min(marker.level, LOWEST_LEVEL)

    @property
    def cells(self) -> list[list[Piece]]:
        """The cells of a table's row, which stand between tabs; none for a paragraph of text."""
        if not any("\t" in piece.text for piece in self.pieces):
            return []
        found: list[list[Piece]] = [[]]
        for piece in self.pieces:
            for place, words in enumerate(piece.text.split("\t")):
                if place:
                    found.append([])
                if words:
                    found[-1].append(Piece(piece.kind, words))
        return found


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return a text in paragraphs."""
    lines = (line.strip() for line in text.splitlines())
    return [Paragraph([Piece("same", line)]) for line in lines if line]


@dataclass(frozen=True)
class Change:
    """One changed place: how it was, how it is."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


@dataclass(frozen=True)
class Comparison:
    """The original with what went, the draft with what came, and the changed places alone."""

    original: list[Paragraph]
    draft: list[Paragraph]
    changes: list[Change]


class Text(Protocol):
    """Whatever has a title and a body."""

    title: str
    body: str


def compared(original: Text, draft: Text) -> Comparison:
    """Compare two texts for a page that shows them side by side; a new title is the first of the changes."""
    rows = compare(original.body, draft.body)
    titles = [Change(*pieces_of(original.title, draft.title))] if original.title != draft.title else []
    return Comparison(
        _paragraphs((row.old, row.old_opens) for row in rows),
        _paragraphs((row.new, row.new_opens) for row in rows),
        titles + [Change(row.old, row.new) for row in rows if row.kind != "same"],
    )


def _paragraphs(sides: Iterable[tuple[tuple[Piece, ...], bool]]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for pieces, opens in sides:
        if pieces and (opens or not found):
            found.append(Paragraph())
        if pieces:
            found[-1].pieces.extend(pieces)
    return found
