"""What the index is asked, and the line after which it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from qianliyan.search.places import FIRST, LAST
from qianliyan.text.finding.asking import Query
from qianliyan.text.finding.grading import ANYWHERE, GRADES, IN_TITLE


@dataclass(frozen=True, order=True)
class Line:
    """Where in the order something stands."""

    grade: int
    place: int


# One beyond either end.
TOP, BOTTOM = Line(IN_TITLE + 1, FIRST), Line(ANYWHERE - 1, LAST)


@dataclass(frozen=True)
class Stretch:
    """A part of the order: one grade, from the first to the last place."""

    grade: int
    first: int
    last: int


@dataclass(frozen=True)
class Asked:
    """A query with its filters: all of `marks`, one of `reach`, places from `first` to `last`.

    `by_day` leaves the grade out of the order.
    """

    query: Query
    reach: tuple[str, ...]
    marks: tuple[str, ...] = ()
    first: int = FIRST
    last: int = LAST
    by_day: bool = False

    @property
    def graded(self) -> bool:
        """Tell whether there is anything to grade by."""
        return bool(self.query.wanted) and not self.by_day

    def beyond(self, line: Line, *, backward: bool) -> Iterator[Stretch]:
        """Yield what of the order lies beyond a line, the nearest grade first."""
        grades = GRADES if self.graded else (ANYWHERE,)
        for grade in reversed(grades) if backward else grades:
            first, last = self.first, self.last
            if grade == line.grade and backward:
                first = max(first, line.place + 1)
            elif grade == line.grade:
                last = min(last, line.place - 1)
            passed = grade < line.grade if backward else grade > line.grade
            if not passed:
                yield Stretch(grade, first, last)
