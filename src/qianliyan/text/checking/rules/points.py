"""真假·失真: 百分点 and 百分之 in each other's place, and a rise called a fall in the next clause."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show
from qianliyan.text.parsing.numbers import Number

POINTS = ("个百分点", "百分点")
# “用电量86.2亿千瓦时，比上年同期增加3.5个百分点”: an amount does not change by points.
CHANGED = re.compile(
    r"^[，,（(](?:同比|环比|[比较](?:上年|去年|上月|上季度|前年)(?:同期)?)[^，。；、\d]{0,2}?"
    r"(?:增加|增长|上升|提高|上涨|减少|下降|降低|回落)了?约?$"
)
# “增速比上半年扩大0.8%”: two rates differ by points.
OF_RATES = re.compile(
    r"(?:增速|增幅|降幅|涨幅|跌幅)(?:同比|环比)?(?:[比较][^，。；、\d]{2,12}?)?(?:同比|环比)?"
    r"(?:扩大|收窄|回落|加快|放缓|提高|下降|上升|回升|提升|缩小)了?约?$"
)
# “占GDP的比重为48.6%，比上年同期提高3.2%”: so do two shares.
SHARE = re.compile(
    r"(?:率|占比|比重|比例)(?:分别)?(?:已?达到?|为|是|约)?$|占[^，。；、\d]{0,10}(?:比重|比例)?(?:为|达)?$"
)
NO_SHARE = re.compile(r"增长率|增速|收益率|利率|汇率|周转率|生育率|出生率|死亡率")
SHARE_CHANGED = re.compile(
    r"^[，,（(](?:同比|环比|[比较](?:上年|去年|上月|上季度|前年|年初)(?:同期)?)[^，。；、\d]{0,2}?"
    r"(?:增加|上升|提高|提升|减少|下降|降低|回落)了?约?$"
)
# “同比增长9.6%，比上半年加快1.2%”
FASTER = re.compile(r"^[，,（(](?:增速)?[比较][^，。；、\d]{2,10}(?:加快|放缓|回落|提升|提高|扩大|收窄)了?$")
GROWN = re.compile(r"(?:增长|下降|上升|回落|提高|减少)了?约?$")
FALL_AFTER_RISE = (
    re.compile(r"(?:同比|环比)?(?:增长|上升|上涨|增加)(?:了|约)?$"),
    re.compile(r"^[，,](?:降幅|跌幅|改善幅度)"),
)
RISE_AFTER_FALL = re.compile(r"(?:同比|环比)?(?:下降|减少|下跌|降低)(?:了|约)?$"), re.compile(r"^[，,](?:增幅|涨幅)")


def points(context: Context) -> Iterator[Hit]:
    """Find amounts that change by points and rates that differ by per cent."""
    for _, numbers in context.numbers_by_sentence:
        for place, number in enumerate(numbers):
            if number.unit in POINTS and place:
                yield from _of_amount(context.text, numbers[place - 1], number)
            elif number.percent and OF_RATES.search(context.text, max(0, number.span.start - 24), number.span.start):
                fixed = show(context.text, number).replace("%", "个百分点")
                yield Hit(*number.span, f"两个增幅之差应写百分点：“{fixed}”。")
            elif number.percent and place and numbers[place - 1].percent:
                yield from _of_share(context.text, numbers[place - 1], number)


def _of_share(text: str, share: Number, number: Number) -> Iterator[Hit]:
    label = re.split("[，。；：\n]", text[max(0, share.span.start - 16) : share.span.start])[-1]
    between = text[share.span.end : number.span.start]
    faster = GROWN.search(label) and FASTER.match(between)
    if faster or (SHARE_CHANGED.match(between) and SHARE.search(label) and not NO_SHARE.search(label)):
        fixed = show(text, number).replace("%", "个百分点")
        yield Hit(*number.span, f"两个比率之差应写百分点：“{fixed}”；写百分数是另一个意思。")


def _of_amount(text: str, amount: Number, number: Number) -> Iterator[Hit]:
    plain_amount = amount.unit and not amount.percent and amount.unit not in (*POINTS, "倍", "成")
    if plain_amount and CHANGED.match(text[amount.span.end : number.span.start]):
        said = show(text, amount)
        yield Hit(*number.span, f"“{said}”是数量，增减应写百分数或差额；只有两个百分比之差才写百分点。")


def contrary_words(context: Context) -> Iterator[Hit]:
    """Find 增幅 right after a fall, and 降幅 right after a rise."""
    for number in context.document.numbers:
        for change, name in (FALL_AFTER_RISE, RISE_AFTER_FALL):
            named = name.match(context.text[number.span.end : number.span.end + 6])
            if (
                number.percent
                and named
                and change.search(context.text, max(0, number.span.start - 8), number.span.start)
            ):
                start = number.span.end
                yield Hit(start + 1, start + named.end(), f"前面说的增减与“{named.group()[1:]}”相反，请核对方向。")


RULES = (
    Rule("percent-points", "真假·失真", Severity.ADVICE, "百分点只用于两个百分比之差，用错会使幅度失真。", points),
    Rule(
        "change-named", "真假·失真", Severity.ADVICE, "“增幅”“降幅”要与前面的增减一致，否则方向说反。", contrary_words
    ),
)
