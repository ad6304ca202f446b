"""Cuts text into sentences: a full stop, question or exclamation mark with the closing signs that follow it."""

import re
from collections.abc import Iterator

from qianliyan.text.parsing.spans import Span

# A quotation that ends in a full stop ends the sentence only if nothing but closing signs follow.
SENTENCE = re.compile(r"[^。！？!?\n]*(?:(?:[。！？!?]|…{2,}(?=\n|$))[”’」』）)》]*|\n|$)")
# Marks without width that pages leave behind.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def sentences_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences between `start` and `end`, without the white space around them."""
    end = len(text) if end is None else end
    place = start
    while place < end:
        match = SENTENCE.match(text, place, end)
        stop = match.end() if match and match.end() > place else end
        found = trimmed(text, place, stop)
        if found.end > found.start:
            yield found
        place = stop


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return Span(start, end)
