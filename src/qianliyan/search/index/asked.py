"""What the index is asked, and the line after which it goes on."""

from dataclasses import dataclass

from qianliyan.search.places import FIRST, LAST
from qianliyan.text.finding.asking import Query
from qianliyan.text.finding.grading import ANYWHERE, IN_TITLE


@dataclass(frozen=True, order=True)
class Line:
    """Where in the order something stands."""

    grade: int
    place: int


# One beyond either end.
TOP, BOTTOM = Line(IN_TITLE + 1, FIRST), Line(ANYWHERE - 1, LAST)


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
