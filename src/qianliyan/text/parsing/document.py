"""The parsed document: what it consists of, and where each part stands."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qianliyan.text.parsing.counting import character_count
from qianliyan.text.parsing.dates import Date, Time, dates_in, relatives_in, times_in
from qianliyan.text.parsing.names import NameList
from qianliyan.text.parsing.numbers import Number, numbers_in
from qianliyan.text.parsing.quotations import Signs, signs_in
from qianliyan.text.parsing.sentences import sentences_in
from qianliyan.text.parsing.spans import NOWHERE, Span


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    SUBTITLE = "subtitle"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True)
class Block:
    """One line of the text, or the lines of one table.

    `level` and `number` are those of its heading number, 0 without one. A heading that runs into its paragraph
    (一是…。then text) is a paragraph whose `heading` is not empty.
    """

    kind: Kind
    span: Span
    level: int = 0
    number: int = 0
    marker: Span = NOWHERE
    heading: Span = NOWHERE
    sentences: tuple[Span, ...] = ()
    rows: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True)
class Document:
    """A title and its text; every span counts from the start of `text`.

    A title that was given apart from the text has no place in it: `title_span` is None then.
    """

    text: str
    title: str
    title_span: Span | None
    blocks: tuple[Block, ...]

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """Return the blocks that are read as sentences: headings and paragraphs."""
        return tuple(block for block in self.blocks if block.kind in (Kind.HEADING, Kind.PARAGRAPH))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return all sentences of the paragraphs in order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def title_sentences(self) -> tuple[Span, ...]:
        """Return the sentences of a title that stands in the text."""
        return () if self.title_span is None else tuple(sentences_in(self.text, *self.title_span))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Return all absolute dates, possible or not."""
        return tuple(dates_in(self.text))

    def dates_near(self, start: int, end: int) -> tuple[Date, ...]:
        """Return the dates that lie within a stretch of the text, at least in part."""
        first = bisect_left(self.dates, start, key=lambda date: date.span.end)
        last = bisect_left(self.dates, end, key=lambda date: date.span.start)
        return self.dates[first:last]

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Return all times of day."""
        return tuple(times_in(self.text))

    @cached_property
    def relatives(self) -> tuple[Span, ...]:
        """Return the words for times that depend on when they are read."""
        return tuple(relatives_in(self.text))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Return all figures but those of dates, times and heading numbers."""
        taken = [date.span for date in self.dates] + [time.span for time in self.times]
        taken.extend(block.marker for block in self.blocks if block.number)
        return tuple(numbers_in(self._without_doubtful_markers, taken))

    @property
    def _without_doubtful_markers(self) -> str:
        """Blank out heading numbers that would run into a figure, as in "1.96个小区"."""
        pieces: list[str] = []
        done = 0
        for start, end in (block.marker for block in self.blocks):
            if start < end < len(self.text) and self.text[end].isdecimal():
                pieces.extend((self.text[done:start], " " * (end - start)))
                done = end
        return "".join((*pieces, self.text[done:]))

    @cached_property
    def signs(self) -> Signs:
        """Return the quotations and brackets."""
        lines = [self.title_span] if self.title_span else []
        return signs_in(self.text, iter([*lines, *(block.span for block in self.blocks)]))

    def named(self, names: NameList) -> list[Span]:
        """Return the places where a name of the list stands: offices, places, people."""
        return names.found_in(self.text)

    @property
    def body_length(self) -> int:
        """Count the characters of the body as the office does."""
        return sum(character_count(block.span.of(self.text)) for block in self.blocks)
