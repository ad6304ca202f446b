"""What somebody who searches means: words, phrases in quotation marks, and words with a minus that must not occur."""

import re
from dataclasses import dataclass

from qianliyan.text.finding.folding import runs

QUOTES = {'"': '"', "“": "”", "”": "”", "＂": "＂", "「": "」", "『": "』"}
MINUS = "-－−"
MOST_CHARACTERS = 200
MOST_TERMS = 10
PART = re.compile(r"\S+")


@dataclass(frozen=True)
class Term:
    """One thing asked for: runs of characters that follow each other, with nothing but punctuation between them."""

    runs: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The term as it stands in a text whose punctuation is one blank."""
        return " ".join(self.runs)


@dataclass(frozen=True)
class Query:
    """What must occur and what must not; `too_long` says that only the beginning was read."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    too_long: bool = False

    @property
    def joined(self) -> str:
        """The wanted terms in one piece, as if they had been typed without blanks."""
        return "".join("".join(term.runs) for term in self.wanted)


def understand(text: str) -> Query:
    """Read what was typed, whatever it is: unpaired quotation marks reach to the end, operators are plain text."""
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    for part, excluded in _parts(text[:MOST_CHARACTERS]):
        term = Term(tuple(runs(part)))
        if term.runs:
            (unwanted if excluded else wanted).setdefault(term)
    too_long = len(text) > MOST_CHARACTERS or len(wanted) + len(unwanted) > MOST_TERMS
    return Query(tuple(wanted)[:MOST_TERMS], tuple(unwanted)[:MOST_TERMS], too_long)


def _parts(text: str) -> list[tuple[str, bool]]:
    """Cut at blanks outside quotation marks; a minus counts at the beginning of a part only."""
    found: list[tuple[str, bool]] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        excluded = text[place] in MINUS
        place += excluded
        end = _end(text, place)
        found.append((text[place:end], excluded))
        place = end
    return found


def _end(text: str, place: int) -> int:
    if place < len(text) and text[place] in QUOTES:
        closing = text.find(QUOTES[text[place]], place + 1)
        return len(text) if closing < 0 else closing + 1
    match = PART.match(text, place)
    opening = next((at for at in range(place, match.end()) if text[at] in QUOTES), match.end()) if match else place
    return max(opening, place)
