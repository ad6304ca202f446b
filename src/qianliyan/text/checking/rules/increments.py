"""真假·失真: what came on top, against the rate of growth and the result."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.arithmetic import slack_of
from qianliyan.text.checking.changes import compared
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.growth import AVERAGE, DOWN, UP
from qianliyan.text.checking.showing import show, show_value
from qianliyan.text.parsing.numbers import Number

AGAINST = r"(?:同比|环比|[比较](?:上年|去年|上月|上季度|前年|年初|上年末|去年底|上年底)(?:同期|同月)?)"
# “收入48.6亿元，同比增长5.2%，增收1.2亿元”
RATE = re.compile(rf"^[，,（(]{AGAINST}?(?:净)?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?约?$")
ON_TOP = re.compile(r"^[）)]?[，,、](?:同比|净)?(?:(?P<up>增收|增加|增长|多增|增)|(?P<down>减收|减少|少增|减))了?$")
# “余额1260万元，比年初增加86亿元”: nothing can have grown by more than there is.
GROWN = re.compile(rf"^[，,（(](?:其中)?{AGAINST}(?:净|新)?(?:增加|增长|增|多)了?约?$")
MAY_BE_NEGATIVE = re.compile(r"利润|净|差额|顺差|逆差|增量|温|亏|收支")
# “失业率5.2%，较上年同期下降0.3个百分点，上年同期为4.9%”, “进出口12.8亿元，同比增长32%，去年同期为10.8亿元”
CHANGED = re.compile(rf"^[，,（(]{AGAINST}净?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?约?$")
BASE = re.compile(r"^[，,；（(](?:而)?(?:上年|去年|上月|上季度|前年)(?:同期|同月|末)?(?:为|是|仅为?|达)?$")
# “机插率较上年提高6个百分点，达到62%，上年为58%”
CHANGE_FIRST = re.compile(rf"{AGAINST}净?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?$")
REACHED = re.compile(r"^[，,](?:已)?(?:达到?|为|升至|降至|提高到|下降到|是)$")


def increments(context: Context) -> Iterator[Hit]:
    """Hold a result, its rate of growth and its increase against each other."""
    text = context.text
    for sentence, numbers in context.numbers_by_sentence:
        for place in range(len(numbers) - 1):
            result, second = numbers[place], numbers[place + 1]
            third = numbers[place + 2 : place + 3]
            if result.unit in ("", "年", "天", "岁", "℃") or result.value <= 0:
                continue
            if result.unit == second.unit and not result.percent:
                yield from _more_than_all(text, sentence.start, result, second)
            elif second.percent and third and third[0].unit == result.unit:
                yield from _by_rate(text, result, second, third[0])
            if third:
                yield from _with_base(text, result, second, third[0])


def _more_than_all(text: str, start: int, result: Number, grown: Number) -> Iterator[Hit]:
    said = GROWN.match(text[result.span.end : grown.span.start])
    label = text[max(start, result.span.start - 12) : result.span.start]
    if said and grown.value > result.value and not MAY_BE_NEGATIVE.search(label):
        yield Hit(
            result.span.start,
            grown.span.end,
            f"增加的{show(text, grown)}比现有的{show(text, result)}还多，请核对数字和单位。",
        )


def _by_rate(text: str, result: Number, rate: Number, change: Number) -> Iterator[Hit]:
    grown = RATE.match(text[result.span.end : rate.span.start])
    top = ON_TOP.match(text[rate.span.end : change.span.start])
    if grown is None or top is None or AVERAGE.search(text, result.span.end, change.span.start):
        return
    if (grown["up"] is None) != (top["up"] is None):
        words = grown.group().lstrip("，,（("), top.group().lstrip("）)，,、")
        message = f"“{words[0]}{show(text, rate)}”与“{words[1]}”方向相反，请核对。"
        yield Hit(result.span.end + 1, change.span.end, message)
        return
    if grown["down"] and rate.value >= 100:
        return
    factor = 100 + rate.value if grown["up"] else 100 - rate.value
    expected = result.value * rate.value / factor
    slack = slack_of((result, change)) + result.value * rate.step / factor
    loose = any(one.approximate for one in (result, rate, change))
    if abs(expected - change.value) > slack + (expected / 10 if loose else expected / 50):
        yield Hit(
            *change.span,
            f"增减量与增幅不符：按{show(text, result)}、{show(text, rate)}算，变化{show_value(expected, change)}，"
            f"文中写作{show(text, change)}。",
        )


def _with_base(text: str, one: Number, two: Number, base: Number) -> Iterator[Hit]:
    """Check a figure and its change against the base that is named after them."""
    if not BASE.match(text[two.span.end : base.span.start]):
        return
    bridge = text[one.span.end : two.span.start]
    now, change, said = one, two, CHANGED.match(bridge)
    if said is None and REACHED.match(bridge):
        now, change = two, one
        said = CHANGE_FIRST.search(text, max(0, one.span.start - 14), one.span.start)
    if said is None or now.unit != base.unit:
        return
    if (now.value > base.value) != (said["up"] is not None) and now.value != base.value:
        word = said["up"] or said["down"]
        yield Hit(*change.span, f"写的是“{word}”，数却相反：由{show(text, base)}到{show(text, now)}。")
    else:
        yield from compared(text, base, now, change)


RULES = (
    Rule(
        "increment",
        "真假·失真",
        Severity.ADVICE,
        "增量应由现值和增幅算得出来，也不能比现值还大。",
        increments,
    ),
)
