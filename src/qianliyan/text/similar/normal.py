"""The letters, figures and Han characters of a text alone, with the way back to their places."""

import re
import unicodedata
from typing import NamedTuple

KEPT = re.compile(r"[^\W_]")


class Normal(NamedTuple):
    """The text without punctuation and blanks; `places` holds where each character stood."""

    text: str
    places: list[int]


def normal(text: str) -> Normal:
    """Drop everything that editing changes freely: punctuation, blanks, width and case."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text) if _has_wide(text) else text
    if len(folded) != len(text):
        # Some signs fold into several; then only the text without them keeps its places.
        folded = "".join(_fold(sign) for sign in text)
    folded = folded.lower() if len(folded.lower()) == len(text) else folded
    matches = [(match.group(), match.start()) for match in KEPT.finditer(folded)]
    return Normal("".join(sign for sign, _ in matches), [place for _, place in matches])


def _has_wide(text: str) -> bool:
    return any("\uff00" <= sign <= "\uffef" for sign in text)


def _fold(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign
