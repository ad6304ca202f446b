"""The register of instructions: whole, by filter, and what waits for whom."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from qianliyan.core import clock
from qianliyan.instructions.models import Extension, Forwarding, Instruction
from qianliyan.instructions.states import OPEN, InstructionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Level, Power

PAPER = ("entry__issue__publication", "submission", "office")
S = InstructionState
KEYS = ("given_on", "pk")


def instructions_seen_by(seat: Seat) -> QuerySet[Instruction]:
    """Return every instruction that this seat may know, with its paper."""
    return visible_to(Instruction, seat).select_related(*PAPER)


def own_register(seat: Seat) -> QuerySet[Instruction]:
    """Return what stands in the office's own register; a leader finds what he instructed himself."""
    return instructions_seen_by(seat).filter(office=seat.office_id)


def filtered(found: QuerySet[Instruction], asked: Mapping[str, str]) -> QuerySet[Instruction]:
    """Narrow the register by state, level, leader and period; what is no filter narrows nothing."""
    if asked.get("state") == "open":
        found = found.filter(state__in=OPEN)
    elif asked.get("state") in S.values:
        found = found.filter(state=asked["state"])
    if asked.get("level") in Level.values:
        found = found.filter(level=asked["level"])
    if asked.get("leader"):
        found = found.filter(leader_name=asked["leader"])
    return found.filter(_period(asked.get("from", ""), asked.get("to", "")))


def with_units(found: QuerySet[Instruction]) -> QuerySet[Instruction]:
    """Add the units at work, for the list's deadline column (one query more)."""
    rows = Forwarding.objects.exclude(state="recalled").select_related("office").order_by("-lead", "pk")
    return found.prefetch_related(Prefetch("forwardings", rows, to_attr="units_at_work"))


def counts_by_state(seat: Seat) -> dict[str, int]:
    """Count the register by state (one query)."""
    rows = own_register(seat).order_by().values("state").annotate(n=Count("pk")).values_list("state", "n")
    return dict(rows)


def leaders_in(seat: Seat) -> list[str]:
    """Return the names of those who instructed, for the filter."""
    names = own_register(seat).order_by("leader_name").values_list("leader_name", flat=True)
    return list(names.distinct()[:60])


def to_register(seat: Seat) -> QuerySet[Instruction]:
    """Return what leaders wrote and nobody has registered."""
    return _own_if(seat, (Power.PRESENT,), S.GIVEN)


def to_propose(seat: Seat) -> QuerySet[Instruction]:
    """Return what waits for the section chief's proposal."""
    return _own_if(seat, (Power.COMPOSE,), S.REGISTERED)


def to_decide(seat: Seat) -> QuerySet[Instruction]:
    """Return the proposals that wait for this seat's decision; a leader in charge only finds his own."""
    waiting = own_register(seat).filter(state=S.PROPOSED).exclude(proposer=seat.person_id)
    if seat.may(Power.SIGN_ISSUE):
        return waiting.filter(decider=None).order_by("given_on", "pk")
    return waiting.filter(decider=seat.pk).order_by("given_on", "pk") if seat.may(Power.READ) else waiting.none()


def to_carry_out(seat: Seat) -> QuerySet[Instruction]:
    """Return what is decided and has to be forwarded, or reported and has to be closed."""
    return _own_if(seat, (Power.COMPOSE,), S.DECIDED, S.REPORTED)


def seeming_late(seat: Seat) -> QuerySet[Forwarding]:
    """Return the units whose day has passed without a report (疑似逾期), the longest first."""
    own = visible_to(Forwarding, seat).filter(instruction__office=seat.office_id)
    late = own.filter(state__in=("sent", "signed_for"), due_on__lt=clock.today())
    return late.select_related("instruction__entry", "instruction__submission", "office").order_by("due_on", "pk")


def errands_of(seat: Seat) -> QuerySet[Forwarding]:
    """Return what was forwarded to the seat's own unit, the most pressing first."""
    own = visible_to(Forwarding, seat).filter(office=seat.office_id)
    return own.select_related("instruction__entry", "instruction__submission", "instruction__office")


def errands_open(seat: Seat) -> QuerySet[Forwarding]:
    """Return what the unit has still to report."""
    return errands_of(seat).filter(state__in=("sent", "signed_for")).order_by("due_on", "pk")


def possible_units(seat: Seat) -> QuerySet[Office]:
    """Return the offices to which this office forwards: those below it."""
    below = Office.objects.filter(path__startswith=seat.office.path, closed_on=None).exclude(pk=seat.office_id)
    return below.order_by("path")


def _own_if(seat: Seat, powers: tuple[Power, ...], *states: str) -> QuerySet[Instruction]:
    if not any(seat.may(power) for power in powers):
        return Instruction.objects.none()
    return own_register(seat).filter(state__in=states).order_by("given_on", "pk")


def _period(begin: str, end: str) -> Q:
    condition = Q()
    for lookup, text in (("given_on__gte", begin), ("given_on__lte", end)):
        day = _day(text)
        condition &= Q(**{lookup: day}) if day else Q()
    return condition


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def extensions_seen_by(seat: Seat) -> QuerySet[Extension]:
    """Return the requests for time that the units made to this office."""
    rows = Extension.objects.filter(forwarding__in=visible_to(Forwarding, seat).values("pk"))
    own = rows.filter(forwarding__instruction__office=seat.office_id)
    return own.select_related("forwarding__instruction__office", "forwarding__office")


def waiting_for(seat: Seat) -> QuerySet[Instruction]:
    """Return everything in the register that waits for this seat, the longest first."""
    states = {
        Power.PRESENT: [S.GIVEN],
        Power.COMPOSE: [S.REGISTERED, S.DECIDED, S.REPORTED],
    }
    wanted = [state for power, found in states.items() if seat.may(power) for state in found]
    condition = Q(state__in=wanted)
    if seat.may(Power.SIGN_ISSUE):
        condition |= Q(state=S.PROPOSED, decider=None) & ~Q(proposer=seat.person_id)
    return own_register(seat).filter(condition).order_by("given_on", "pk")
