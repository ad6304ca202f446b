"""What a rule may know: the document, and what the office and the form say about it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import rjieba

from qianliyan.text.checking.finding import Severity
from qianliyan.text.parsing.document import Block, Document
from qianliyan.text.parsing.numbers import Number
from qianliyan.text.parsing.spans import Span


@dataclass(frozen=True)
class Leader:
    """One line of the office's dated list of leaders; `rank` gives the order of naming."""

    name: str
    post: str
    rank: int
    since: date
    until: date | None = None
    source: str = ""


@dataclass(frozen=True)
class Phrase:
    """A wrong wording with the right one, why, and where that is laid down."""

    wrong: str
    right: str
    why: str = ""
    source: str = ""


@dataclass(frozen=True)
class Lists:
    """The lists an office keeps; without them the rules that need them are silent."""

    leaders: tuple[Leader, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    former_offices: tuple[Phrase, ...] = ()
    confusables: tuple[Phrase, ...] = ()
    secret_phrases: tuple[str, ...] = ()
    house_words: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()


# Characters from and to, by form; what offices have set over the years, and change in their settings.
LENGTHS: Mapping[str, tuple[int, int]] = {
    "brief": (50, 250),
    "single": (120, 900),
    "composite": (200, 1800),
    "special": (200, 2500),
    "research": (500, 6000),
}


@dataclass(frozen=True)
class Settings:
    """What an office may change: severities by rule id (None switches off), limits, lists."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, int]] = field(default_factory=lambda: LENGTHS)
    longest_title: int = 30
    longest_sentence: int = 160
    stale_days: Mapping[str, int] = field(default_factory=lambda: {"warning": 3, "problem": 15, "ordinary": 7})
    lists: Lists = field(default_factory=Lists)


@dataclass(frozen=True)
class Context:
    """A document with what is known about it; kind, form and both days may be unknown."""

    document: Document
    settings: Settings
    kind: str | None = None
    form: str | None = None
    written_on: date | None = None
    printed: tuple[str, ...] = ()
    occurred_on: date | None = None

    @property
    def text(self) -> str:
        """Return the whole text, title included."""
        return self.document.text

    @property
    def title(self) -> str:
        """Return the title, empty if there is none."""
        return self.document.title

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return all sentences, with the title's first."""
        return (*self.document.title_sentences, *self.document.sentences)

    @cached_property
    def body_start(self) -> int:
        """Return where the body begins."""
        return self.document.blocks[0].span.start if self.document.blocks else len(self.text)

    @cached_property
    def body(self) -> str:
        """Return the text after the title."""
        return self.text[self.body_start :]

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """Return the blocks that hold sentences."""
        return tuple(block for block in self.document.blocks if block.sentences)

    @cached_property
    def numbers_by_sentence(self) -> list[tuple[Span, list[Number]]]:
        """Return every sentence with the numbers in it."""
        numbers = iter(self.document.numbers)
        pending = next(numbers, None)
        found = []
        for sentence in self.sentences:
            inside: list[Number] = []
            while pending is not None and pending.span.start < sentence.end:
                if pending.span.start >= sentence.start:
                    inside.append(pending)
                pending = next(numbers, None)
            found.append((sentence, inside))
        return found

    def numbers_between(self, start: int, end: int) -> tuple[Number, ...]:
        """Return the numbers that begin in a stretch of the text."""
        numbers = self.document.numbers
        first, last = (bisect_left(numbers, place, key=lambda number: number.span.start) for place in (start, end))
        return numbers[first:last]

    @cached_property
    def words(self) -> list[tuple[int, str]]:
        """Return the words the dictionary sees in the text, each with its place."""
        found, place = [], 0
        for word in rjieba.cut(self.text, hmm=False):
            found.append((place, word))
            place += len(word)
        return found

    def sentence_at(self, place: int) -> Span:
        """Return the sentence a place lies in, or the one that begins next to it; empty where there is none."""
        index = bisect_right(self.sentences, Span(place, len(self.text) + 1)) - 1
        near = (self.sentences[at] for at in (index, index + 1) if 0 <= at < len(self.sentences))
        return next((span for span in near if span.start - 1 <= place < span.end), Span(place, place))

    @property
    def subject_span(self) -> Span:
        """Return the place for a finding about the whole: the title, or else the first sentence."""
        if self.document.title_span:
            return self.document.title_span
        return self.sentences[0] if self.sentences else Span(0, len(self.text))
