"""真假·失真: what is left over, against the whole and the part that is done."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.arithmetic import slack_of
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import plain, show, show_value
from qianliyan.text.parsing.numbers import Number

# “126条已整治98条……剩余38条”: what is left is the whole without the part.
LEFT = re.compile(r"(?:剩余|其余|余下|剩下|尚余)的?[^，。；、\d]{0,6}$")
# “12个乡镇中9个已完成，还有4个”: no more than there are; what is left may be only some of it.
ALSO = re.compile(r"[，；](?:还|尚|仍)(?:有|余|剩)[^，。；、\d]{0,4}$")
OF_THEM = re.compile(r"^[^，。；、\d]{0,8}中[^，。；、\d]{0,8}$")
DONE = re.compile(r"^[^，。；、\d]{0,12}(?:已|完成|整改|办结|整治|改造|建成)[^，。；、\d]{0,10}$|" + OF_THEM.pattern)
# “隐患412处，整改完成率95%，未整改隐患41处”
NOT_DONE = re.compile(r"[，；、](?:尚未|未|没有)(?P<done>[\u4e00-\u9fff]{2})[^，。；、\d]{0,6}$")
RATE = re.compile(r"(?P<done>[\u4e00-\u9fff]{2})(?:完成)?率(?:为|达到?|已达|是|约)?$")
FAR = 60
# Long sentences of figures are looked at through a window, or they would take forever.
NEAR = 24
MOST_EARLIER = 20
THING = re.compile(r"[\u4e00-\u9fff]{2}")
# “剩余38条计划明年完成”: what follows is said of them.
NO_THING = frozenset({"计划", "正在", "尚未", "未动", "仍在", "将于", "拟于", "预计", "已列", "还在", "没有", "将在"})


def remainders(context: Context) -> Iterator[Hit]:
    """Hold what is left against the whole and the part, sentence by sentence."""
    for sentence, numbers in context.numbers_by_sentence:
        for place, left in enumerate(numbers):
            if left.approximate or left.percent or not left.unit:
                continue
            before = context.text[max(sentence.start, left.span.start - NEAR) : left.span.start]
            near = numbers[max(0, place - MOST_EARLIER) : place]
            earlier = [one for one in near if left.span.start - one.span.end <= FAR]
            if LEFT.search(before) or ALSO.search(before):
                yield from _without_part(context.text, left, earlier, exactly=bool(LEFT.search(before)))
            elif found := NOT_DONE.search(before):
                yield from _without_rate(context.text, left, earlier, found["done"])
                yield from _not_done(context.text, left, earlier, found["done"])


def _without_part(text: str, left: Number, earlier: Sequence[Number], *, exactly: bool) -> Iterator[Hit]:
    alike = [one for one in earlier if one.unit == left.unit and not one.approximate]
    if len(alike) != 2:
        return
    whole, part = alike
    if _named(text, left) and _named(text, whole) and _named(text, left)[:2] != _named(text, whole)[:2]:
        return
    between = text[whole.span.end : part.span.start]
    if part.value >= whole.value or not (DONE if exactly else OF_THEM).match(between):
        return
    rest = whole.value - part.value
    apart = left.value - rest
    if (abs(apart) if exactly else apart) > slack_of([whole, part, left]):
        worked = f"{show(text, whole)} - {show(text, part)} = {show_value(rest, left)}"
        yield Hit(*left.span, f"余数不符：{worked}，文中写作{show(text, left)}。")


def _named(text: str, number: Number) -> str:
    """Return the two characters after a number that name what it counts, or nothing where the sentence goes on."""
    found = THING.match(text, number.span.end)
    return found.group() if found and found.group() not in NO_THING else ""


def _without_rate(text: str, left: Number, earlier: Sequence[Number], done: str) -> Iterator[Hit]:
    """Hold what is not done against the whole and the rate of what is."""
    if len(earlier) < 2:
        return
    whole, rate = earlier[-2:]
    named = RATE.search(text, whole.span.end, rate.span.start)
    if named is None or named["done"] != done or not rate.percent or whole.unit != left.unit or whole.approximate:
        return
    rest = whole.value * (100 - rate.value) / 100
    if abs(rest - left.value) > whole.value * rate.step / 100 + 1:
        worked = f"{show(text, whole)}的{plain(100 - rate.value)}%是{show_value(rest, left)}"
        yield Hit(*left.span, f"余数不符：{worked}，文中写作{show(text, left)}。")


def _not_done(text: str, left: Number, earlier: Sequence[Number], done: str) -> Iterator[Hit]:
    """Hold “已支出28.2亿元……尚未支出8.3亿元” against the whole before them."""
    amounts = [one for one in earlier if one.unit == left.unit and not one.approximate]
    if len(amounts) != 2 or amounts[1].value >= amounts[0].value:
        return
    said = text[amounts[0].span.end : amounts[1].span.start]
    rest = amounts[0].value - amounts[1].value
    if f"已{done}" in said and abs(rest - left.value) > slack_of([*amounts, left]):
        worked = f"{show(text, amounts[0])} - {show(text, amounts[1])} = {show_value(rest, left)}"
        yield Hit(*left.span, f"余数不符：{worked}，文中写作{show(text, left)}。")


RULES = (
    Rule("remainder", "真假·失真", Severity.ADVICE, "余下的数应等于总数减去已办的数；不等，必有一处有误。", remainders),
)
