"""真假·失真: quarters, halves and five-year plans against the months or years beside them, and days against both."""

import re
from calendar import monthrange
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.dates import Date
from qianliyan.text.parsing.numbers import Number
from qianliyan.text.parsing.spans import Span

TO = r"(?:至|到|—{1,2}|－|-|~|～)"
MONTHS = {
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12), "上半年": (1, 6), "下半年": (7, 12),
    "前三季度": (1, 9), "前二季度": (1, 6), "前两季度": (1, 6), "全年": (1, 12),
}  # fmt: skip
BESIDE = re.compile(
    rf"(?P<name>前[二两三]季度|[一二三四]季度|[上下]半年|全年)[（(](?:即|为|指)?(?P<first>\d{{1,2}})月?{TO}(?P<last>\d{{1,2}})月份?[）)]"
)
PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
PLAN = re.compile(
    rf"[“\"]?(?P<name>十[一二三四五]五)[”\"]?(?:时期|期间|规划期)?[（(](?P<first>\d{{4}})年?{TO}(?P<last>\d{{4}})年[）)]"
)
SPANNED = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})月?{TO}(?P<last>\d{{1,2}})月|前三季度|上半年|[一二三四]季度")
DAYS = re.compile(r"天数?[^，。；\d]{0,4}$|累计[^，。；\d]{0,6}$|共[^，。；\d]{0,6}$|优良[^，。；\d]{0,4}$")
# “原计划11月30日完工，于11月20日完工，提前12天”
EARLIER = re.compile(r"(?:提前|推迟|延后|延迟|晚|早)了?(?:约|近)?$")
LASTED = re.compile(r"(?:历时|用时|持续)了?$")
COMMON_YEAR = 2025
FAR, MOST_DAYS = 60, 366


def periods(context: Context) -> Iterator[Hit]:
    """Hold the names of periods against what they are said to cover."""
    for match in BESIDE.finditer(context.text):
        first, last = MONTHS[match["name"]]
        if (first, last) != (int(match["first"]), int(match["last"])):
            yield Hit(*match.span(), f"“{match['name']}”是{first}—{last}月，与括号里的月份不符。")
    for match in PLAN.finditer(context.text):
        first = PLANS[match["name"]]
        if (first, first + 4) != (int(match["first"]), int(match["last"])):
            yield Hit(*match.span(), f"“{match['name']}”是{first}—{first + 4}年，与括号里的年份不符。")


def days(context: Context) -> Iterator[Hit]:
    """Find more days than a period has, and days that do not lie between two dates."""
    for sentence, numbers in context.numbers_by_sentence:
        for number in numbers:
            if number.unit == "天" and not number.approximate:
                yield from _too_many(context.text, sentence, number)
                yield from _between(context, sentence, number)


def _too_many(text: str, sentence: Span, number: Number) -> Iterator[Hit]:
    start = max(sentence.start, number.span.start - FAR)
    if number.value > MOST_DAYS or not DAYS.search(text, max(start, number.span.start - 14), number.span.start):
        return
    covered = [_covered(match) for match in SPANNED.finditer(text, start, number.span.start)]
    if covered and number.value > covered[-1] > 0:
        yield Hit(*number.span, f"这一时段只有{covered[-1]}天，文中写作{number.span.of(text)}，请核对。")


def _covered(match: re.Match[str]) -> int:
    """Return how many days a period of months has at most."""
    first, last = MONTHS.get(match.group()) or (int(match["first"]), int(match["last"]))
    months = range(first, last + 1) if 1 <= first <= last <= 12 else ()
    return sum(monthrange(2024, month)[1] for month in months)


def _between(context: Context, sentence: Span, number: Number) -> Iterator[Hit]:
    before = (context.text, max(sentence.start, number.span.start - 6), number.span.start)
    lasting = LASTED.search(*before)
    if not lasting and not EARLIER.search(*before):
        return
    year = context.written_on.year if context.written_on else COMMON_YEAR
    start = max(sentence.start, number.span.start - FAR)
    inside = context.document.dates_near(
        start, min(sentence.end, number.span.end + FAR) if lasting else number.span.start
    )
    known = [day for day in (found.as_day(_year(found, year)) for found in inside if found.day) if day]
    if len(known) == len(inside) == 2:
        apart = abs((known[1] - known[0]).days)
        # Whoever counts how long a thing lasted may count both days, or one.
        if number.value not in ((apart, apart + 1) if lasting else (apart,)):
            yield Hit(*number.span, f"两个日期相差{apart}天，文中写作{number.span.of(context.text)}，请核对。")


def _year(found: Date, year: int) -> int:
    return found.year or year


RULES = (
    Rule(
        "named-period",
        "真假·失真",
        Severity.ADVICE,
        "季度、半年、五年规划各有定义，与所写的月份、年份要一致。",
        periods,
    ),
    Rule(
        "days-in-period", "真假·失真", Severity.ADVICE, "天数不能多于这一时段，提前、推迟的天数由两个日期算得。", days
    ),
)
