"""Quotation marks and brackets: what they enclose, and which have no partner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qianliyan.text.parsing.spans import Span

PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
    "［": "］",
}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
# In （一） and (1) either form of bracket closes the other.
ENDS = frozenset("。！？：；”’」』）】")
SIGN = re.compile("[" + re.escape("".join((*PAIRS, *CLOSING))) + "]")
WIDTHS = {"(": "（", ")": "）"}


@dataclass(frozen=True)
class Enclosed:
    """What stands between a pair of signs, the signs included."""

    span: Span
    sign: str


@dataclass(frozen=True)
class Signs:
    """All pairs of a text, and the signs without partner."""

    pairs: tuple[Enclosed, ...]
    alone: tuple[Span, ...]


def signs_in(text: str, lines: Iterator[Span]) -> Signs:
    """Pair the signs paragraph by paragraph; a line that ends in the middle of a sentence goes on in the next."""
    pairs: list[Enclosed] = []
    alone: list[Span] = []
    open_: list[int] = []
    for line in lines:
        for match in SIGN.finditer(text, *line):
            if match.group() in PAIRS:
                open_.append(match.start())
            else:
                _close(text, match.start(), open_, pairs, alone)
        if text[line.end - 1] in ENDS:
            alone.extend(Span(place, place + 1) for place in open_)
            open_.clear()
    alone.extend(Span(place, place + 1) for place in open_)
    return Signs(tuple(sorted(pairs, key=lambda pair: pair.span)), tuple(sorted(alone)))


def _close(text: str, place: int, open_: list[int], pairs: list[Enclosed], alone: list[Span]) -> None:
    wanted = _wide(CLOSING[text[place]])
    # An English apostrophe looks like a closing single quote.
    if text[place] == "’" and place and text[place - 1].isascii():
        return
    depth = next((depth for depth in range(1, min(4, len(open_)) + 1) if _wide(text[open_[-depth]]) == wanted), 0)
    if not depth:
        alone.append(Span(place, place + 1))
        return
    alone.extend(Span(lost, lost + 1) for lost in open_[len(open_) - depth + 1 :])
    start = open_[-depth]
    del open_[len(open_) - depth :]
    pairs.append(Enclosed(Span(start, place + 1), text[start]))


def _wide(sign: str) -> str:
    return WIDTHS.get(sign, sign)
