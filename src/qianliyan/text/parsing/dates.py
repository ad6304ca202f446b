"""Dates, times and weekdays as they are written, possible or not; whether they can be is the checks' question."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qianliyan.text.numerals import from_chinese
from qianliyan.text.parsing.spans import Span

C = "〇○零一二三四五六七八九十"
YEAR = rf"(?P<year>\d{{4}}|[{C}]{{4}})年"
# A figure before the date is another figure's end, unless it is the heading number of "1.2026年…".
START = r"(?<!\d)(?<!\d\.(?!\d{4}年))"
DATE = re.compile(
    rf"{START}(?:{YEAR})?(?P<month>\d{{1,3}}|(?<![{C}])[{C}]{{1,3}})月(?!份?以?[来后前内]?[个])"
    rf"(?:(?P<day>\d{{1,3}}|[{C}]{{1,3}})[日号])?"
    rf"|{START}(?P<only>\d{{4}}|[{C}]{{4}})年(?!\d)"
    r"|(?<![\d.\-/])(?P<y>(?:19|20)\d\d)(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d.\-/])"
)
TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:时(?!\w*[期段])|点(?=\d{1,2}分|整|半|许|左右|[，。、至到]))(?:(?P<minute>\d{1,3})分)?"
    r"|(?<![\d:：])(?P<h>\d{1,2})[:：](?P<mi>\d{2})(?![\d:：%])"
)
WEEKDAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])(?![年期边围转度])")
RELATIVE = re.compile(
    r"近日|日前|昨[日天晚]|前[日天](?![提条])|今[日天](?!的)|明[日天](?!确)|当[日天]|上周|本周|下周|上个?月|本月|下个?月"
    r"|去年|上年|今年|明年|前年|近期|目前|截至目前"
)


@dataclass(frozen=True)
class Date:
    """A written date; parts that are not written are None."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def possible(self) -> bool:
        """Tell whether the calendar has such a day."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None or self.month is None:
            return True
        # Without a year, 29 February may be meant for a leap year.
        return 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]

    def as_day(self, year: int | None = None) -> date | None:
        """Return the calendar day, taking `year` where none is written; None if it is no full or possible day."""
        known = self.year or year
        if not known or not self.month or not self.day or not self.possible:
            return None
        try:
            return date(known, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Time:
    """A written time of day."""

    span: Span
    hour: int
    minute: int | None

    @property
    def possible(self) -> bool:
        """Tell whether a clock shows it; 24时 is the end of the day."""
        return self.hour <= 24 and (self.minute or 0) <= 59 and (self.hour < 24 or not self.minute)


def dates_in(text: str) -> Iterator[Date]:
    """Yield every absolute date."""
    for match in DATE.finditer(text):
        year = match["year"] or match["only"] or match["y"]
        month, day = match["month"] or match["m"], match["day"] or match["d"]
        yield Date(Span(*match.span()), _number(year), _number(month), _number(day))


def times_in(text: str) -> Iterator[Time]:
    """Yield every time of day."""
    for match in TIME.finditer(text):
        minute = match["minute"] or match["mi"]
        hour = int(match["hour"] or match["h"])
        yield Time(Span(*match.span()), hour, None if minute is None else int(minute))


def relatives_in(text: str) -> Iterator[Span]:
    """Yield every word for a time that depends on when it is read."""
    return (Span(*match.span()) for match in RELATIVE.finditer(text))


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdecimal() else from_chinese(written.replace("○", "〇"))
