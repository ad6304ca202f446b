"""缓急·滞后, 新 and 快: the age of what happened, words for time and urgency, and what was printed before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.dates import Date
from qianliyan.text.similar.containment import share_within

RECENT = re.compile(r"近日|日前|近期")
YESTERDAY = re.compile(r"昨[日天晚]")
TODAY = re.compile(r"今[日天](?!的)|当日")
THIS_DAY = re.compile(r"今[日天晚]|前[日天]")
FRESH_DAYS = 10
# Words of what is to come; a date without its year is near, or it is last year's.
TO_COME = re.compile(
    r"将|拟|计划|预计|定于|[日月年]前|底前|之前|[日月]起|[日月]开始|至|到|—|截止|截至|期限|目标|力争|下一步|要求|届时|确保|施行|生效|建议"
    r"|明[年日天]|下[月周]|有效期|即将|预报|预测|预警|最迟|完成时限|可望|有望|待|希望"
)
NEXT_MONTHS = 45
URGENT = re.compile(r"十万火急|火烧眉毛|迫在眉睫|刻不容缓|火速|万分紧急|特急|紧急(?:情况|状态|关头)")
KNOWN = 0.6
UNTIL = re.compile(r"[至到—–~～-]{1,2}(\d{1,2})日")
SINCE = re.compile(r"以来|至今|起[，,至到]|开始")
MOST_QUOTED = 20


def stale(context: Context) -> Iterator[Hit]:
    """Find an item whose latest event is older than its kind allows."""
    limit = context.settings.stale_days.get(context.kind or "")
    if limit is None or context.written_on is None:
        return
    days = [(_last_day(found, context), found.span) for found in context.document.dates]
    past = [(day, span) for day, span in days if day is not None and day <= context.written_on]
    if context.occurred_on is not None:
        past.append((context.occurred_on, context.subject_span))
    if not past:
        return
    latest, span = max(past, key=lambda pair: pair[0])
    age = (context.written_on - latest).days
    if age > limit:
        yield Hit(*span, f"最近的一件事发生在{age}天前，超过这类信息的{limit}天，请补充新情况或说明报送原因。")


def _last_day(found: Date, context: Context) -> date | None:
    """Return the day of a date, of a span such as 11月10日至18日 its end; what has gone on since goes on still."""
    if SINCE.match(context.text, found.span.end):
        return context.written_on
    until = UNTIL.match(context.text, found.span.end)
    end = _day(replace(found, day=int(until[1])), context) if until else None
    return end or _day(found, context)


def relative_words(context: Context) -> Iterator[Hit]:
    """Hold 近日, 昨日 and 今日 against the dates beside them and the item's own date."""
    if context.written_on is None:
        return
    for span in context.document.relatives:
        word = span.of(context.text)
        day = next(
            (_day(found, context) for found in context.document.dates if 0 <= found.span.start - span.end <= 3), None
        )
        if day is None:
            continue
        age = (context.written_on - day).days
        if RECENT.fullmatch(word) and age > FRESH_DAYS:
            yield Hit(*span, f"“{word}”指的是{age}天前的事，请改写具体日期。")
        elif YESTERDAY.fullmatch(word) and day != context.written_on - timedelta(days=1):
            yield Hit(
                *span, f"“{word}”与日期不符：成稿日期的前一天是{_written(context.written_on - timedelta(days=1))}。"
            )
        elif TODAY.fullmatch(word) and word != "当日" and day != context.written_on:
            yield Hit(*span, f"“{word}”与日期不符：成稿日期是{_written(context.written_on)}。")


def undated_days(context: Context) -> Iterator[Hit]:
    """Find 昨日 and 今天 without their date: whoever reads on another day takes it for another day."""
    for span in context.document.relatives:
        word = span.of(context.text)
        beside = context.document.dates_near(span.start - 6, span.end + 4)
        if (YESTERDAY.fullmatch(word) or THIS_DAY.fullmatch(word)) and not beside:
            yield Hit(*span, f"“{word}”要看的人推算，请写明日期。", placeholder="【请补充：日期】")


def ahead(context: Context) -> Iterator[Hit]:
    """Find what is told as done on a day that is still to come."""
    if context.written_on is None:
        return
    for found in context.document.dates:
        day = _day(found, context)
        if day is None or day <= context.written_on:
            continue
        sentence = context.sentence_at(found.span.start)
        near = found.year or (day - context.written_on).days <= NEXT_MONTHS
        around = context.text[max(sentence.start, found.span.start - 40) : min(sentence.end, found.span.end + 40)]
        if near and not TO_COME.search(around):
            yield Hit(*found.span, f"这一天在成稿日期（{_written(context.written_on)}）之后，请核对日期。")


def _day(found: Date, context: Context) -> date | None:
    return found.as_day(context.written_on.year if context.written_on else None)


def _written(day: date) -> str:
    return f"{day.month}月{day.day}日"


def urgent_words(context: Context) -> Iterator[Hit]:
    """Find words of urgency in an item that names no day or hour."""
    timed = any(found.day for found in context.document.dates) or context.document.times
    if not timed:
        for match in URGENT.finditer(context.text):
            yield Hit(*match.span(), f"“{match.group()}”而没有写明时间：真正紧急的请走急件，并写明时点。")


def nothing_new(context: Context) -> Iterator[Hit]:
    """Find an item most of which was printed before; what only takes up an earlier one has new words of its own."""
    share, earlier = max((share_within(context.body, printed), printed) for printed in context.printed)
    if share >= KNOWN:
        opening = re.split(r"[。；\n]", earlier.strip())[0][:MOST_QUOTED]
        yield Hit(
            *context.subject_span,
            f"正文有{share:.0%}与已刊发的一条（“{opening}……”）相同，请写明有什么新情况。",
        )


RULES = (
    Rule("stale", "缓急·滞后", Severity.ADVICE, "时效过了，信息就失去价值。", stale, frozenset({"kind", "date"})),
    Rule(
        "relative-time",
        "真假·失真",
        Severity.ADVICE,
        "“近日”“昨日”以成稿日期为准。",
        relative_words,
        frozenset({"date"}),
    ),
    Rule("undated-day", "详略·残缺", Severity.NOTE, "“昨日”“今天”写成日期，过后查阅才不会误解。", undated_days),
    Rule(
        "day-to-come",
        "真假·失真",
        Severity.ADVICE,
        "已经发生的事，日期不会在成稿之后。",
        ahead,
        frozenset({"date"}),
    ),
    Rule("urgent-word", "缓急·滞后", Severity.NOTE, "紧急不靠词语，靠时点和途径。", urgent_words, frozenset({"kind"})),
    Rule(
        "nothing-new",
        "新·旧闻",
        Severity.ADVICE,
        "同一内容只报一次，续报要有新情况。",
        nothing_new,
        frozenset({"printed"}),
    ),
)
