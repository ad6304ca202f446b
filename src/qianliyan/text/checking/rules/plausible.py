"""真假·失真: figures beyond what can be: a yield of 512 tonnes, a plant that does more in a year than in 366 days."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import cell, rows
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show, show_value
from qianliyan.text.parsing.numbers import Number

LABEL = 16
# “日处理能力5万吨，年处理能力1825万吨”: a year has 365 days, not all of them worked.
PER_TIME = re.compile(
    r"(?<![全今去前本上个度当近多\d年月])(?P<time>[日月年])均?"
    r"(?P<what>(?:处理|生产|供[水气热]|发电|加工|接待|运输|吞吐|用[水电气]|消耗|产|销售|收集|转运|客运|货运)[\u4e00-\u9fff]{0,6}?)"
    r"(?:为|达到?|约|可达)?$"
)
DAYS = {"日": 1, "月": 31, "年": 366}
# A plant that works a third of the year at least is usual.
LEAST = Fraction(1, 4)


@cache
def _limits() -> tuple[tuple[re.Pattern[str], frozenset[str], Fraction, Fraction, str], ...]:
    return tuple(
        (
            re.compile(rf"(?:{row[0]})[^，。；、\d]{{0,6}}$"),
            frozenset(row[1].split("|")),
            Fraction(row[2]),
            Fraction(row[3]),
            cell(row, 4),
        )
        for row in rows("plausible")
    )


def limits(context: Context) -> Iterator[Hit]:
    """Find figures beyond the limits of what they are said of."""
    limited = frozenset(unit for _, units, *_ in _limits() for unit in units)
    for number in context.document.numbers:
        if number.unit not in limited or number.chinese:
            continue
        label = context.text[max(0, number.span.start - LABEL) : number.span.start]
        for pattern, units, least, most, why in _limits():
            if number.unit in units and not least <= number.value <= most and pattern.search(label):
                yield Hit(*number.span, f"{show(context.text, number)}超出常理：{why}，请核对数字和单位。")
                break


def times(context: Context) -> Iterator[Hit]:
    """Hold what is done in a day, a month and a year against each other."""
    for _, numbers in context.numbers_by_sentence:
        said: dict[tuple[str, str], tuple[str, Number]] = {}
        for number in numbers:
            match = PER_TIME.search(context.text, max(0, number.span.start - 14), number.span.start)
            if match is None or not number.unit or number.percent:
                continue
            key = (match["what"][:2], number.unit)
            if key in said and said[key][0] != match["time"]:
                yield from _against(context.text, *said[key], match["time"], number)
            said[key] = (match["time"], number)


def _against(text: str, time: str, one: Number, other_time: str, other: Number) -> Iterator[Hit]:
    (short, small), (long, large) = sorted(((time, one), (other_time, other)), key=lambda pair: DAYS[pair[0]])
    most = small.value * DAYS[long] / DAYS[short]
    if not most * LEAST <= large.value <= most * 21 / 20:
        said = f"每{short}{show(text, small)}，一{long}约合{show_value(most, large)}，文中写作{show(text, large)}"
        yield Hit(small.span.start if small is one else large.span.start, other.span.end, f"{said}，请核对。")


RULES = (
    Rule("implausible", "真假·失真", Severity.ADVICE, "超出常理的数多是单位或小数点有误。", limits),
    Rule("period-rate", "真假·失真", Severity.ADVICE, "每日、每月、每年的数要能相互换算。", times),
)
