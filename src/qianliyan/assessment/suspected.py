"""What clocks and commissions only make suspicious (疑似迟报): nobody is at fault until the unit was heard.

Assessors of the office read here which unit let which day pass; of an instruction they learn its number alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Determination
from qianliyan.assessment.models.hearing import Fault
from qianliyan.core import clock
from qianliyan.instructions.models import Forwarding
from qianliyan.instructions.states import WITH_UNIT
from qianliyan.offices.models import Office
from qianliyan.planning.models import Addressee
from qianliyan.planning.states import AddresseeState, CommissionState

MOST, SEARCHED = 12, 60
ASKED = (CommissionState.ISSUED, CommissionState.CLOSED)
WAITING = (AddresseeState.PENDING, AddresseeState.SIGNED_FOR)


@dataclass(frozen=True)
class Suspicion:
    """One thing that a unit let pass its day, and the page on which an assessor can ask it about that."""

    unit: int
    name: str
    what: str
    due: date
    fault: Fault

    @property
    def url(self) -> str:
        """Open the matter with what is known filled in."""
        known = {"unit": self.unit, "fault": self.fault.value, "matter": self.what, "happened_on": self.due.isoformat()}
        return f"{reverse('assessment:new_matter')}?{urlencode(known)}"


def suspicions(office: Office) -> list[Suspicion]:
    """Return what has passed its day without an answer and is not looked into yet, the longest first."""
    known = set(Determination.objects.filter(office=office).values_list("unit", "fault", "matter"))
    found = [*_commissions(office), *_forwardings(office)]
    fresh = [one for one in found if (one.unit, one.fault.value, one.what) not in known]
    return sorted(fresh, key=lambda one: (one.due, one.name))[:MOST]


def _commissions(office: Office) -> Iterator[Suspicion]:
    asked = {"asking": office, "office__parent": office, "commission__state__in": ASKED}
    late = Addressee.objects.filter(**asked, state__in=WAITING, due_at__lt=clock.now())
    for one in late.select_related("office", "commission").order_by("due_at", "pk")[:SEARCHED]:
        what = _("约稿《%(title)s》逾期未报") % {"title": one.commission.title}
        due = clock.local(one.due_at).date()
        yield Suspicion(one.office_id, one.office.short_name, what, due, Fault.COMMISSION_MISSED)


def _forwardings(office: Office) -> Iterator[Suspicion]:
    given = {"instruction__office": office, "office__parent": office}
    late = Forwarding.objects.filter(**given, state__in=WITH_UNIT, due_on__lt=clock.today())
    for one in late.select_related("office", "instruction").order_by("due_on", "pk")[:SEARCHED]:
        what = _("批示转办（%(number)s）逾期未反馈") % {"number": one.instruction.number_text}
        yield Suspicion(one.office_id, one.office.short_name, what, one.due_on, Fault.FEEDBACK_LATE)
