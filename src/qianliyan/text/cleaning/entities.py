"""Characters written as HTML names or numbers: &nbsp; &#65292; &ldquo;."""

import html
import re

from qianliyan.text.cleaning.report import line_of
from qianliyan.text.importers.imported import Notes

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")


def read_entities(text: str, notes: Notes) -> str:
    """Write the characters themselves; what is no entity stays."""
    read: list[str] = []
    first: int | None = None
    times = end = 0
    for match in ENTITY.finditer(text):
        sign = html.unescape(match.group())
        if sign != match.group():
            read.extend((text[end : match.start()], sign))
            end, times = match.end(), times + 1
            first = match.start() if first is None else first
    if first is None:
        return text
    notes.add("entities", line=line_of(text, first), sample=text[max(0, first - 4) : first + 12], times=times)
    return "".join((*read, text[end:]))
