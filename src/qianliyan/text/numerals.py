"""Chinese numerals: 十二 and 12, 一亿二千万 and 120000000."""

DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
# No quantity needs more; a page of numerals is not a number.
LONGEST = 24
NUMERALS = "".join((*DIGITS, *SMALL_UNITS, *LARGE_UNITS))


def to_chinese(number: int) -> str:
    """Write a number from 0 to 9999 as headings do: 十二, not 一十二."""
    if number < 10:
        return "〇一二三四五六七八九"[number]
    written, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if gap and written else "") + "零一二三四五六七八九"[digit] + sign
        gap = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written


def from_chinese(written: str) -> int | None:
    """Read Chinese numerals, in words (一百二十) or in digits (二〇二六); None if they make no number."""
    if not 0 < len(written) <= LONGEST or any(sign not in NUMERALS for sign in written):
        return None
    if all(sign in DIGITS for sign in written):
        return int("".join(str(DIGITS[sign]) for sign in written))
    return _in_words(written)


def _in_words(written: str) -> int:
    total = section = digit = 0
    for sign in written:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in SMALL_UNITS:
            section += (digit or 1) * SMALL_UNITS[sign]
            digit = 0
        else:
            unit = LARGE_UNITS[sign]
            total = (total + section + digit) * unit if unit > 10_000 else total + (section + digit) * unit
            section = digit = 0
    return total + section + digit
