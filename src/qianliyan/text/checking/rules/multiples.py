"""真假·失真: 倍, 翻番, 过半 and 三分之二, against the figures they are said of."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.growth import FROM, UP
from qianliyan.text.checking.showing import plain, show
from qianliyan.text.parsing.numbers import Number

TO = re.compile(rf"^[^，。；\d]{{0,14}}?(?:{UP})(?:到了?|至|为)(?:了|约|近)?[^，。；\d]{{0,10}}$")
TIMES = re.compile(
    r"^[^，。；\d]{0,4}[，,（(][^，。；、\d]{0,6}?"
    r"(?:(?P<on>增长|增加|提高|上升|扩大|上涨)了?(?P<on_times>\d+(?:\.\d+)?|[一两二三四五六七八九十])倍"
    r"|(?:是|为)[^，。；\d]{0,8}?的(?P<of_times>\d+(?:\.\d+)?|[两二三四五六七八九十])倍"
    r"|翻了?(?P<doubled>[一两二三]|\d)番)"
)
WORDS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
# “126户业主中，同意的58户，超过半数”
HALF = re.compile(r"^[^，。；\d]{0,6}[，,（(](?:已)?(?:超过?一半|过半|超过?半数|半数以上|一半以上|过半数|占一半以上)")
OF_THEM = re.compile(r"^[^，。；\d]{0,14}中[，,]?[^，。；\d]{0,12}$")
# A figure of two places may be rounded, a doubling is said of what comes near it.
LOOSE = {"doubled": 15, "times": 8}


def multiples(context: Context) -> Iterator[Hit]:
    """Hold multiples against the pair of figures before them."""
    text = context.text
    if "倍" not in text and "番" not in text and "半" not in text:
        return
    for sentence, numbers in context.numbers_by_sentence:
        for one, other in pairwise(numbers):
            if one.unit != other.unit or one.percent or one.value <= 0:
                continue
            between = text[one.span.end : other.span.start]
            after = text[other.span.end : min(sentence.end, other.span.end + 24)]
            if TO.match(between) and FROM.search(text, max(0, one.span.start - 16), one.span.start):
                yield from _times(text, one, other, after)
            half = HALF.match(after)
            if half and OF_THEM.match(between) and other.value * 2 <= one.value:
                share = plain(other.value * 100 / one.value)
                said = f"{show(text, other)}占{show(text, one)}的{share}%，没有过半，请核对。"
                yield Hit(other.span.start, other.span.end + half.end(), said)


def _times(text: str, old: Number, new: Number, after: str) -> Iterator[Hit]:
    said = TIMES.match(after)
    if said is None or new.value <= old.value:
        return
    really = new.value / old.value
    if said["doubled"]:
        wanted, loose = 2 ** _count(said["doubled"]), LOOSE["doubled"]
    else:
        wanted, loose = _count(said["on_times"] or said["of_times"]) + (1 if said["on"] else 0), LOOSE["times"]
    if abs(really - wanted) * 100 > wanted * loose and not (old.approximate or new.approximate):
        start, end = new.span.end + said.start(), new.span.end + said.end()
        start += len(said.group()) - len(said.group().lstrip("，,（("))
        yield Hit(
            start,
            end,
            f"倍数与数字不符：{show(text, new)}是{show(text, old)}的{plain(really)}倍，增长{plain(really - 1)}倍，"
            f"文中写作“{text[start:end]}”。",
        )


def _count(written: str) -> float:
    return WORDS.get(written) or float(written)


RULES = (Rule("multiple", "真假·失真", Severity.ADVICE, "“增长N倍”“翻番”“过半”要由前后两数算得出来。", multiples),)
