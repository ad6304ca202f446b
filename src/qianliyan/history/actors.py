"""Who acts, as far as the trail needs to know.

A base class and not a protocol: models are checked by name, since their fields are still unknown to the type checker
while it meets them in the state tables.
"""


class Actor:
    """Somebody sitting somewhere: `offices.Seat` is one, and so is the machine itself."""

    @property
    def seat_pk(self) -> int | None:
        """The seat's number."""
        return None

    @property
    def person_pk(self) -> int | None:
        """The person's number."""
        return None

    @property
    def office_pk(self) -> int | None:
        """The office's number."""
        return None

    @property
    def label(self) -> str:
        """Office, post and name as they are now, for the trail."""
        return "系统"


class System(Actor):
    """The machine itself: clocks, retries, expiries, consequences."""


SYSTEM = System()
