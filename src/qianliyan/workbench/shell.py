"""What the shell around every page needs: name, rail, what is urgent, bell, seats.

Everything is found only when a template asks for it, so pages without the shell (sign-in, failures) cost nothing.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from qianliyan.offices.models import Seat
from qianliyan.workbench import rail
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.demo.accounts import PASSWORD, accounts


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the shell of this request, and on the demo's sign-in page its accounts."""
    context: dict[str, Any] = {"shell": shell_of(request)}
    if settings.DEMO and getattr(request, "seat", None) is None:
        context |= {"demo_accounts": accounts(), "demo_password": PASSWORD}
    return context


def shell_of(request: HttpRequest) -> "Shell":
    """Return the one shell of a request, however many templates it renders."""
    if not hasattr(request, "shell"):
        request.shell = Shell(request)  # type: ignore[attr-defined]
    return request.shell  # type: ignore[attr-defined,no-any-return]


class Shell:
    """The shell of one request."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.seat: Seat | None = getattr(request, "seat", None)
        # What pages without a seat, and failure pages, are headed with: no query.
        self.installation_name = settings.SYSTEM_NAME
        self.demo = settings.DEMO
        self._piles: list[Pile] = []

    def count(self, piles: Iterable[Pile]) -> Counts:
        """Let a page count its own piles by the shell's query, if it asks before anything is shown."""
        self._piles += piles
        self.__dict__.pop("counts", None)
        return self.counts

    @cached_property
    def counts(self) -> Counts:
        """Every number of the shell, by one query."""
        assert self.seat is not None  # noqa: S101 - the properties below ask first
        return Counts(self.seat, [*rail.piles_of(self.seat), *self._piles])

    @property
    def system_name(self) -> str:
        """The name that the office gave to the system."""
        return self.counts.system_name if self.seat else self.installation_name

    @cached_property
    def groups(self) -> list[rail.Group]:
        """The rail."""
        return rail.groups(self.seat, self.counts, self.address) if self.seat else []

    @property
    def address(self) -> str:
        """The page that the person sees: for a part of one, the page that asked for it; or the page it belongs to."""
        if place := getattr(self.request, "belongs_to", ""):
            return str(place)
        htmx = getattr(self.request, "htmx", None)
        return (htmx and htmx.current_url_abs_path) or self.request.get_full_path()

    @property
    def urgent(self) -> dict[str, object] | None:
        """The first pile of urgent things that is not empty."""
        return rail.urgent(self.counts) if self.seat else None

    @property
    def bell(self) -> dict[str, object] | None:
        """What the person has not read."""
        return {"count": self.counts.unread, "url": reverse("notices:index")} if self.seat else None

    @property
    def seats(self) -> list[dict[str, object]]:
        """Where else the person may work from; nothing when there is only one seat."""
        held: list[Seat] = getattr(self.request, "seats", [])
        return [self._offered(seat) for seat in held] if len(held) > 1 else []

    @property
    def search_url(self) -> str:
        """Where one searches."""
        return reverse("workbench:search")

    @property
    def signout_url(self) -> str:
        """Where signing out is posted to."""
        return reverse("accounts:session_end")

    @property
    def password_url(self) -> str:
        """Where the password is changed."""
        return reverse("accounts:password")

    def _offered(self, seat: Seat) -> dict[str, object]:
        kind = "" if seat.delegator_id is None else f"（{seat.get_kind_display()}）"
        return {
            "label": f"{seat.post.name}{kind}",
            "office": seat.office.name,
            "url": reverse("offices:choose_seat", args=[seat.uid]),
            "current": seat == self.seat,
        }
