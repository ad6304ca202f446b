"""真假·失真: figures beyond what can be: a yield of 512 tonnes, a plant that does more in a year than in 366 days."""

import re
from calendar import monthrange
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

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
DAILY = re.compile(r"日均(?P<what>[\u4e00-\u9fff]{2,6})$")
MONTHS = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?:月?(?:至|到|—|－|-|~)(?P<last>\d{1,2}))?月份?(?=[，,])")
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


def daily(context: Context) -> Iterator[Hit]:
    """Hold what is done in a day on an average against what was done in the months named before."""
    for sentence, numbers in context.numbers_by_sentence:
        for one, other in pairwise(numbers):
            mean = DAILY.search(context.text, max(one.span.end, other.span.start - 14), other.span.start)
            if mean is None or one.unit != other.unit or one.percent or not one.unit or one.value <= other.value:
                continue
            months = MONTHS.search(context.text, max(sentence.start, one.span.start - 50), one.span.start)
            same = mean["what"][:2] in context.text[max(sentence.start, one.span.start - 14) : one.span.start]
            if months and same and not context.text.startswith("底", months.end()):
                days = _days(months)
                expected = one.value / days if days else other.value
                if abs(expected - other.value) * 10 > expected:
                    said = f"{show(context.text, one)} ÷ {days}天 = {show_value(expected, other)}"
                    yield Hit(*other.span, f"日均数与总数不符：{said}，文中写作{show(context.text, other)}。")


def _days(months: re.Match[str]) -> int:
    first, last = int(months["first"]), int(months["last"] or months["first"])
    return sum(monthrange(2025, month)[1] for month in range(first, last + 1)) if 1 <= first <= last <= 12 else 0


def both(context: Context) -> Iterator[Hit]:
    """Hold rates of days, months and years against each other and against what was done in months."""
    yield from times(context)
    if "日均" in context.text:
        yield from daily(context)


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
    Rule("period-rate", "真假·失真", Severity.ADVICE, "每日、每月、每年的数要能相互换算。", both),
)
