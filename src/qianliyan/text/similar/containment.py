"""How much of the shorter text stands in the longer one, exactly."""

from collections.abc import Collection
from functools import lru_cache

from qianliyan.text.similar.normal import bare

RUN = 3
# Above this share an editor should look; measured in docs/algorithms/similarity.md.
ALARM = 0.25
# One text is held against many others, and its neighbours against the same ones.
REMEMBERED = 64


def containment(one: str, other: str, *, boilerplate: Collection[str] = ()) -> float:
    """Return the share of the shorter text's three-character runs that the longer one has too, from 0 to 1."""
    left, right = _runs(one), _runs(other)
    for passage in boilerplate:
        quoted = _runs(passage)
        left, right = left - quoted, right - quoted
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def share_within(text: str, other: str) -> float:
    """Return the share of a text's three-character runs that another text has too, from 0 to 1."""
    runs = _runs(text)
    return len(runs & _runs(other)) / len(runs) if runs else 0.0


@lru_cache(maxsize=REMEMBERED)
def _runs(text: str) -> frozenset[str]:
    signs = bare(text)
    return frozenset(signs[place : place + RUN] for place in range(len(signs) - RUN + 1))
