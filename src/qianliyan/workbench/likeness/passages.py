"""Two texts side by side, in paragraphs, with what they share marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qianliyan.text.finding.snippets import Piece
from qianliyan.text.parsing.spans import Span
from qianliyan.text.similar.passages import shared_passages


@dataclass(frozen=True)
class Sides:
    """Both texts as paragraphs of pieces; `count` passages are shared, `characters` in all."""

    left: list[list[Piece]]
    right: list[list[Piece]]
    count: int
    characters: int


def sides(left: str, right: str) -> Sides:
    """Mark the shared passages in both texts."""
    shared = shared_passages(left, right)
    return Sides(
        list(_paragraphs(left, [passage.left for passage in shared])),
        list(_paragraphs(right, sorted(passage.right for passage in shared))),
        len(shared),
        sum(passage.left.end - passage.left.start for passage in shared),
    )


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[list[Piece]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield list(_pieces(text, start, end, spans))
        start = end + 1


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Piece]:
    at = start
    for span in spans:
        left, right = max(span.start, at), min(span.end, end)
        if left >= right:
            continue
        if left > at:
            yield Piece(text[at:left])
        yield Piece(text[left:right], hit=True)
        at = right
    if at < end:
        yield Piece(text[at:end])
