"""Which unit of the new text took the place of which unit of the old.

Units that occur once on either side anchor the rest (patience); what lies between two anchors is aligned exactly
when it is small and left apart when it is not, so that the time stays bounded.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

Pair = tuple[int | None, int | None]
MOST_CELLS = 4_000_000
MOST_LIKENESSES = 40_000
# A gap of twenty thousand characters on both sides takes some tenths of a second.
MOST_CHARACTERS = 400_000_000
ALIKE = 0.5


def equal_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of equal units in an order that both texts keep."""
    pairs: list[tuple[int, int]] = []
    for a, b, c, d in _gaps(_anchors(old, new), len(old), len(new)):
        if 0 < (b - a) * (d - c) <= MOST_CELLS:
            pairs.extend((a + i, c + j) for i, j in _common(old[a:b], new[c:d]))
        if b < len(old):
            pairs.append((b, d))
    return pairs


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return all units in reading order: equal and alike ones in pairs, others alone."""
    pairs: list[Pair] = []
    for a, b, c, d in _gaps(equal_pairs(old, new), len(old), len(new)):
        pairs.extend(_alike(old, new, (a, b, c, d)))
        if b < len(old):
            pairs.append((b, d))
    return pairs


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    once = {unit for unit, count in Counter(old).items() if count == 1}
    once &= {unit for unit, count in Counter(new).items() if count == 1}
    places = {unit: place for place, unit in enumerate(new) if unit in once}
    candidates = [(place, places[unit]) for place, unit in enumerate(old) if unit in once]
    return _longest_rising(candidates)


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, right) in enumerate(pairs):
        rank = bisect_left(tails, right)
        tails[rank : rank + 1] = [right]
        ends[rank : rank + 1] = [place]
        before.append(ends[rank - 1] if rank else -1)
    chosen, place = [], ends[-1] if ends else -1
    while place >= 0:
        chosen.append(pairs[place])
        place = before[place]
    return chosen[::-1]


def _gaps(pairs: list[tuple[int, int]], olds: int, news: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield what lies before each pair and after the last, as (old from, to, new from, to)."""
    left = right = 0
    for old, new in [*pairs, (olds, news)]:
        yield left, old, right, new
        left, right = old + 1, new + 1


def _common(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def _alike(old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int]) -> list[Pair]:
    a, b, c, d = gap
    if not comparable(old[a:b], new[c:d]):
        return [*((i, None) for i in range(a, b)), *((None, j) for j in range(c, d))]
    best = _best_sums(old[a:b], new[c:d])
    pairs: list[Pair] = []
    i = j = 0
    while a + i < b or c + j < d:
        if a + i < b and c + j < d and best[i][j][1] == "both":
            pairs.append((a + i, c + j))
            i, j = i + 1, j + 1
        elif a + i < b and (c + j == d or best[i][j][1] == "old"):
            pairs.append((a + i, None))
            i += 1
        else:
            pairs.append((None, c + j))
            j += 1
    return pairs


def comparable(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether every old unit can be held against every new one in bounded time."""
    characters = sum(map(len, old)) * sum(map(len, new))
    return len(old) * len(new) <= MOST_LIKENESSES and characters <= MOST_CHARACTERS


def _best_sums(old: Sequence[str], new: Sequence[str]) -> list[list[tuple[float, str]]]:
    """Fill, from the end, the greatest sum of likenesses and the step that leads to it."""
    best = [[(0.0, "")] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            likeness = Indel.normalized_similarity(old[i], new[j], score_cutoff=ALIKE)
            best[i][j] = max(
                (best[i + 1][j][0], "old"),
                (best[i][j + 1][0], "new"),
                (best[i + 1][j + 1][0] + likeness if likeness else -1.0, "both"),
            )
    return best
