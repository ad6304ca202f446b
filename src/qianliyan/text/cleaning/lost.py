"""Characters lost to question marks: restored where the text itself or a fixed phrase leaves no doubt, else marked."""

import re
from functools import cache
from importlib import import_module

import rjieba

from qianliyan.text.checking.lists import rows
from qianliyan.text.importers.imported import Notes

MARK = "【缺字】"
# GB 2312, first level.
EVERYDAY = tuple(
    sign
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (sign := bytes((row, cell)).decode("gb2312", "ignore"))
)
HAN = r"\u4e00-\u9fff"
HOLE = re.compile(
    rf"\ufffd+|(?<=[{HAN}，。、：；“（《])\?{{1,4}}(?=[{HAN}，。、：；”）》\d])|(?<=[{HAN}])\?{{2,4}}(?=\s|$)"
)
# What lost characters look like after two wrong readings.
JUNK = re.compile("(?:锟斤拷)+锟?|烫{3,}|屯{3,}")
ASKING = re.compile(r"[吗呢么何谁哪几怎]|什么|是否|能否|可否|难道|多少|不是")
# A text with more holes than this is lost as a whole.
MOST_SEARCHED = 200
# How many characters must agree before and after the hole.
CONTEXTS = ((3, 0), (2, 1), (1, 2), (0, 3))


def restore_lost(text: str, notes: Notes) -> str:
    """Fill the holes that have exactly one filling, mark the others for a person."""
    text = JUNK.sub("\ufffd", text)
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
    """Return the character that stands elsewhere beside the same neighbours, if there is only one and it reads well."""
    fillings: set[str] = set()
    for taken, given in CONTEXTS:
        left, right = before[len(before) - taken :] if taken else "", after[:given]
        if re.fullmatch(rf"[{HAN}]{{{taken}}}", left) and re.fullmatch(rf"[{HAN}]{{{given}}}", right):
            fillings.update(re.findall(rf"{left}([{HAN}]){right}", text))
    filling = fillings.pop() if len(fillings) == 1 else ""
    return filling if filling and _in_a_word(before, filling, after) else ""


def _in_a_word(before: str, filling: str, after: str) -> bool:
    """Tell whether a character becomes part of a longer word at its place."""
    place = 0
    for word in rjieba.cut(before + filling + after, hmm=False):
        if place <= len(before) < place + len(word):
            return len(word) > 1
        place += len(word)
    return False


def _from_phrases(before: str, after: str) -> str:
    """Return the filling if just one set phrase of four characters fits, three of them being there."""
    left, right = re.search(rf"[{HAN}]*$", before), re.match(rf"[{HAN}]*", after)
    one, other = left.group() if left else "", right.group() if right else ""
    fillings: set[str] = set()
    for taken in range(4):
        if taken <= len(one) and 3 - taken <= len(other):
            fillings |= _phrases().get((one[len(one) - taken :], other[: 3 - taken]), frozenset())
    return fillings.pop() if len(fillings) == 1 else ""


@cache
def _phrases() -> dict[tuple[str, str], frozenset[str]]:
    """Index the set phrases by what stands before and after each of their characters."""
    index: dict[tuple[str, str], frozenset[str]] = {}
    # Loaded only for texts with holes. Our own list of often misspelt phrases has those the dictionary lacks.
    known = import_module("pypinyin.phrases_dict").phrases_dict
    for phrase in {*known, *(row[1] for row in rows("confusables"))}:
        if len(phrase) == 4:
            for place in range(4):
                key = (phrase[:place], phrase[place + 1 :])
                index[key] = index.get(key, frozenset()) | {phrase[place]}
    return index


def singles(words: str) -> int:
    """Count the characters that make no word with their neighbours."""
    return sum(len(word) == 1 for word in rjieba.cut(words, hmm=False))
