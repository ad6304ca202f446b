"""A row's place: the day and the number of the row in one number. The greater, the earlier in a list of the newest."""

from datetime import date

BITS = 26
FIRST, LAST = 0, (1 << 62)


def place_of(day: date, row_pk: int) -> int:
    """Return the place of a row."""
    return (day.toordinal() << BITS) | (row_pk % (1 << BITS))


def first_of(day: date | None) -> int:
    """Return the place before which everything is older than `day`."""
    return FIRST if day is None else day.toordinal() << BITS


def last_of(day: date | None) -> int:
    """Return the last place of `day`."""
    return LAST if day is None else ((day.toordinal() + 1) << BITS) - 1


def day_of(place: int) -> date:
    """Return the day of a place."""
    return date.fromordinal(place >> BITS)
