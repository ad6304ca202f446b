"""Places: equals share one, and what comes after them is as the scheme says. Never by the order of a file."""

from collections.abc import Mapping
from fractions import Fraction

from qianliyan.scoring.honours import Ranking

Keys = tuple[Fraction, ...]


def ranks(figures: Mapping[str, Keys], ranking: Ranking) -> dict[str, int]:
    """Give every name its place by its figures, the first figure first; full equals share a place."""
    sign = 1 if ranking.lowest_first else -1
    better = sorted(figures, key=lambda name: (tuple(sign * figure for figure in figures[name]), name))
    places: dict[str, int] = {}
    last: Keys | None = None
    place = 0
    for number, name in enumerate(better, 1):
        if figures[name] != last:
            place = place + 1 if ranking.dense else number
        last = figures[name]
        places[name] = place
    return places


def winners(places: Mapping[str, int], number: int, *, extend: bool) -> list[str]:
    """Take the first so many; equals on the last place all come in, or all stay out, as the scheme says."""
    ordered = sorted(places, key=lambda name: (places[name], name))
    if len(ordered) <= number or number == 0:
        return ordered[:number]
    edge = places[ordered[number - 1]]
    tied_beyond = places[ordered[number]] == edge
    if extend or not tied_beyond:
        return [name for name in ordered if places[name] <= edge]
    return [name for name in ordered if places[name] < edge]
