"""How periods stand: closed or running, what their standings show. Two queries for any number of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max

from qianliyan.assessment.models import Calculation, Period
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.states import CalculationState, PeriodState
from qianliyan.offices.models import Office


@dataclass(frozen=True)
class Overview:
    """One period of an office."""

    period: Period
    live: Calculation | None = None
    last: Calculation | None = None

    @property
    def closed(self) -> bool:
        """Tell whether it is closed."""
        return self.period.state == PeriodState.CLOSED

    @property
    def shown(self) -> Calculation | None:
        """What its standings show: the closing of a closed one, else the last live calculation."""
        return self.period.closing if self.closed else self.live

    @property
    def awaited(self) -> Calculation | None:
        """The last ordered calculation, if it is still going on or was refused."""
        return self.last if self.last and self.last.state != CalculationState.DONE else None


def overviews(office: Office, labels: Iterable[str]) -> dict[str, Overview]:
    """Return how each of these periods stands."""
    wanted = list(labels)
    periods = {
        row.label: row for row in Period.objects.filter(office=office, label__in=wanted).select_related("closing__file")
    }
    of_office = Calculation.objects.filter(office=office, label__in=wanted, purpose=Purpose.LIVE)
    newest = of_office.order_by().values("label", "state").annotate(newest=Max("pk")).values("newest")
    found: dict[str, list[Calculation]] = {}
    for row in Calculation.objects.filter(pk__in=newest).select_related("office", "file").order_by("-pk"):
        found.setdefault(row.label, []).append(row)
    return {one: _overview(office, one, periods.get(one), found.get(one, [])) for one in wanted}


def _overview(office: Office, label: str, period: Period | None, newest_first: list[Calculation]) -> Overview:
    live = next((row for row in newest_first if row.state == CalculationState.DONE), None)
    shown = period or Period(office=office, label=label)
    if shown.closing:
        shown.closing.office = office
    return Overview(shown, live, newest_first[0] if newest_first else None)
