"""真假·失真: 分别 with more or fewer figures than things."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.numbers import Number

SAID = r"(?:增长|下降|提高|降低|上升|回落|减少|增加|完成|达到|占|为|达|是|有)?(?:了|到|至|约)?"
EACH = re.compile(rf"分别(?:同比|环比|比上年(?:同期)?)?{SAID}$")
NEXT = re.compile(rf"^(?:、|和|及|以及|，而|，(?=[增下提降上回减]))(?:同比|环比)?{SAID}$")
ITEM = r"(?:(?!分别|同比)[\u4e00-\u9fff“”A-Za-z]){1,14}"
NAMES = re.compile(rf"(?P<names>{ITEM}(?:、{ITEM}){{0,8}}(?:(?:和|及|与|以及){ITEM})?)(?:同比|环比)?$")
# “其增速分别为” and the like speak of things named before; what is counted in two clauses has two figures there.
FAR = 60
CLAUSE = re.compile(r"[，。；：（）\n]")


def respectively(context: Context) -> Iterator[Hit]:
    """Hold the figures after 分别 against the things before it."""
    if "分别" not in context.text:
        return
    for sentence, numbers in context.numbers_by_sentence:
        for place, first in enumerate(numbers):
            start = max(sentence.start, first.span.start - 14)
            each = EACH.search(context.text, start, first.span.start)
            if each and not first.approximate:
                row = _row(context.text, numbers, place)
                yield from _held(context.text, max(sentence.start, each.start() - FAR), each.start(), row)


def _row(text: str, numbers: Sequence[Number], place: int) -> list[Number]:
    row = [numbers[place]]
    for number in numbers[place + 1 : place + 12]:
        if not NEXT.match(text[row[-1].span.end : number.span.start]):
            break
        row.append(number)
    return row


def _held(text: str, start: int, end: int, row: Sequence[Number]) -> Iterator[Hit]:
    named = NAMES.search(CLAUSE.split(text[start:end])[-1])
    names = named["names"].split("、") if named else [""]
    joined = len(names) - 1 + len(re.split("和|及|与|以及", names[-1]))
    ends = text[row[-1].span.end : row[-1].span.end + 1] in "。；\n"
    alone = len(row) == 1 and joined < 2 and ends
    if alone or (len(names) > 1 and len(row) > 1 and len(row) not in (len(names), joined)):
        said = "后面只有一个数" if alone else f"前面是{joined}项，后面是{len(row)}个数"
        yield Hit(end, row[-1].span.end, f"“分别”前后不对应：{said}，请核对。")


RULES = (Rule("respectively", "真假·失真", Severity.ADVICE, "“分别”前有几项，后面就要有几个数。", respectively),)
