"""Which of our pieces a title in a circular means: surely, doubtfully, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from qianliyan.text.similar.normal import normal

# Offices above shorten and polish titles: measured by tests on such pairs.
SURE, POSSIBLE, APART = 0.86, 0.42, 0.12
MOST = 4
ASKED_TO = re.compile(r"^(?:关于|有关)|(?:的)?(?:情况|报告|情况报告|汇报)$")


@dataclass(frozen=True)
class Candidate:
    """One of our pieces: a submission or a printed entry."""

    kind: str
    pk: int
    uid: str
    title: str
    on: date

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others."""
        return self.kind, self.pk


@dataclass(frozen=True)
class Likely:
    """A candidate with how much its title is like the one in the circular."""

    candidate: Candidate
    likeness: float


class Matcher:
    """Compares titles with the same candidates over and over."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._known = [(one, _core(one.title)) for one in candidates]
        self._pairs = [(one, core, _pairs(core)) for one, core in self._known]

    def likely(self, title: str, until: date | None = None) -> list[Likely]:
        """Return the candidates that may be meant, the most alike first; what is younger than the list cannot be."""
        core = _core(title)
        pairs = _pairs(core)
        old = [row for row in self._pairs if until is None or row[0].on <= until]
        near = [(one, other) for one, other, known in old if _share(pairs, known) >= POSSIBLE / 2]
        rated = [Likely(one, _likeness(core, other)) for one, other in near]
        found = sorted((one for one in rated if one.likeness >= POSSIBLE), key=lambda one: -one.likeness)
        return found[:MOST]


def sure(likely: Sequence[Likely]) -> Candidate | None:
    """Return the candidate that is meant beyond doubt: very like, and no other nearly as much."""
    if not likely or likely[0].likeness < SURE:
        return None
    rivals = [one for one in likely[1:] if one.likeness > likely[0].likeness - APART]
    return None if rivals else likely[0].candidate


def _core(title: str) -> str:
    """Drop what is added and dropped freely: 关于…的情况."""
    signs = normal(title).text
    return ASKED_TO.sub("", ASKED_TO.sub("", signs)) or signs


def _pairs(core: str) -> frozenset[str]:
    return frozenset(core[place : place + 2] for place in range(max(len(core) - 1, 1)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def _likeness(one: str, other: str) -> float:
    """Compare in order; a title that stands whole in the other is nearly the same."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    whole = 0.9 if len(shorter) >= 8 and shorter in longer else 0.0
    return max(whole, SequenceMatcher(None, one, other, autojunk=False).ratio())
