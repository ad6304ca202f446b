"""Fixed formulas: lists of which every member is laid down, with one of them wrong or lost."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import rows
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.names import NameList

SETS = tuple((row[0], tuple(row[1].split("、"))) for row in rows("fixed_sets"))
MEMBERS = NameList(member for _, members in SETS for member in members)
ROW = re.compile(r"[\u4e00-\u9fff]{2,14}(?:(?:、|以及|和|及)[\u4e00-\u9fff]{2,14}){2,14}")
JOINT = re.compile("、|以及|和|及")
# Of three members two are not enough to know the list by; there its name must stand near.
KNOWN_BY = 3
NEAR = 24


def enumerations(context: Context) -> Iterator[Hit]:
    """Find a fixed list in which one member is another word."""
    starts = [span.start for span in MEMBERS.found_in(context.text)]
    for match in ROW.finditer(context.text) if len(starts) > 1 else ():
        if bisect_left(starts, match.end()) - bisect_left(starts, match.start()) > 1:
            yield from _against_sets(context.text, match.start(), list(_items(match.group())))


def _items(row: str) -> Iterator[tuple[int, str]]:
    start = 0
    for joint in JOINT.finditer(row):
        yield start, row[start : joint.start()]
        start = joint.end()
    yield start, row[start:]


def _against_sets(text: str, start: int, items: list[tuple[int, str]]) -> Iterator[Hit]:
    words = [word for _, word in items]
    for name, members in SETS:
        if not any(word.endswith(members[0]) or word.startswith(members[1]) for word in words):
            continue
        for place in range(len(words) - len(members) + 1):
            row = words[place : place + len(members)]
            same = [
                _same(word, member, at, len(members))
                for at, (word, member) in enumerate(zip(row, members, strict=True))
            ]
            begin = start + items[place][0]
            known = sum(same) >= KNOWN_BY or name in text[max(0, begin - NEAR) : begin + NEAR * 3]
            if sum(same) == len(members) - 1 and known:
                wrong = same.index(False)
                at = start + items[place + wrong][0]
                written, right = row[wrong], members[wrong]
                yield Hit(
                    at, at + len(written), f"“{name}”是{'、'.join(members)}，文中“{written}”应为“{right}”，请核对。"
                )


def _same(word: str, member: str, at: int, count: int) -> bool:
    """Tell whether a word is the member; the first may have words before it, the last behind it."""
    return word == member or (at == 0 and word.endswith(member)) or (at == count - 1 and word.startswith(member))


RULES = (
    Rule(
        "fixed-enumeration",
        "严·政治差错",
        Severity.BLOCKING,
        "“四个自信”等固定表述的各项及顺序一字不能差；确有根据的，签发人记明理由后方可放行。",
        enumerations,
    ),
)
