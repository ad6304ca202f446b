"""Break long titles between words so that the lines form a trapezoid or a diamond (GB/T 9704-2012, 7.3.1)."""

import importlib
import math
import unicodedata
from functools import cache
from itertools import combinations, pairwise
from types import ModuleType

CLOSING = frozenset("，。、；：？！）》”’】〉」』…—·%℃")
OPENING = frozenset("（《“‘【〈「『")
# A line of a title should not begin with these words, though a break there would cut no word.
CLINGING = frozenset("的了和与及等之地得着在为")
MOST_WAYS = 5000


def width(text: str) -> float:
    """Count the full-width characters a text takes; Latin letters and digits are half as wide."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def broken(title: str, room: float) -> str:
    """Give the title with a newline where each line ends; one that fits stays one line."""
    title = "".join(title.split("\n"))
    if width(title) <= room:
        return title
    positions = breakable(title)
    fewest = math.ceil(width(title) / room)
    for lines in (fewest, fewest + 1):
        best = cheapest(title, positions, lines, room)
        if best:
            return "\n".join(best)
    return title


def cheapest(title: str, positions: list[int], lines: int, room: float) -> list[str]:
    """Try all ways to break into so many lines and take the one with the best shape."""
    if lines > 4 or math.comb(len(positions), lines - 1) > MOST_WAYS:
        return []
    best, least = [], math.inf
    for cuts in combinations(positions, lines - 1):
        parts = [title[a:b] for a, b in pairwise((0, *cuts, len(title)))]
        price = cost([width(part) for part in parts], room)
        if price < least:
            best, least = parts, price
    return best


def cost(widths: list[float], room: float) -> float:
    """Price a shape: too wide is impossible, uneven is dear, hourglasses and blocks are dearer than trapezoids."""
    if max(widths) > room:
        return math.inf
    mean = sum(widths) / len(widths)
    uneven = sum((one - mean) ** 2 for one in widths)
    falling = all(a > b for a, b in pairwise(widths))
    rising = all(a < b for a, b in pairwise(widths))
    peak = widths.index(max(widths))
    diamond = 0 < peak < len(widths) - 1 and all(
        a < b if i < peak else a > b for i, (a, b) in enumerate(pairwise(widths))
    )
    shape = 0.0 if falling or diamond else 1.0 if rising else 12.0
    return uneven + shape + (8.0 if min(widths) < 4 else 0.0)


def breakable(title: str) -> list[int]:
    """Find where a line may end: between words, never before closing or after opening marks."""
    places, at, depth = [], 0, 0
    for word in segmenter().cut(title, hmm=True):
        if at and may_break(title, at, word, depth):
            places.append(at)
        at += len(word)
        depth += sum(c in OPENING for c in word) - sum(c in "）》”’】〉」』" for c in word)
    return places


@cache
def segmenter() -> ModuleType:
    """Load the dictionary of words only when some title is too long for one line."""
    return importlib.import_module("rjieba")


def may_break(title: str, at: int, word: str, depth: int) -> bool:
    """Say whether the line may end right before `word`."""
    before, after = title[at - 1], title[at]
    if after in CLOSING or before in OPENING or word in CLINGING:
        return False
    if before.isdigit() or (before == "第" and after.isdigit()):
        return False
    # Short quotations stay on one line.
    return depth <= 0 or width(title) > 30
