"""The changed characters of one sentence, in pieces a person can read."""

from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from qianliyan.text.diffing.rows import Piece
from qianliyan.text.diffing.units import tokens_of

MOST_CELLS = 4_000_000
# A single character that happens to stay between two changes reads as part of the change.
SHORTEST_ISLAND = 2


def pieces_of(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the old sentence in same and removed pieces, the new one in same and added ones."""
    left: list[Piece] = []
    right: list[Piece] = []
    for before, after in _readable(list(_steps(tokens_of(old), tokens_of(new)))):
        if before == after:
            left.append(Piece("same", before))
            right.append(Piece("same", after))
            continue
        if before:
            left.append(Piece("removed", before))
        if after:
            right.append(Piece("added", after))
    return tuple(left), tuple(right)


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    yield "".join(old[:head]), "".join(new[:head])
    if len(left) * len(right) > MOST_CELLS:
        yield "".join(left), "".join(right)
    else:
        for code in LCSseq.opcodes(left, right):
            yield "".join(left[code.src_start : code.src_end]), "".join(right[code.dest_start : code.dest_end])
    yield "".join(old[len(old) - tail :]), "".join(new[len(new) - tail :])


def _shared(left: list[str], right: list[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _readable(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbouring changes, and swallow islands of a character between two of them."""
    steps = [step for step in steps if step != ("", "")]
    joined: list[tuple[str, str]] = []
    for place, step in enumerate(steps):
        inner = 0 < place < len(steps) - 1 and step[0] == step[1] and len(step[0]) < SHORTEST_ISLAND
        if joined and _same(joined[-1]) == (_same(step) and not inner):
            joined[-1] = (joined[-1][0] + step[0], joined[-1][1] + step[1])
        else:
            joined.append(step)
    return joined


def _same(step: tuple[str, str]) -> bool:
    return step[0] == step[1]
