"""Geometry of the small charts: numbers in, places in the drawing out. The drawing itself is a component."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One bar with the name that stands under it."""

    x: float
    y: float
    width: float
    height: float
    value: float = 0
    name: str = ""


@dataclass(frozen=True)
class Point:
    """One place of a line."""

    x: float
    y: float


def share(value: float, maximum: float, length: float) -> float:
    """Return the part of `length` that the value fills, never more than all of it."""
    if maximum <= 0:
        return 0
    return round(max(0, min(value / maximum, 1)) * length, 1)


def points(values: Sequence[float], *, width: float, height: float, margin: float) -> list[Point]:
    """Spread the series over the width, its smallest value at the bottom and its largest at the top."""
    if not values:
        return []
    low, high = min(values), max(values)
    step = (width - 2 * margin) / max(len(values) - 1, 1)
    room = height - 2 * margin
    return [
        Point(round(margin + step * place, 1), round(height - margin - share(value - low, high - low, room), 1))
        for place, value in enumerate(values)
    ]


def bars(values: Sequence[float], names: Sequence[str], *, width: float, height: float) -> list[Bar]:
    """Stand one bar beside the other on the ground line."""
    highest = max(values, default=0)
    step = width / max(len(values), 1)
    return [
        Bar(
            x=round(place * step + step * 0.2, 1),
            y=round(height - (tall := share(value, highest, height - 8)), 1),
            width=round(step * 0.6, 1),
            height=tall,
            value=value,
            name=name,
        )
        for place, (value, name) in enumerate(zip(values, names, strict=True))
    ]


def stack(parts: Sequence[float], maximum: float, *, width: float) -> list[Bar]:
    """Lay the parts of a sum one after the other."""
    laid, start = [], 0.0
    for part in parts:
        long = share(part, maximum, width)
        laid.append(Bar(x=round(start, 1), y=0, width=long, height=8, value=part))
        start += long
    return laid
