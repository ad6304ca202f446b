"""本月信息流转: each figure is a set of submissions, so that its number and the list behind it always agree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.items.models import Submission
from qianliyan.items.models.item import UNIT
from qianliyan.items.models.submission import SECTION
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile

EVERYTHING = Q()
TAKEN = Q(state__in=(SubmissionState.TAKEN, SubmissionState.PUBLISHED))
ADOPTED = Q(state=SubmissionState.PUBLISHED)


@dataclass(frozen=True)
class Figure:
    """One figure: `of` narrows the submissions to those that the office received or sent."""

    code: str
    label: Text
    of: Callable[[Seat], Q]
    condition: Q = EVERYTHING

    def rows(self, seat: Seat) -> QuerySet[Submission]:
        """Return this month's submissions that the figure counts, newest first."""
        month = visible_to(Submission, seat).filter(self.of(seat), self.condition, sent_at__gte=month_begin())
        return month.order_by("-sent_at", "-pk")

    @property
    def pile(self) -> Pile:
        """The figure as something to be counted."""
        return Pile(f"figure_{self.code}", self.rows)


@dataclass(frozen=True)
class Number:
    """A figure as the page shows it."""

    label: str
    count: int
    url: str


def received(seat: Seat) -> Q:
    """Narrow to what the office received."""
    return Q(receiver=seat.office_id)


def sent(seat: Seat) -> Q:
    """Narrow to what the office sent."""
    return Q(sender=seat.office_id)


OF_SECTION = (
    Figure("received", _("收到"), received),
    Figure("taken", _("选用"), received, TAKEN),
    Figure("adopted", _("采用"), received, ADOPTED),
)
UPWARD = (Figure("reported", _("上报"), sent), Figure("adopted-above", _("上级采用"), sent, ADOPTED))
OF_UNIT = (
    Figure("sent", _("报送"), sent),
    Figure("sent-taken", _("选用"), sent, TAKEN),
    Figure("sent-adopted", _("采用"), sent, ADOPTED),
)


def figures_for(seat: Seat) -> tuple[Figure, ...]:
    """Return the figures that mean something to this seat."""
    writes = any(seat.may(power) for power in UNIT)
    if in_section(seat):
        return (*OF_SECTION, *UPWARD) if writes else OF_SECTION
    return OF_UNIT if writes else ()


def in_section(seat: Seat) -> bool:
    """Tell whether the seat belongs to those who handle what arrives."""
    return any(seat.may(power) for power in SECTION)


def numbers(figures: tuple[Figure, ...], counts: Counts) -> list[Number]:
    """Return the figures with their numbers and the lists behind them."""
    return [
        Number(str(figure.label), counts[figure.pile.code], reverse("workbench:flow", args=[figure.code]))
        for figure in figures
    ]


def month_begin() -> datetime:
    """Return the first moment of the month on the office's wall clock."""
    return timezone.make_aware(datetime.combine(clock.today().replace(day=1), time()))
