"""Language: characters and words written twice by mistake."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import rows
from qianliyan.text.checking.rule import Rule

SINGLE = re.compile(r"([的了在是和与对为将被把及并由向从于到以中不有我这这要使就已])\1")
DOUBLE = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
# Said twice on purpose, or two words that meet: 的的确确, 是是非非, 有没有有.
FINE = re.compile(r"的的确确|是是非非|和和美美|和和气气|了了之|就就|从从容容|时时|刻刻|人人|家家|户户|层层|处处")
HAN = re.compile(r"[\u4e00-\u9fff]+")
LONG_WORDS = (2, 3, 4)
# Where a word ends and one of these stands next, it is mostly a word of its own: 监管管出, 全市市场.
OWN_WORDS = frozenset(
    "的了在是和与对为将被把及并由向从于到以中不有我这就已一二三四五六七八九十百千万亿个年月日时人市县区省镇乡村国州管超大小多新老好用会能可来去出入上下内外前后再又还也都只让给做办看说讲谈想助"
)
PAIRED = re.compile(
    r"(?:一.一.)|(?:几.几.)|(?:半.半.)|(?:[很许好太]多){2}|(?:研究|讨论|商量|考虑|锻炼|交流|调研|学习|宣传|谈谈|想想|试试|看看|走走|多多|少少|常常|往往|渐渐|万万|大大|小小|年年|月月|天天|日日|时时|步步|个个|件件|样样|条条|人人|代代|世世){1,2}|(?:十十|百百|千千|点点|滴滴|津津|欣欣|蒸蒸|孜孜|循循|彬彬|寥寥|比比|头头|面面){1,2}|(?:非常|特别|十分|永远|再三){2}"
)


def twice(context: Context) -> Iterator[Hit]:
    """Find a particle or a word that stands twice in a row, or the end or beginning of a word."""
    text = context.text
    starts = {place: word for place, word in context.words if len(word) > 1}
    ends = {place + len(word) for place, word in starts.items()}
    for match in SINGLE.finditer(text):
        middle = match.start() + 1
        two_words = middle in starts or middle in ends or _of_two_words(text, match.start())
        if not two_words and not FINE.search(text, max(0, match.start() - 2), match.end() + 2):
            yield Hit(*match.span(), f"“{match[1]}”重复，请删去一个。", fix=match[1])
    for match in DOUBLE.finditer(text):
        if len(set(match[1])) > 1 and not PAIRED.fullmatch(match.group()):
            yield Hit(*match.span(), f"“{match[1]}”重复，请删去一个。", fix=match[1])
    yield from _stammered(context.words)


def _stammered(words: list[tuple[int, str]]) -> Iterator[Hit]:
    """Find a word with its last or first character once more beside it: 部门门, 使使用."""
    for (place, one), (_, other) in pairwise(words):
        written = one + other
        if not HAN.fullmatch(written) or len(set(written)) < 2 or {one, other} & OWN_WORDS:
            continue
        if len(one) in LONG_WORDS and other == one[-1]:
            yield Hit(place, place + len(written), f"“{written}”多一个“{other}”，请核对。", fix=one)
        elif len(other) in LONG_WORDS and one == other[0]:
            yield Hit(place, place + len(written), f"“{written}”多一个“{one}”，请核对。", fix=other)


def _of_two_words(text: str, start: int) -> bool:
    """Tell whether the two characters end one word and begin the next: 目的的, 为了了解, 作为为."""
    pair, before, after = text[start : start + 2], text[max(0, start - 1) : start + 1], text[start + 1 : start + 3]
    return (
        before in WORDS_BEFORE.get(pair[0], ())
        or after in WORDS_AFTER.get(pair[0], ())
        or text[max(0, start - 2) : start + 1] in ("有没有", "是不是")
    )


WORDS_BEFORE = {row[1]: frozenset(row[2].split()) for row in rows("meeting_words") if row[0] == "before"}
WORDS_AFTER = {row[1]: frozenset(row[2].split()) for row in rows("meeting_words") if row[0] == "after"}
RULES = (Rule("repeated-word", "语言·重复", Severity.ADVICE, "连写两遍的字词多是误植。", twice),)
