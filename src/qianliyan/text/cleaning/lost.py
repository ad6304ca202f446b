"""Characters lost to question marks: restored where the text itself or a fixed phrase leaves no doubt, else marked."""

import re
from functools import lru_cache

import rjieba

from qianliyan.text.importers.imported import Notes

MARK = "【缺字】"
# GB 2312, first level.
EVERYDAY = tuple(
    bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
)
HAN = r"\u4e00-\u9fff"
HOLE = re.compile(
    rf"\ufffd+|(?<=[{HAN}，。、：；“（《])\?{{1,4}}(?=[{HAN}，。、：；”）》])|(?<=[{HAN}])\?{{2,4}}(?=\s|$)"
)
ASKING = re.compile(r"[吗呢么何谁哪几怎]|什么|是否|能否|可否|难道|多少|不是")
# A text with more holes than this is lost as a whole.
MOST_SEARCHED = 200
# How many characters must agree before and after: three in all, and at least one of them next to the hole.
CONTEXTS = ((3, 0), (2, 1), (1, 2), (0, 3))


def restore_lost(text: str, notes: Notes) -> str:
    """Fill the holes that have exactly one filling, mark the others for a person."""
    holes = [match for match in HOLE.finditer(text) if not _asks(text, match)]
    pieces: list[str] = []
    end = line = 0
    for number, match in enumerate(holes):
        before, after = text[max(0, match.start() - 6) : match.start()], text[match.end() : match.end() + 6]
        filling = ""
        if number < MOST_SEARCHED:
            filling = _from_text(text, before, after) or _from_phrases(before, after)
        line += text.count("\n", end, match.start())
        sample = text[max(0, match.start() - 5) : match.end() + 5]
        notes.add("restored" if filling else "missing", line=line + 1, sample=sample)
        pieces.extend((text[end : match.start()], filling or MARK))
        end = match.end()
    return "".join((*pieces, text[end:]))


def _asks(text: str, match: re.Match[str]) -> bool:
    """Tell whether a single question mark ends a question."""
    if match.group() != "?":
        return False
    clause = re.split(r"[，。；：\n]", text[max(0, match.start() - 30) : match.start()])[-1]
    return ASKING.search(clause) is not None


def _from_text(text: str, before: str, after: str) -> str:
    """Return the character that stands elsewhere in the text beside the same neighbours, if there is only one."""
    fillings: set[str] = set()
    for taken, given in CONTEXTS:
        left, right = before[len(before) - taken :] if taken else "", after[:given]
        if re.fullmatch(rf"[{HAN}]{{{taken}}}", left) and re.fullmatch(rf"[{HAN}]{{{given}}}", right):
            fillings.update(re.findall(rf"{left}([{HAN}]){right}", text))
    return fillings.pop() if len(fillings) == 1 else ""


def _from_phrases(before: str, after: str) -> str:
    """Return the filling if just one phrase of four characters fits, three of them being there."""
    left, right = re.search(rf"[{HAN}]*$", before), re.match(rf"[{HAN}]*", after)
    one, other = left.group() if left else "", right.group() if right else ""
    fillings: set[str] = set()
    for taken in range(4):
        if taken <= len(one) and 3 - taken <= len(other):
            fillings |= _phrases(one[len(one) - taken :], other[: 3 - taken])
    return fillings.pop() if len(fillings) == 1 else ""


@lru_cache(maxsize=1000)
def _phrases(before: str, after: str) -> frozenset[str]:
    """Return the everyday characters that make a word of the dictionary between these neighbours."""
    return frozenset(sign for sign in EVERYDAY if rjieba.has_word(before + sign + after))
