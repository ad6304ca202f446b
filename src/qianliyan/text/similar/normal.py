"""The letters, figures and Han characters of a text alone, with the way back to their places."""

import re
import unicodedata
from typing import NamedTuple

KEPT = re.compile(r"[^\W_]")
WORDS = re.compile(r"[^\W_]+")
WIDE = re.compile("[\uff00-\uffef]")


class Normal(NamedTuple):
    """The text without punctuation and blanks; `places` holds where each character stood."""

    text: str
    places: list[int]


def normal(text: str) -> Normal:
    """Drop everything that editing changes freely: punctuation, blanks, width and case."""
    matches = [(match.group(), match.start()) for match in KEPT.finditer(_folded(text))]
    return Normal("".join(sign for sign, _ in matches), [place for _, place in matches])


def bare(text: str) -> str:
    """Return the normal text alone, for those who need no places."""
    return "".join(WORDS.findall(_folded(text)))


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text) if WIDE.search(text) else text
    if len(folded) != len(text):
        # Some signs fold into several; then only the text without them keeps its places.
        folded = "".join(_fold(sign) for sign in text)
    lower = folded.lower()
    return lower if len(lower) == len(text) else folded


def _fold(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign
