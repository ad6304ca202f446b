"""Days, points and places as tables write them; what cannot be read is nothing, and somebody is asked."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

DAY = re.compile(r"(?:((?:19|20)\d\d)\s*[-./年])?\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?:日|\b)")
LEVELS = {"国": "state", "中央": "state", "省": "province", "自治区": "province", "市": "city", "县": "county"}
MOST = 1_000_000
NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")
PLACE = re.compile(r"\d+")


def day_in(words: str, year: int) -> date | None:
    """Return the first day in these words; one without a year is of that year."""
    found = DAY.search(words)
    if found is None:
        return None
    try:
        return date(int(found[1] or year), int(found[2]), int(found[3]))
    except ValueError:
        return None


def number_in(words: str) -> Decimal | None:
    """Return the first number, such as 12.5 of “12.5分”."""
    found = NUMBER.search(words.replace(",", "").replace("，", ""))
    try:
        number = Decimal(found[0].replace("−", "-")) if found else None
    except InvalidOperation:
        return None
    # A telephone number or a code in the wrong column is no number of points.
    return number if number is not None and abs(number) < MOST else None


def level_in(words: str, otherwise: str = "") -> str:
    """Return the level of the office that these words name, such as province of “省政府办公厅”."""
    return next((level for word, level in LEVELS.items() if word in words), otherwise)


def place_in(words: str) -> int | None:
    """Return a place, such as 3 of “第3名”."""
    found = PLACE.search(words)
    return int(found[0]) if found and len(found[0]) < 6 else None
