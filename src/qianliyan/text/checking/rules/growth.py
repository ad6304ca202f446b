"""真假·失真: words of growth against the signs and sizes of the numbers beside them."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.changes import compared, looseness
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import plain, show
from qianliyan.text.parsing.numbers import Number

UP = "增长|增加|增幅|上升|提高|提升|上涨|扩大|攀升|增|升|涨"
DOWN = "下降|减少|降低|降幅|回落|下滑|下跌|缩减|缩小|缩短|压减|压缩|精简|减|降|跌"
FROM = re.compile(r"[由从](?:[^，。；]{0,14})$")
TO = re.compile(
    rf"^[^，。；]{{0,14}}?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:到了?|至|为)(?:了|约|近)?[^，。；\d]{{0,10}}$"
)
RATE = re.compile(
    rf"^[^，。；\d]{{0,4}}[，,（(][^，。；、\d]{{0,6}}?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|约|近|幅度?为?达?|达|率为)?$"
)
# The same thing compared: nothing but words of comparison between the figures and the direction.
SAME = re.compile(r"[，,（(](?:同比|环比|[比较](?:上年|去年|上月)(?:同期)?)?")
BASE = re.compile(
    r"(?:比|较|同)(?:上年|去年|上月|上季度|前年|上年度)(?:同期|同月|同季)?的?[^，。；\d增加减少长多降]{0,6}$"
    r"|[，,][比较][^，。；、\d增减升降]{2,8}的$"
)
# “今年36亿元，去年同期为30亿元，同比增长20%”
BASE_CLAUSE = re.compile(r"[，,（(](?:而|比)?(?:去年|上年)同?期?(?:同期)?(?:为|是|仅|只有|完成)?[^，。；\d]{0,4}$")
AFTER_CLAUSE = re.compile(rf"^[）)]?[，,]同比(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|约|近)?$")
AFTER_BASE = re.compile(rf"^(?:相比)?[，,]?净?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|约|近)?$")
DIFFERENCE = re.compile(
    r"^[^，。；、\d]{0,4}[，,](?:同比|环比|比上年同?期?|较上年同?期?|比去年同?期?)(?:净)?(?:(?P<up>增加|多)|(?P<down>减少|少))了?$"
)
NEGATIVE = re.compile(rf"(?:{UP}|{DOWN})(?:了|约|为|率为)?\s*$")
AVERAGE = re.compile(r"年均|平均|每年|可比|不变价|实际|扣除")
CONTRARY = re.compile(
    r"(?:(?:仅|只有|不足)\d[\d.]{0,8}[万亿]?[\u4e00-\u9fff]{0,3}[，,][比较](?:常年|上年|去年|往年)(?:同期)?(?:偏多|增加|增长|上升|多)"
    r"|(?:快速|较快|稳步|持续|大幅|明显|稳定|显著|加快|不断)(?:增长|上升|上涨|攀升|提高|提升|增加|走高|回升|扩大)"
    r"[，,]?(?:同比|环比|[比较](?:上年|去年|上月)(?:同期)?)(?:下降|减少|回落|下滑|下跌|降低|缩小)"
    r"|(?:快速|持续|大幅|明显|显著|稳步|逐步|不断)(?:下降|减少|回落|下滑|下跌|走低|降低|缩小|萎缩)"
    r"[，,]?(?:同比|环比|[比较](?:上年|去年|上月)(?:同期)?)(?:增长|上升|上涨|提高|增加|攀升|扩大))[^，。；]{0,3}?\d"
)


def growth(context: Context) -> Iterator[Hit]:
    """Hold from-to pairs and rates of change against each other."""
    for _, numbers in context.numbers_by_sentence:
        for place, first in enumerate(numbers[:-1]):
            second, later = numbers[place + 1], numbers[place + 2 : place + 4]
            if first.unit == second.unit and not first.chinese:
                yield from _from_to(context.text, first, second, later)
                yield from _against_base(context.text, first, second, later)
                yield from _by_difference(context.text, first, second, later)


def _from_to(text: str, old: Number, new: Number, later: Sequence[Number]) -> Iterator[Hit]:
    bridge = TO.match(text[old.span.end : new.span.start])
    if bridge is None or not FROM.search(text, max(0, old.span.start - 16), old.span.start):
        return
    rising = bridge["up"] is not None
    if (new.value - old.value) * (1 if rising else -1) < 0:
        word = bridge["up"] or bridge["down"]
        direction = "变小" if rising else "变大"
        yield Hit(
            old.span.start, new.span.end, f"写的是“{word}”，数却{direction}：由{show(text, old)}到{show(text, new)}。"
        )
        return
    yield from _rate_after(text, old, new, later, RATE)


def _rate_after(text: str, old: Number, new: Number, later: Sequence[Number], shape: re.Pattern[str]) -> Iterator[Hit]:
    if not later or AVERAGE.search(text, new.span.end, later[0].span.end):
        return
    rate = later[0]
    bridge = shape.match(text[new.span.end : rate.span.start])
    if bridge is None:
        return
    word = bridge["up"] or bridge["down"]
    contrary = (new.value > old.value) != (bridge["up"] is not None) and new.value != old.value
    if contrary and SAME.fullmatch(text, new.span.end, new.span.end + bridge.start("up" if bridge["up"] else "down")):
        said = f"写的是“{word}”，数却相反：由{show(text, old)}到{show(text, new)}。"
        yield Hit(new.span.start, rate.span.end, said)
        return
    yield from compared(text, old, new, rate)


def _against_base(text: str, new: Number, old: Number, later: Sequence[Number]) -> Iterator[Hit]:
    """Check “今年120亿元，比上年同期的100亿元增长20%”."""
    between = text[new.span.end : old.span.start]
    shape = AFTER_BASE if BASE.search(between) else AFTER_CLAUSE if BASE_CLAUSE.search(between) else None
    if later and shape is not None:
        bridge = shape.match(text[old.span.end : later[0].span.start])
        if bridge is None:
            return
        if (new.value > old.value) != (bridge["up"] is not None) and new.value != old.value:
            word = bridge["up"] or bridge["down"]
            yield Hit(
                new.span.start,
                later[0].span.end,
                f"写的是“{word}”，数却相反：本期{show(text, new)}，基期{show(text, old)}。",
            )
        else:
            yield from compared(text, old, new, later[0])


def _by_difference(text: str, new: Number, change: Number, later: Sequence[Number]) -> Iterator[Hit]:
    """Check “完成120件，同比增加20件，增长20%”."""
    bridge = DIFFERENCE.match(text[new.span.end : change.span.start])
    if bridge is None or new.percent or not later:
        return
    rate = later[0]
    after = re.match(rf"^[，,、](?:同比)?(?:{UP}|{DOWN})了?$", text[change.span.end : rate.span.start])
    base = new.value - change.value if bridge["up"] else new.value + change.value
    if after is None or not rate.percent or base <= 0:
        return
    expected = change.value * 100 / base
    slack = rate.step + (looseness(change, new) if change.value > 0 and (new.scale or change.scale) else 0)
    if abs(expected - rate.value) > slack:
        yield Hit(
            *rate.span,
            f"增减幅度与数字不符：基期为{plain(base)}{new.unit}，变化{show(text, change)}，"
            f"应为{plain(expected)}%，文中写作{show(text, rate)}。",
        )


def signs(context: Context) -> Iterator[Hit]:
    """Find growth words before negative numbers, and contrary words side by side."""
    for number in context.document.numbers:
        if number.value < 0 and NEGATIVE.search(context.text, max(0, number.span.start - 5), number.span.start):
            start = NEGATIVE.search(context.text, max(0, number.span.start - 5), number.span.start)
            yield Hit(
                start.start() if start else number.span.start,
                number.span.end,
                "增减词后不写负数：写“下降3.2%”，不写“增长-3.2%”。",
            )
    for match in CONTRARY.finditer(context.text):
        yield Hit(*match.span(), "前面说的趋势与后面的数相反，请核对增减方向。")


RULES = (
    Rule("growth-rate", "真假·失真", Severity.ADVICE, "增减词、起止数与幅度应当一致；不一致必有一处有误。", growth),
    Rule(
        "growth-sign",
        "真假·失真",
        Severity.ADVICE,
        "增减方向由词表示，数字只写绝对值；方向相反会使领导误判形势。",
        signs,
    ),
)
