"""How values are written in messages: as the text writes them."""

from fractions import Fraction

from qianliyan.text.parsing.numbers import SCALES, Number


def show(text: str, number: Number) -> str:
    """Return the number as it stands in the text."""
    return number.span.of(text)


def show_value(value: Fraction, like: Number) -> str:
    """Write a value in the scale and unit of another number."""
    return f"{plain(value / SCALES[like.scale])}{like.scale}{like.unit}"


def plain(value: Fraction, places: int = 2) -> str:
    """Write a value with at most two decimals, without idle zeros."""
    rounded = round(value, places)
    whole = f"{float(rounded):.{places}f}".rstrip("0").rstrip(".")
    return whole if whole not in ("", "-0") else "0"
