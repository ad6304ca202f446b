"""What events, commissions and forwarded instructions only make suspicious (疑似迟报): no fault before a hearing.

Assessors of the office read here which unit let which time pass; of an instruction they learn its number alone, of an
urgent event its moments.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from qianliyan.assessment.models import Determination
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.suspicion import Suspicion
from qianliyan.assessment.urgent import events
from qianliyan.core import clock
from qianliyan.instructions.models import Forwarding
from qianliyan.instructions.states import WITH_UNIT
from qianliyan.offices.models import Office
from qianliyan.planning.models import Addressee
from qianliyan.planning.states import AddresseeState, CommissionState

MOST, SEARCHED = 12, 60
ASKED = (CommissionState.ISSUED, CommissionState.CLOSED)
WAITING = (AddresseeState.PENDING, AddresseeState.SIGNED_FOR)


def suspicions(office: Office) -> list[Suspicion]:
    """Return what has passed its day without an answer and is not looked into yet, the longest first."""
    known = set(Determination.objects.filter(office=office).values_list("unit", "fault", "matter"))
    found = [*events(office), *_commissions(office), *_forwardings(office)]
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
