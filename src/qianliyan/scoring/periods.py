"""The assessment calendar: years that need not start in January, their parts, and the days that belong to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTHS = {"month": 1, "two_months": 2, "quarter": 3, "half": 6, "year": 12}
LETTERS = {"two_months": "B", "quarter": "Q", "half": "H"}
KINDS = ("week", *MONTHS)
LABEL = re.compile(r"(\d{4})(?:-(?:(\d{2})|([BQH])(\d)|W(\d{2})))?")
KIND_NAMES = {
    "week": "周",
    "month": "月",
    "two_months": "两个月",
    "quarter": "季度",
    "half": "半年",
    "year": "年度",
    "range": "时段",
}


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of days with the label people use for it; `whole` unless it was cut off by a larger one."""

    first: date
    last: date
    label: str
    kind: str
    whole: bool = True

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to the period."""
        return self.first <= day <= self.last


def month_day(months: int) -> date:
    """Give the first day of a month counted from the year 0."""
    return date(months // 12, months % 12 + 1, 1)


def months_of(day: date) -> int:
    """Count the months from the year 0."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one scheme; `year_starts` is the month in which its assessment year begins."""

    year_starts: int = 1

    def year_of(self, day: date) -> int:
        """Name the assessment year of a day: the calendar year in which that assessment year ends."""
        return day.year + (1 if self.year_starts > 1 and day.month >= self.year_starts else 0)

    def year(self, number: int) -> Period:
        """Give a whole assessment year."""
        return self.part(number, "year", 1)

    def part(self, year: int, kind: str, number: int) -> Period:
        """Give the so-many-th month, quarter … of an assessment year."""
        size = MONTHS[kind]
        if not 1 <= number <= 12 // size:
            raise ValueError(f"{year}年没有第{number}个{KIND_NAMES[kind]}")
        start = (year - (1 if self.year_starts > 1 else 0)) * 12 + self.year_starts - 1 + (number - 1) * size
        last = month_day(start + size) - timedelta(days=1)
        return Period(month_day(start), last, self.label(year, kind, number, start), kind)

    def label(self, year: int, kind: str, number: int, start: int) -> str:
        """Write the label of a part; months keep the name of the calendar."""
        if kind == "month":
            return month_day(start).strftime("%Y-%m")
        return str(year) if kind == "year" else f"{year}-{LETTERS[kind]}{number}"

    def month(self, day: date) -> Period:
        """Give the month of a day."""
        start = months_of(day)
        return Period(month_day(start), month_day(start + 1) - timedelta(days=1), day.strftime("%Y-%m"), "month")

    def week(self, day: date) -> Period:
        """Give the week (Monday to Sunday) of a day."""
        first = day - timedelta(days=day.weekday())
        number = first.isocalendar()
        return Period(first, first + timedelta(days=6), f"{number.year}-W{number.week:02}", "week")

    def read(self, label: str) -> Period:
        """Read 2026, 2026-03, 2026-Q1, 2026-H1, 2026-B1, 2026-W07 or a range 2026-01..2026-03."""
        if ".." in label:
            first, last = (self.read(end) for end in label.split("..", 1))
            if first.first > last.last:
                raise ValueError(f"时段“{label}”首尾颠倒")
            return Period(first.first, last.last, label, "range")
        found = LABEL.fullmatch(label)
        if found is None:
            raise ValueError(f"时段“{label}”写法不对，应如2026、2026-03、2026-Q1、2026-H1或2026-01..2026-03")
        return self.named(int(found[1]), found)

    def named(self, year: int, found: "re.Match[str]") -> Period:
        """Turn the parts of a label into days."""
        if found[2]:
            if not 1 <= int(found[2]) <= 12:
                raise ValueError(f"{year}年没有{int(found[2])}月")
            return self.month(date(year, int(found[2]), 1))
        if found[5]:
            if not 1 <= int(found[5]) <= date(year, 12, 28).isocalendar().week:
                raise ValueError(f"{year}年没有第{int(found[5])}周")
            return self.week(date.fromisocalendar(year, int(found[5]), 1))
        if found[3]:
            kind = next(kind for kind, letter in LETTERS.items() if letter == found[3])
            return self.part(year, kind, int(found[4]))
        return self.year(year)

    def around(self, day: date, kind: str) -> Period:
        """Give the period of this kind in which a day falls."""
        if kind in ("week", "month"):
            return self.week(day) if kind == "week" else self.month(day)
        year = self.year_of(day)
        offset = months_of(day) - months_of(self.year(year).first)
        return self.part(year, kind, offset // MONTHS[kind] + 1)

    @lru_cache(maxsize=4096)  # noqa: B019 (a calendar is a small value, not an object with a life)
    def pieces(self, period: Period, kind: str) -> tuple[Period, ...]:
        """Cut a period into weeks, months, quarters …; the same cuts are asked for by every unit."""
        return tuple(self.cut(period, kind))

    def cut(self, period: Period, kind: str) -> Iterator[Period]:
        """Cut a period into weeks, months, quarters …; a piece that sticks out is clipped and not whole."""
        day = period.first
        while day <= period.last:
            full = self.around(day, kind)
            # A week belongs to the period in which it ends, so that no week is judged twice.
            if kind == "week" and full.last <= period.last:
                yield full
            elif kind != "week":
                first, last = max(full.first, period.first), min(full.last, period.last)
                yield Period(first, last, full.label, kind, (first, last) == (full.first, full.last))
            day = full.last + timedelta(days=1)

    def so_far(self, day: date, kind: str) -> Period:
        """Give the period of this kind in which a day falls, up to that day."""
        full = self.around(day, kind)
        return Period(full.first, day, full.label, kind, day == full.last)

    def year_to(self, period: Period) -> Period:
        """Give the running period: from the start of the assessment year to the end of this one."""
        year = self.year(self.year_of(period.last))
        first = min(year.first, period.first)
        return Period(first, period.last, f"{year.label}（至{period.label}）", "range")
