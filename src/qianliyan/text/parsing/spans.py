"""Places in a text: half-open, counted in characters from the start."""

from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to but not including `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that stand at this place."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly within."""
        return self.start <= other.start and other.end <= self.end


NOWHERE = Span(0, 0)
