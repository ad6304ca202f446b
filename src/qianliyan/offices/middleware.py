"""Puts the seat somebody works from on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from qianliyan.offices.models import Seat
from qianliyan.offices.seats import seats_of

SESSION_KEY = "seat"


class SeatMiddleware:
    """Sets `request.seat` (chosen in the session, else the first one) and `request.seats`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the seats of the person, once per request."""
        user = request.user
        seats = list(seats_of(user.person_id)) if user.is_authenticated else []
        request.seats = seats  # type: ignore[attr-defined]
        request.seat = chosen(seats, request.session.get(SESSION_KEY) if seats else None)  # type: ignore[attr-defined]
        return self.get_response(request)


def chosen(seats: list[Seat], uid: str | None) -> Seat | None:
    """Return the seat with this uid if the person still has it, else the first one."""
    return next((seat for seat in seats if str(seat.uid) == uid), seats[0] if seats else None)
