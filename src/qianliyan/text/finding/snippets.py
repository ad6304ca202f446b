"""What a reader sees of a hit: the title and the best stretch of the text, the found words marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qianliyan.text.finding.asking import Query
from qianliyan.text.finding.folding import fold

WIDTH = 96
BEFORE = 18
MOST_PLACES = 200


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `hit` says that it was asked for."""

    text: str
    hit: bool = False


def marked(text: str, query: Query) -> list[Piece]:
    """Return the whole text in pieces."""
    return _cut(text, 0, len(text), _places(fold(text), query))


def snippet(text: str, query: Query, *, width: int = WIDTH) -> list[Piece]:
    """Return the stretch with the most different terms, the earliest of them; the beginning if there is none."""
    places = _places(fold(text), query)
    start = _best_start(places, width)
    end = min(len(text), start + width)
    pieces = _cut(text, start, end, places)
    head, tail = [Piece("…")] if start else [], [Piece("…")] if end < len(text) else []
    return [*head, *pieces, *tail]


def _places(folded: str, query: Query) -> list[tuple[int, int]]:
    words = sorted({run for term in query.wanted for run in term.runs}, key=lambda run: -len(run))
    if not words:
        return []
    pattern = re.compile("|".join(map(re.escape, words)))
    return [match.span() for _count, match in zip(range(MOST_PLACES), pattern.finditer(folded), strict=False)]


def _best_start(places: Sequence[tuple[int, int]], width: int) -> int:
    """Take the first place from which the most characters of hits can be seen."""
    best, chosen, last, seen = 0, 0, 0, 0
    for first, (start, _end) in enumerate(places):
        while last < len(places) and places[last][1] <= start + width - BEFORE:
            seen += places[last][1] - places[last][0]
            last += 1
        if seen > best:
            best, chosen = seen, start
        seen -= places[first][1] - places[first][0] if last > first else 0
        last = max(last, first + 1)
    return max(0, chosen - BEFORE)


def _cut(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for left, right in places:
        if left < at or right > end:
            continue
        if left > at:
            pieces.append(Piece(_line(text[at:left])))
        pieces.append(Piece(text[left:right], hit=True))
        at = right
    return [*pieces, Piece(_line(text[at:end]))] if at < end else pieces


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
