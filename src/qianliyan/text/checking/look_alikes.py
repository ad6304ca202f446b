"""Which characters are taken for one another: those that look alike, and those that sound alike."""

from collections.abc import Iterable
from functools import cache

from qianliyan.text.checking.lists import rows


def similar(sign: str) -> frozenset[str]:
    """Return the characters that look or sound so much like this one that they are mistaken for it every day."""
    return _alike("similar_signs").get(sign, frozenset())


def homophones(sign: str) -> frozenset[str]:
    """Return the everyday characters that can be read like this one, tones aside."""
    return _alike("homophones").get(sign, frozenset())


def mistaken(one: str, other: str) -> bool:
    """Tell whether one can stand for the other by a slip of the hand or of the input method."""
    return other in similar(one) or other in homophones(one)


@cache
def _alike(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _groups(name):
        for sign in group:
            found.setdefault(sign, set()).update(group)
    return {sign: frozenset(others - {sign}) for sign, others in found.items()}


def _groups(name: str) -> Iterable[str]:
    return ("".join(row[0].split()) for row in rows(name))
