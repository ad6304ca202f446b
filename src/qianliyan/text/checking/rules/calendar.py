"""真假·失真: days that do not exist, weekdays that do not match, periods that end before they begin."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.numerals import from_chinese
from qianliyan.text.parsing.dates import WEEKDAY, Date, Time
from qianliyan.text.parsing.spans import Span

WEEKDAYS = "一二三四五六日"
UNTIL = re.compile(
    r"^(?:起|开始)?(?:开展|持续|延续|实施|进行|执行|推进|运行)?(?:[（(][^）)]{1,8}[）)])?(?:至|到|—{1,2}|－|-|~|～)$"
)
# Periods that cross the turn of the year say so, or are known to.
CROSSING = re.compile(r"次年|翌年|第二年|今冬明春|来年|跨年")
BETWEEN_TIMES = re.compile(r"^(?:至|到|—{1,2}|－|-|~|～)(?:凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?$")
HALF = re.compile(r"(?:凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)$")
BARE_DAYS = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})(?:日|号)?(?:至|到|—{1,2}|－|-|~|～)(\d{1,2})[日号]")
BARE_YEARS = re.compile(r"(?<![\d.])((?:19|20)\d\d)年?(?:至|到|—{1,2}|－|-|~|～)((?:19|20)\d\d)年")

# A year without a leap day, where none is named.
COMMON_YEAR = 2025
# “11月15日至17日，为期3天”: both days count.
LASTING = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日?(?:至|到|—{1,2}|－|-|~|～)(?:(?P<to_month>\d{1,2})月)?(?P<to_day>\d{1,2})日"
    r"[^。；\n\d]{0,24}为期(?P<days>\d{1,2}|[一二两三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)天"
)


def impossible(context: Context) -> Iterator[Hit]:
    """Find dates and times no calendar or clock shows."""
    for found in context.document.dates:
        if not found.possible:
            yield Hit(*found.span, f"没有“{found.span.of(context.text)}”这一天，请核对日期。")
    for time in context.document.times:
        if not time.possible:
            yield Hit(*time.span, f"没有“{time.span.of(context.text)}”这个时刻，请核对时间。")


def weekdays(context: Context) -> Iterator[Hit]:
    """Hold a weekday against the date before it, when the year is known."""
    year = _only_year(context)
    for found in context.document.dates:
        match = WEEKDAY.search(context.text, found.span.end, found.span.end + 6)
        day = found.as_day(year)
        if (
            match is None
            or day is None
            or not re.fullmatch(r"[（(，,、]?", context.text[found.span.end : match.start()])
        ):
            continue
        real = WEEKDAYS[day.weekday()]
        if real != match[1].replace("天", "日"):
            yield Hit(
                found.span.start,
                match.end(),
                f"{day.year}年{day.month}月{day.day}日是星期{real}，文中写作{match.group()}，请核对是日期还是星期有误。",
            )


def _only_year(context: Context) -> int | None:
    """Return the year of the item, or the only year its text names."""
    if context.written_on is not None:
        return context.written_on.year
    years = {found.year for found in context.document.dates if found.year}
    return years.pop() if len(years) == 1 else None


def lasting(context: Context) -> Iterator[Hit]:
    """Hold the length of a period in days against its first and last day."""
    year = _only_year(context) or COMMON_YEAR
    for match in LASTING.finditer(context.text):
        span, months = Span(*match.span()), (int(match["month"]), int(match["to_month"] or match["month"]))
        first = Date(span, month=months[0], day=int(match["day"])).as_day(year)
        last = Date(span, month=months[1], day=int(match["to_day"])).as_day(year)
        said = from_chinese(match["days"]) or int(match["days"])
        if first is None or last is None or last < first:
            continue
        days = (last - first).days + 1
        if days != said:
            yield Hit(match.start("days"), match.end(), f"从起到止是{days}天，文中写作{match['days']}天，请核对。")


def reversed_periods(context: Context) -> Iterator[Hit]:
    """Find periods whose end lies before their beginning, but for those that say they run into the next year."""
    for span in sorted({*_date_periods(context), *_bare_periods(context.text), *_time_periods(context)}):
        if not CROSSING.search(context.text, max(0, span.start - 6), span.end + 4):
            written = span.of(context.text)
            yield Hit(span.start, span.end, f"时间段“{written}”的终点早于起点，请核对。")


def _date_periods(context: Context) -> Iterator[Span]:
    for first, second in pairwise(context.document.dates):
        if UNTIL.match(context.text[first.span.end : second.span.start]) and _backwards(first, second):
            yield Span(first.span.start, second.span.end)


def _bare_periods(text: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in BARE_DAYS.finditer(text) if int(match[2]) > int(match[3]))
    yield from (Span(*match.span()) for match in BARE_YEARS.finditer(text) if match[1] > match[2])


def _time_periods(context: Context) -> Iterator[Span]:
    for early, late in pairwise(context.document.times):
        joined = BETWEEN_TIMES.match(context.text[early.span.end : late.span.start])
        # Watches run over midnight when they begin in the evening.
        half = _half(context.text, late)
        overnight = half != _half(context.text, early) if half else early.hour >= 18
        if joined and (early.hour, early.minute or 0) > (late.hour, late.minute or 0) and not overnight:
            yield Span(early.span.start, late.span.end)


def _half(text: str, time: Time) -> str:
    """Return the word for the half of the day that stands before a time."""
    word = HALF.search(text, max(0, time.span.start - 3), time.span.start)
    return word.group().strip() if word else ""


def _backwards(first: Date, second: Date) -> bool:
    if first.year and second.year:
        return (first.year, first.month or 0, first.day or 0) > (
            second.year,
            second.month or first.month or 0,
            second.day or 31,
        )
    if second.year or not first.month or not second.month:
        return False
    if first.month == second.month:
        return bool(first.day and second.day and first.day > second.day)
    # November to March runs over the new year; September to June is a school year.
    return bool(first.year) and first.month > second.month and first.month < 9


RULES = (
    Rule("impossible-date", "真假·失真", Severity.ADVICE, "日历上没有的日期、钟表上没有的时刻，必是笔误。", impossible),
    Rule(
        "weekday", "真假·失真", Severity.ADVICE, "日期与星期不一致，必有一个有误；会议、活动的时间尤其要准。", weekdays
    ),
    Rule("days-of-period", "真假·失真", Severity.ADVICE, "起止日期与天数对不上，必有一个有误。", lasting),
    Rule("reversed-period", "真假·失真", Severity.ADVICE, "时间段的终点早于起点，必是笔误。", reversed_periods),
)
