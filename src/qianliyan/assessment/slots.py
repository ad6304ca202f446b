"""How many pieces may still go up this month, where the office above takes no more than so many."""

from dataclasses import dataclass

from qianliyan.assessment.settings import SLOTS_ABOVE
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office


@dataclass(frozen=True)
class Slots:
    """The month's limit and what of it is used."""

    limit: int
    used: int

    @property
    def left(self) -> int:
        """How many may still go up."""
        return max(self.limit - self.used, 0)


def slots_left(office: Office) -> Slots | None:
    """Return what is left of the month's limit; nothing where there is none."""
    limit = value(SLOTS_ABOVE, office)
    if not limit:
        return None
    today = clock.today()
    sent = Submission.objects.filter(sender=office, receiver=office.parent_id, sent_at__year=today.year)
    month = sent.filter(sent_at__month=today.month).exclude(state=SubmissionState.WITHDRAWN)
    return Slots(limit, month.values("item").distinct().count())
