"""Heading numbers by GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）; below them ① by custom."""

import re
from typing import NamedTuple

from qianliyan.text.numerals import from_chinese

CHINESE = "〇零一二三四五六七八九十百"
MARKERS = (
    (1, re.compile(rf"([{CHINESE}]{{1,4}})、")),
    (2, re.compile(rf"[（(]([{CHINESE}]{{1,4}})[）)](?:、)?")),
    (3, re.compile(r"(\d{1,2}|[０-９]{1,2})(?:[.．](?:(?![0-9０-９])|(?=[0-9]{4}年|[0-9]{1,2}月))|、)")),
    (4, re.compile(r"[（(](\d{1,2}|[０-９]{1,2})[）)](?:、)?")),
    (5, re.compile(r"([①-⑳])")),
)
# Laws and rules number by chapters and articles; these stand outside the levels of a paper.
ARTICLE = re.compile(rf"第([{CHINESE}\d]{{1,4}})([编章节条])[\s　]*")
# "1.96个小区…" is a heading number only among its like: "2.…" follows or stood before.
DOUBTFUL = re.compile(r"(\d{1,2})[.．](?=\d)")
FIRST_CIRCLED = ord("①")
# What a number may begin with: most lines begin otherwise.
FIRST_SIGNS = frozenset(f"{CHINESE}（(0123456789０１２３４５６７８９") | frozenset(
    map(chr, range(ord("①"), ord("⑳") + 1))
)


class Marker(NamedTuple):
    """The number at the front of a line: its level, value, and how many characters it takes."""

    level: int
    number: int
    length: int


def marker_at(line: str) -> Marker | None:
    """Return the heading number the line begins with, or None."""
    if line[:1] not in FIRST_SIGNS:
        return None
    for level, pattern in MARKERS:
        match = pattern.match(line)
        if match:
            return Marker(level, _value(match[1]), match.end())
    return None


def doubtful_marker(line: str, before: str, after: str) -> Marker | None:
    """Return the number of a line such as "1.96个小区" if its neighbours show that it numbers the line."""
    match = DOUBTFUL.match(line)
    if match is None:
        return None
    number = int(match[1])
    neighbours = (re.match(r"(\d{1,2})[.．]", neighbour) for neighbour in (before, after))
    wanted = (number - 1, number + 1)
    listed = any(found and int(found[1]) == near for found, near in zip(neighbours, wanted, strict=True))
    return Marker(3, number, match.end()) if listed else None


def _value(written: str) -> int:
    if "①" <= written <= "⑳":
        return ord(written) - FIRST_CIRCLED + 1
    if written.isdecimal():
        return int(written)
    return from_chinese(written) or 0
