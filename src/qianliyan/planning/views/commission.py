"""One commission: for the office that asks with every unit, for a unit with its own deadline and the ways to answer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from qianliyan.core.web import Request, page, seated
from qianliyan.history.workflow import open_to
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.permissions import may_accept, may_ask
from qianliyan.planning.queries.burden import burdens_of, overlapping
from qianliyan.planning.queries.commissions import addressees_of
from qianliyan.planning.queries.units import officers_of
from qianliyan.planning.requirements import before_issuing
from qianliyan.planning.states import COMMISSION_TRANSITIONS, CommissionState
from qianliyan.planning.views.finding import commission_of


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show it from the side on which the seat sits."""
    commission = commission_of(request, uid)
    if commission.office_id == request.seat.office_id:
        return page(request, "planning/commission.html", _asking(request, commission))
    return page(request, "planning/asked.html", _asked(request, commission))


def _asking(request: Request, commission: Commission) -> dict[str, Any]:
    addressees = list(addressees_of(commission))
    preparing = commission.state == CommissionState.PREPARING
    burdens = (
        burdens_of([one.office for one in addressees], commission.office_id, without=commission.pk) if preparing else []
    )
    return {
        "commission": commission,
        "rows": _rows(addressees, commission),
        "late": [one for one in addressees if one.waits and one.suspected_late],
        "waiting": sum(one.waits for one in addressees),
        "burdens": burdens,
        "overlapping": overlapping(commission, burdens),
        "missing": before_issuing(commission, addressed=len(addressees)) if preparing else [],
        "steps": {
            step.verb.removeprefix("commission."): step
            for step in open_to(COMMISSION_TRANSITIONS, commission, request.seat)
        },
        "asks": may_ask(request.seat, commission),
    }


def _rows(addressees: list[Addressee], commission: Commission) -> list[dict[str, Any]]:
    """Return the units asked, each with whom to ring up while it has not answered."""
    waiting = [one.office_id for one in addressees if one.waits and commission.state == CommissionState.ISSUED]
    officers = officers_of(waiting) if waiting else {}
    return [{"addressee": one, "officers": officers.get(one.office_id, [])} for one in addressees]


def _asked(request: Request, commission: Commission) -> dict[str, Any]:
    addressee = addressees_of(commission).get(office=request.seat.office_id)
    running = commission.state == CommissionState.ISSUED
    return {
        "commission": commission,
        "addressee": addressee,
        "open": running and addressee.waits,
        "may_answer": running and may_accept(request.seat, addressee),
    }
