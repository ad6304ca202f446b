"""Which months are told, and what the writer has to know of them. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from qianliyan.core.workdays import country_works_on
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.orders import IssuePlan, Order, Year, plan
from qianliyan.workbench.demo.plan import Month, closed_year, running_year
from qianliyan.workbench.demo.reports import Place, Report, instructed_of, reports_of
from qianliyan.workbench.demo.texts.ordering import Wanted

SEED = 20250101


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

    def done(self, day: date) -> int:
        """Return how much of everything has arrived before `day`, in per cent of what the months bring."""
        before = sum(month.arrivals for month in self.months if month.first < day.replace(day=1))
        now = sum(month.arrivals for month in self.months if month.first == day.replace(day=1))
        return round((before + now * (day.day - 1) / 31) * 100 / sum(month.arrivals for month in self.months))

    def planned(self) -> Year:
        """Return what is planned in these months."""
        return plan(self.months, country_works_on, SEED)

    def reported(self, year: Year) -> tuple[Mapping[Place, Report], list[IssuePlan]]:
        """Return what of the planned issues goes up, and the province's own issues."""
        return reports_of(self.months, year.issues, country_works_on, SEED)

    def instructed(self, year: Year, reports: Mapping[Place, Report]) -> Mapping[Place, str]:
        """Return on which printed places leaders instruct."""
        return instructed_of(self.months, year.issues, reports, SEED)


def wanted(orders: Sequence[Order]) -> Iterator[Wanted]:
    """Return what the writer needs to know of each order."""
    known = units()
    for order in orders:
        place = ""
        if order.about.startswith("event:"):
            county = known[order.about.split(":")[3]].author
            place = f"{county.name}{county.places[sum(map(ord, order.about)) % len(county.places)]}"
        yield Wanted(known[order.unit].author, order.kind, order.form, order.day, order.about, place)
