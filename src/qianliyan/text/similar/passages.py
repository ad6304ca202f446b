"""The passages two texts share, to be shown side by side."""

from collections import defaultdict
from dataclasses import dataclass

from qianliyan.text.parsing.spans import Span
from qianliyan.text.similar.normal import Normal, normal

SEED = 6
SHORTEST = 10
# A phrase that a text repeats a hundred times need not be tried at every place.
MOST_PLACES = 12


@dataclass(frozen=True)
class Passage:
    """The same words in both texts, up to punctuation, blanks and width."""

    left: Span
    right: Span


def shared_passages(one: str, other: str, *, shortest: int = SHORTEST) -> list[Passage]:
    """Return the longest shared passages in the order of the first text, none shorter than `shortest` characters."""
    left, right = normal(one), normal(other)
    seeds = _seeds(right.text)
    found: list[Passage] = []
    place = 0
    while place + SEED <= len(left.text):
        start, length = _longest(left.text, right.text, place, seeds)
        if length >= shortest:
            found.append(Passage(_span(left, place, length), _span(right, start, length)))
            place += length
        else:
            place += 1
    return found


def _seeds(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place in range(len(text) - SEED + 1):
        here = places[text[place : place + SEED]]
        if len(here) < MOST_PLACES:
            here.append(place)
    return places


def _longest(left: str, right: str, place: int, seeds: dict[str, list[int]]) -> tuple[int, int]:
    best_start = best = 0
    for start in seeds.get(left[place : place + SEED], ()):
        length = SEED
        while (
            place + length < len(left) and start + length < len(right) and left[place + length] == right[start + length]
        ):
            length += 1
        if length > best:
            best_start, best = start, length
    return best_start, best


def _span(text: Normal, start: int, length: int) -> Span:
    return Span(text.places[start], text.places[start + length - 1] + 1)
