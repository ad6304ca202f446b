"""真假·失真: shares of one whole that leave nothing over and do not come to a hundred per cent."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qianliyan.text.checking.arithmetic import agree, qualifies
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import plain, show
from qianliyan.text.parsing.numbers import Number

# “占55%……占32%……其他占21%”: with the others there is nothing left.
SHARED = re.compile(r"占(?:比(?:为|达)?)?(?:约|仅|近)?$")
THE_OTHERS = re.compile(r"(?:其他|其余|剩余|余下)[^，。；、\d%]{0,12}占(?:比(?:为|达)?)?$")
NEAR, FAR = 24, 120
SEVERAL_ANSWERS = re.compile(r"多选|可选多项|同时")
# “线上销售占62.5%，线下销售占47.5%”: no third is left. “满意的占86%、不满意的占5%”: nobody is both.
PAIR = re.compile(
    r"男[^。；]{0,14}女|女[^。；]{0,14}男|城镇[^。；]{0,14}(?:农村|乡村)|公办[^。；]{0,12}民办|国有[^。；]{0,12}民营|线上[^。；]{0,14}线下"
    r"|室内[^。；]{0,12}室外|省内[^。；]{0,12}省外|市内[^。；]{0,12}市外|内销[^。；]{0,12}外销|出口[^。；]{0,12}进口|进口[^。；]{0,12}出口"
)
# Who is asked may say yes to several things.
MOST_WRONG = 130
CLAUSE = re.compile("[，。；：]")
COUNTED = re.compile(r"的?占.*$")
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
MANIFOLD = re.compile(r"反映|认为|表示|选择|存在|需要|希望|面临|关注|担心")


def divided(context: Context) -> Iterator[Hit]:
    """Find shares that leave nothing over and do not come to a hundred per cent."""
    for sentence, numbers in context.numbers_by_sentence:
        row: list[Number] = []
        for place, number in enumerate(numbers):
            before = context.text[max(sentence.start, number.span.start - NEAR) : number.span.start]
            between = context.text[numbers[place - 1].span.end if place else sentence.start : number.span.start]
            if row and "其中" in between:
                break  # the shares of a part: what comes to a hundred here, nobody can say
            row = [] if "；" in between else row
            if number.percent and SHARED.search(before):
                row.append(number)
                if THE_OTHERS.search(before) and len(row) > 1 and not _several(context.text, sentence.start, row):
                    yield from _all(context.text, row)
                    row = []


def _several(text: str, start: int, row: Sequence[Number]) -> bool:
    """Tell whether whoever was asked might give several answers."""
    return SEVERAL_ANSWERS.search(text, max(start, row[0].span.start - FAR), row[-1].span.end + NEAR) is not None


def _all(text: str, row: Sequence[Number]) -> Iterator[Hit]:
    added = sum((one.value for one in row), Fraction(0))
    loose = any(one.approximate for one in row)
    if not agree(added - 100, Fraction(5) if loose else sum((one.step for one in row), Fraction(0)) / 2):
        said = " + ".join(show(text, one) for one in row)
        yield Hit(*row[-1].span, f"各部分占比之和不是100%：{said} = {plain(added)}%。")


def pairs(context: Context) -> Iterator[Hit]:
    """Find two shares that leave no third, and grades of one scale, that do not come to a hundred per cent."""
    text = context.text
    for sentence, numbers in context.numbers_by_sentence:
        row: list[Number] = []
        start = sentence.start
        for number in numbers:
            if not number.percent and qualifies(text, number):
                continue
            label = text[start : number.span.start]
            together = number.percent and SHARED.search(label) and not THE_OTHERS.search(label)
            if row and (not together or "其中" in label or "；" in label):
                yield from _pair(text, row, sentence.start)
                row = []
            if together:
                row.append(number)
            start = number.span.end
        yield from _pair(text, row, sentence.start)


def _pair(text: str, row: Sequence[Number], start: int) -> Iterator[Hit]:
    if len(row) < 2 or not 90 <= sum((one.value for one in row), Fraction(0)) <= MOST_WRONG:
        return
    labels = _labels(text, row, start)
    if MANIFOLD.search("".join(labels)) or _several(text, start, row):
        return
    together = "，".join(labels)
    if (len(row) == 2 and PAIR.search(together)) or (len(row) > 2 and _kinds_of_one(labels)):
        yield from _all(text, row)


def _labels(text: str, row: Sequence[Number], start: int) -> list[str]:
    """Return the words before every share of a row."""
    starts = [max(start, row[0].span.start - 14), *(one.span.end for one in row)]
    labels = (text[begin : one.span.start] for begin, one in zip(starts, row, strict=False))
    return [CLAUSE.split(label.strip("，、；"))[-1] for label in labels]


def _kinds_of_one(labels: Sequence[str]) -> bool:
    """Tell whether two characters stand in every label: 满意, 基本满意, 不满意."""
    first = COUNTED.sub("", labels[0])
    pairs = {first[at : at + 2] for at in range(len(first) - 1)}
    return any(HAN.fullmatch(pair) and all(pair in label for label in labels) for pair in pairs)


def shared(context: Context) -> Iterator[Hit]:
    """Find shares that leave nothing over: with 其他, in pairs, or by grades."""
    if context.text.count("占") > 1:
        yield from divided(context)
        yield from pairs(context)


RULES = (Rule("shares-of-all", "真假·失真", Severity.ADVICE, "连“其他”一起算的占比，合计应为100%。", shared),)
