"""The plan of a year: how much of what happens in each month. The totals are aimed at here and counted in the data."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Month:
    """What one month brings."""

    year: int
    month: int
    arrivals: int
    bulletins: int
    specials: int
    reported: int
    adopted: int
    instructed: int
    instructed_above: int

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)


#            arrivals, 《政务信息》, 《专报信息》, reported, adopted, city leaders, provincial leaders
CLOSED = (
    (430, 14, 13, 62, 11, 5, 1),
    (380, 13, 11, 55, 10, 4, 1),
    (540, 18, 16, 80, 16, 8, 1),
    (530, 18, 16, 82, 16, 7, 1),
    (520, 17, 16, 80, 16, 7, 1),
    (520, 17, 16, 78, 16, 7, 2),
    (510, 17, 16, 76, 15, 7, 1),
    (500, 16, 15, 74, 15, 7, 1),
    (510, 17, 15, 78, 15, 7, 1),
    (470, 15, 14, 70, 13, 6, 1),
    (560, 18, 17, 84, 17, 8, 1),
    (600, 20, 18, 94, 21, 8, 2),
)
# The running year is told more thinly until its last weeks, which the written story fills.
THINNED = 6


def closed_year(year: int) -> list[Month]:
    """Return the months of the closed year."""
    return [Month(year, number + 1, *figures) for number, figures in enumerate(CLOSED)]


def running_year(year: int, until: int) -> list[Month]:
    """Return the months of the running year before month `until`."""
    thin = [[max(1, figure // THINNED) for figure in figures] for figures in CLOSED]
    return [
        replace(Month(year, number, *thin[number - 1]), instructed_above=int(number % 4 == 0))
        for number in range(1, until)
    ]
