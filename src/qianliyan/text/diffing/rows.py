"""What a comparison consists of."""

from dataclasses import dataclass
from typing import Literal

from qianliyan.text.parsing.spans import Span

RowKind = Literal["same", "changed", "added", "removed", "moved"]
PieceKind = Literal["same", "added", "removed"]


@dataclass(frozen=True)
class Piece:
    """A run of characters that stayed, came or went."""

    kind: PieceKind
    text: str


@dataclass(frozen=True)
class Row:
    """One sentence of the old text beside the one that took its place in the new.

    The left side holds same and removed pieces, the right side same and added ones; a side is empty where the other
    text has nothing. A moved sentence has two rows, one where it was and one where it is; `partner` is the index of
    the other. `old_opens` and `new_opens` say that the sentence opens a paragraph on that side.
    """

    kind: RowKind
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    old_span: Span | None = None
    new_span: Span | None = None
    old_opens: bool = False
    new_opens: bool = False
    partner: int | None = None
