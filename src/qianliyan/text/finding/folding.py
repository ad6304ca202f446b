"""What a search does not distinguish: width and case. Every character keeps its place."""

import re
from collections.abc import Iterator

WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
NARROW = "".join(map(chr, range(0x21, 0x7F)))
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Capital letters last: a wide capital becomes a small letter at once.
FROM = WIDE + CAPITALS + "\u3000"
INTO = NARROW.lower() + CAPITALS.lower() + " "
TABLE = str.maketrans(FROM, INTO)
RUN = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text in narrow, small characters, as long as before."""
    return text.translate(TABLE)


def runs(text: str) -> list[str]:
    """Return what stands between punctuation and blanks: unbroken letters, figures and Han characters, folded."""
    return RUN.findall(fold(text))


def tokens(text: str) -> Iterator[str]:
    """Cut a text into pairs of neighbours; the last character of a run stands alone too.

    So a phrase of pairs cannot reach over punctuation, and the beginning of a token finds every single character.
    """
    for run in runs(text):
        yield from (run[place : place + 2] for place in range(len(run) - 1))
        yield run[-1]
