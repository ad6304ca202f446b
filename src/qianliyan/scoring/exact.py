"""Exact numbers: reading them from schemes and facts, rounding and printing them only where a scheme says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, lcm

NUMBER = re.compile(r"\s*([+-]?)\s*(\d+(?:\.\d+)?)(?:\s*/\s*(\d+))?\s*(%?)\s*")
UNPRINTABLE_PLACES = 6
# A year has few different values: their texts are written once.
KEPT_TEXTS = 4096


def exact(value: object) -> Fraction:
    """Read 3, 0.5, "1/3" or "50%" without ever passing through a binary fraction; refuse anything else."""
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    found = NUMBER.fullmatch(value) if isinstance(value, str) else None
    if found is None or (found[3] and int(found[3]) == 0):
        raise ValueError(f"“{value}”不是数")
    number = Fraction(found[2]) / int(found[3] or 1) / (100 if found[4] else 1)
    return -number if found[1] == "-" else number


def added(values: Sequence[Fraction]) -> Fraction:
    """Add numbers over one common denominator, which costs far less than adding fraction to fraction."""
    if len(values) == 1:
        return values[0]
    return added_parts([(value.numerator, value.denominator) for value in values])


def added_parts(parts: Sequence[tuple[int, int]]) -> Fraction:
    """Add numerators with their denominators."""
    whole = lcm(*[denominator for _, denominator in parts])
    return Fraction(sum([numerator * (whole // denominator) for numerator, denominator in parts]), whole)


def half_up(value: Fraction) -> int:
    """Round half away from zero, as arithmetic at school does (四舍五入)."""
    whole = floor(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def half_even(value: Fraction) -> int:
    """Round half to the even neighbour (四舍六入五成双)."""
    return round(value)


MODES: dict[str, Callable[[Fraction], int]] = {
    "half_up": half_up,
    "half_even": half_even,
    "down": int,
    "up": ceil,
    "floor": floor,
}


@dataclass(frozen=True, slots=True)
class Rounding:
    """How many places, by which habit, and whether zeros at the end are printed."""

    places: int
    mode: str = "half_up"
    zeros: bool = True

    def apply(self, value: Fraction) -> Fraction:
        """Round the value itself."""
        scale = 10**self.places
        return Fraction(MODES[self.mode](value * scale), scale)

    def text(self, value: Fraction) -> str:
        """Print the rounded value."""
        text = fixed(self.apply(value), self.places)
        return text if self.zeros or "." not in text else text.rstrip("0").rstrip(".")


def fixed(value: Fraction, places: int) -> str:
    """Print a number that has at most so many decimal places."""
    digits = str(int(abs(value) * 10**places)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def decimal_places(value: Fraction) -> int | None:
    """Count the places of a finite decimal fraction; None if it never ends."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


@lru_cache(KEPT_TEXTS)
def decimal_text(value: Fraction) -> str:
    """Print a number exactly, or with six places half-up where the exact decimal never ends."""
    places = decimal_places(value)
    return Rounding(UNPRINTABLE_PLACES if places is None else places).text(value)


@lru_cache(KEPT_TEXTS)
def plain(value: Fraction) -> str:
    """Write a number as people write it in an explanation: 2.5, or 1/3 where no decimal ends."""
    return decimal_text(value) if decimal_places(value) is not None else f"{value.numerator}/{value.denominator}"
