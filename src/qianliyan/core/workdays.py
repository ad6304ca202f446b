"""Working days. The calendar is given: which days an office works is configuration's data."""

from datetime import date, timedelta
from typing import Protocol

import chinese_calendar

SATURDAY = 5


class Calendar(Protocol):
    """Knows which days an office works."""

    def works_on(self, day: date) -> bool:
        """Tell whether the office works on `day`."""
        ...


def country_works_on(day: date) -> bool:
    """Tell whether the country works on `day`; years without published holidays follow the week."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY


def add_working_days(start: date, days: int, calendar: Calendar) -> date:
    """Return the day that lies `days` working days after `start`, which itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= calendar.works_on(day)
    return day


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Count the working days after `start` up to and including `end`."""
    return sum(calendar.works_on(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
