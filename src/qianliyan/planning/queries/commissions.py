"""Commissions from both sides: what an office asks, and what a unit is asked."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from qianliyan.core import clock
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Addressee, Commission, Contact
from qianliyan.planning.states import WAITING, AddresseeState, CommissionState

UNANSWERED = Q(state__in=WAITING, commission__state=CommissionState.ISSUED)


def asked_by(seat: Seat, state: str | None = None) -> QuerySet[Commission]:
    """Return the commissions of the seat's office with how many units were asked and have answered, latest first."""
    own = visible_to(Commission, seat).filter(office=seat.office_id)
    chosen = own.filter(state=state) if state else own.exclude(state=CommissionState.CANCELLED)
    return chosen.annotate(**_progress()).order_by("-created_at", "-pk")


def commission_counts(seat: Seat) -> dict[str, int]:
    """Count the office's commissions by state (one query)."""
    by_state = {state.value: Count("pk", filter=Q(state=state)) for state in CommissionState}
    return visible_to(Commission, seat).filter(office=seat.office_id).aggregate(**by_state)


def running(seat: Seat) -> QuerySet[Commission]:
    """Return what the office has asked and not closed."""
    return visible_to(Commission, seat).filter(office=seat.office_id, state=CommissionState.ISSUED)


def overdue(seat: Seat, before: datetime | None = None) -> QuerySet[Commission]:
    """Return the running commissions that some unit has let pass its deadline, the longest first (疑似迟报)."""
    late = Addressee.objects.filter(commission=OuterRef("pk"), state__in=WAITING, due_at__lt=before or clock.now())
    return running(seat).filter(Exists(late)).order_by("due_at", "pk")


def open_for(seat: Seat) -> QuerySet[Addressee]:
    """Return what the seat's unit is asked and has not answered, the nearest deadline first."""
    asked = visible_to(Addressee, seat).filter(UNANSWERED, office=seat.office_id)
    return asked.select_related("commission__office").order_by("due_at", "pk")


def answered_by(seat: Seat) -> QuerySet[Addressee]:
    """Return what the seat's unit was asked and has answered, or what has ended meanwhile, latest first."""
    asked = visible_to(Addressee, seat).filter(office=seat.office_id).exclude(UNANSWERED)
    return asked.select_related("commission__office").order_by("-due_at", "-pk")


def addressees_of(commission: Commission) -> QuerySet[Addressee]:
    """Return the units asked, with what was said with each."""
    log = Prefetch("contacts", Contact.objects.select_related("seat__person"))
    return commission.addressees.select_related("office").prefetch_related(log)


def commissions_to(seat: Seat, pks: Collection[int] = ()) -> QuerySet[Commission]:
    """Return the commissions that an item of the seat's unit can answer: open ones, and those named."""
    open_here = open_for(seat).order_by().values("commission")
    return Commission.objects.filter(Q(pk__in=open_here) | Q(pk__in=pks)).order_by("due_at", "pk")


def _progress() -> dict[str, Subquery]:
    here = Addressee.objects.filter(commission=OuterRef("pk")).order_by().values("commission")
    answered = here.filter(state=AddresseeState.ANSWERED)
    nothing = here.filter(state=AddresseeState.NOTHING)
    late = here.filter(state__in=WAITING, due_at__lt=clock.now())
    parts = {"asked": here, "answered": answered, "nothing": nothing, "late": late}
    return {name: Subquery(rows.annotate(n=Count(F("pk"))).values("n")) for name, rows in parts.items()}
