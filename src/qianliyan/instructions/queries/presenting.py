"""What is to be presented, what lies before leaders, what came back; and what one leader has before him."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.instructions.models import Phrases, Presentation, Reader
from qianliyan.instructions.models.presentation import Medium
from qianliyan.instructions.states import ReaderState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with

# What was printed longer ago is not asked about any more.
FRESH = timedelta(days=7)
PAPER = (
    "presentation__entry__issue__publication",
    "presentation__entry__issue__office",
    "presentation__entry__draft",
    "presentation__submission",
)


def to_present(seat: Seat) -> QuerySet[Entry]:
    """Return what the office printed in the last days and has laid before nobody, the newest first."""
    laid = Presentation.objects.filter(office=seat.office_id, entry=OuterRef("pk"))
    own = visible_to(Entry, seat).filter(
        issue__office=seat.office_id,
        issue__state=IssueState.PRINTED,
        issue__signed_on__gte=clock.today() - FRESH,
        removed_at=None,
    )
    fresh = own.filter(~Exists(laid)).select_related("issue__publication")
    return fresh.order_by("-issue__signed_on", "issue", "position", "pk")


def waiting_for_turn(seat: Seat) -> QuerySet[Presentation]:
    """Return what the next leader may have: somebody waits, and it lies before nobody."""
    rows = Reader.objects.filter(presentation=OuterRef("pk"))
    waits, lies = rows.filter(state=ReaderState.TO_PRESENT), rows.filter(state=ReaderState.PRESENTED)
    return _presentations(seat).filter(Exists(waits), ~Exists(lies)).order_by("-created_at", "-pk")


def out(seat: Seat) -> QuerySet[Reader]:
    """Return what lies before leaders now (已呈), longest first."""
    return _readers(seat, ReaderState.PRESENTED).order_by("presented_at", "pk")


def readers_for(seat: Seat, state: str) -> QuerySet[Reader]:
    """Return the register of what went and came back, in one state or in any."""
    states = [state] if state in ReaderState.values else ReaderState.values
    return _readers(seat, *states)


def presentations_seen_by(seat: Seat) -> QuerySet[Presentation]:
    """Return what the office presented."""
    return _presentations(seat)


def lying_before(seat: Seat) -> QuerySet[Reader]:
    """Return what the leader has before him on screen, in the order in which it was presented."""
    return read_by(seat).filter(state=ReaderState.PRESENTED).order_by("presented_at", "pk")


def done_by(seat: Seat) -> QuerySet[Reader]:
    """Return what he gave back, the newest first."""
    return read_by(seat).filter(state=ReaderState.BACK).order_by("-back_at", "-pk")


def read_by(seat: Seat) -> QuerySet[Reader]:
    """Return everything that was presented to this leader on screen."""
    if not seat.may(Power.READ):
        return Reader.objects.none()
    own = visible_to(Reader, seat).filter(seat__person=seat.person_id, office=seat.office_id, medium=Medium.SCREEN)
    return own.filter(state__in=(ReaderState.PRESENTED, ReaderState.BACK)).select_related(*PAPER, "seat", "circle")


def leaders_of(seat: Seat) -> list[Seat]:
    """Return the leaders to whom this office presents, in the order of their posts."""
    return sorted(seats_with(Power.READ, [seat.office_id]), key=lambda one: (one.post.order, one.pk))


def phrases_of(seat: Seat) -> list[str]:
    """Return the leader's own phrases."""
    own = visible_to(Phrases, seat).values_list("lines", flat=True).first()
    return list(own or [])


def _readers(seat: Seat, *states: str) -> QuerySet[Reader]:
    own = visible_to(Reader, seat).filter(office=seat.office_id, state__in=states)
    return own.select_related(*PAPER, "circle")


def _presentations(seat: Seat) -> QuerySet[Presentation]:
    own = visible_to(Presentation, seat).filter(office=seat.office_id)
    return own.select_related("entry__issue__publication", "submission").prefetch_related("readers__circle")
