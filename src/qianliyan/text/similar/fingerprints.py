"""Winnowed fingerprints: a few numbers a text that any copy of a longer passage shares.

Schleimer, Wilkerson and Aiken, "Winnowing" (2003): of every `WINDOW` neighbouring runs the one with the least hash is
kept. Any shared passage of `RUN + WINDOW - 1` characters is certain to share a fingerprint.
"""

from collections import deque
from collections.abc import Collection
from hashlib import blake2b

from qianliyan.text.similar.normal import bare

RUN = 6
WINDOW = 8


def fingerprints(text: str, *, boilerplate: Collection[str] = ()) -> list[int]:
    """Return the fingerprints of a text as sorted signed 64-bit numbers, without those of known quoted passages."""
    chosen = set(_winnowed(hashes(bare(text))))
    for passage in boilerplate:
        chosen.difference_update(hashes(bare(passage)))
    return sorted(chosen)


def hashes(text: str) -> list[int]:
    """Hash every run of six characters; a shorter text is one run."""
    if not text:
        return []
    return [_hash(text[place : place + RUN]) for place in range(max(1, len(text) - RUN + 1))]


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-16-le", "replace"), digest_size=8).digest(), "big", signed=True)


def _winnowed(values: list[int]) -> list[int]:
    """Keep the rightmost least value of every window, in time linear in the text."""
    if len(values) <= WINDOW:
        return [min(values)] if values else []
    chosen: list[int] = []
    least: deque[int] = deque()
    for place, value in enumerate(values):
        while least and values[least[-1]] >= value:
            least.pop()
        least.append(place)
        if least[0] <= place - WINDOW:
            least.popleft()
        if place >= WINDOW - 1:
            chosen.append(values[least[0]])
    return chosen
