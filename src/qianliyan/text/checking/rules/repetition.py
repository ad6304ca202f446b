"""Language: characters and words written twice by mistake."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import rows
from qianliyan.text.checking.rule import Rule

SINGLE = re.compile(r"([的了在是和与对为将被把及并由向从于到以中不有我这这要使就已])\1")
DOUBLE = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
# Said twice on purpose, or two words that meet: 的的确确, 是是非非, 有没有有.
FINE = re.compile(
    r"的的确确|是是非非|和和美美|和和气气|中中|在在|对对|为为|有有|要要|以以|不不|了了之|就就|从从容容|时时|刻刻|人人|家家|户户|层层|处处|到到|使使"
)
PAIRED = re.compile(
    r"(?:一.一.)|(?:几.几.)|(?:半.半.)|(?:[很许好太]多){2}|(?:研究|讨论|商量|考虑|锻炼|交流|调研|学习|宣传|谈谈|想想|试试|看看|走走|多多|少少|常常|往往|渐渐|万万|大大|小小|年年|月月|天天|日日|时时|步步|个个|件件|样样|条条|人人|代代|世世){1,2}|(?:十十|百百|千千|点点|滴滴|津津|欣欣|蒸蒸|孜孜|循循|彬彬|寥寥|比比|头头|面面){1,2}|(?:非常|特别|十分|永远|再三){2}"
)


def twice(context: Context) -> Iterator[Hit]:
    """Find a particle or a word that stands twice in a row."""
    text = context.text
    for match in SINGLE.finditer(text):
        if not FINE.search(text, max(0, match.start() - 2), match.end() + 2) and not _of_two_words(text, match.start()):
            yield Hit(*match.span(), f"“{match[1]}”重复，请删去一个。", fix=match[1])
    for match in DOUBLE.finditer(text):
        if len(set(match[1])) > 1 and not PAIRED.fullmatch(match.group()):
            yield Hit(*match.span(), f"“{match[1]}”重复，请删去一个。", fix=match[1])


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
