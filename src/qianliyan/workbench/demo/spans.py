"""Which months are told, and what the writer has to know of them. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import cached_property

from qianliyan.core.workdays import country_works_on
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.orders import IssuePlan, Order, Year, plan
from qianliyan.workbench.demo.plan import Month, closed_year, running_year
from qianliyan.workbench.demo.reports import Place, Report, instructed_of, reports_of
from qianliyan.workbench.demo.texts.ordering import Wanted

SEED = 20250101


@dataclass(frozen=True)
class Part:
    """Days of a span whose arrivals and issues are played together, to the end of all that comes of them."""

    begins: date
    ends: date

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.begins <= day < self.ends

    @property
    def is_last(self) -> bool:
        """Tell whether nothing comes after it."""
        return self.ends == date.max


@dataclass(frozen=True)
class Span:
    """Some months, and the day on which everything stands still."""

    months: tuple[Month, ...]
    last: date

    @classmethod
    def whole(cls, last: date) -> "Span":
        """Return the closed year and the running one up to `last`."""
        return cls((*closed_year(last.year - 1), *running_year(last.year, last.month + 1)), last)

    @classmethod
    def read(cls, text: str) -> "Span":
        """Return the span that `told` wrote down."""
        said = json.loads(text)
        return cls(tuple(Month(*month) for month in said["months"]), date.fromisoformat(said["last"]))

    def told(self) -> str:
        """Write the span down for another process."""
        return json.dumps({"months": [astuple(month) for month in self.months], "last": self.last.isoformat()})

    @property
    def whole_part(self) -> Part:
        """Everything in one."""
        return Part(self.months[0].first, date.max)

    @property
    def halves(self) -> tuple[Part, Part]:
        """Two parts with about as many arrivals."""
        return Part(self.months[0].first, self.middle), Part(self.middle, date.max)

    @cached_property
    def middle(self) -> date:
        """The first day of the month before which about half of everything arrives."""
        return min((month.first for month in self.months), key=lambda day: abs(self._arrived(day) * 2 - self._arrivals))

    def done(self, day: date, part: Part) -> int:
        """Return how much of a part has arrived before `day`, in per cent."""
        before = self._arrived(part.begins)
        share = (self._arrived(day) - before) * 100 / (self._arrived(min(part.ends, self.last)) - before)
        return round(min(share, 100))

    def _arrived(self, day: date) -> float:
        """Return how much arrives before `day`."""
        before = sum(month.arrivals for month in self.months if month.first < day.replace(day=1))
        now = sum(month.arrivals for month in self.months if month.first == day.replace(day=1))
        return before + now * (day.day - 1) / 31

    @property
    def _arrivals(self) -> int:
        return sum(month.arrivals for month in self.months)

    @cached_property
    def planned(self) -> Year:
        """What is planned in these months."""
        return plan(self.months, country_works_on, SEED)

    @cached_property
    def reports(self) -> Mapping[Place, Report]:
        """What of the planned issues goes up."""
        return self._reported[0]

    @cached_property
    def above(self) -> list[IssuePlan]:
        """The province's own issues."""
        return self._reported[1]

    @cached_property
    def instructed(self) -> Mapping[Place, str]:
        """On which printed places leaders instruct."""
        return instructed_of(self.months, self.planned.issues, self.reports, SEED)

    @cached_property
    def _reported(self) -> tuple[Mapping[Place, Report], list[IssuePlan]]:
        return reports_of(self.months, self.planned.issues, country_works_on, SEED, self.middle)


def wanted(orders: Sequence[Order]) -> Iterator[Wanted]:
    """Return what the writer needs to know of each order."""
    known = units()
    for order in orders:
        place = ""
        if order.about.startswith("event:"):
            county = known[order.about.split(":")[3]].author
            place = f"{county.name}{county.places[sum(map(ord, order.about)) % len(county.places)]}"
        yield Wanted(known[order.unit].author, order.kind, order.form, order.day, order.about, place)
