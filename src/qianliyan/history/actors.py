"""Who acts, as far as the trail needs to know."""

from typing import Protocol


class Actor(Protocol):
    """Somebody sitting somewhere: `offices.Seat` fits, and so does `System`."""

    @property
    def pk(self) -> int | None:
        """The seat's number."""
        ...

    @property
    def person_pk(self) -> int | None:
        """The person's number."""
        ...

    @property
    def office_pk(self) -> int | None:
        """The office's number."""
        ...

    @property
    def label(self) -> str:
        """Office, post and name as they are now, for the trail."""
        ...


class System:
    """The machine itself: clocks, retries, expiries."""

    pk = None
    person_pk = None
    office_pk = None
    label = "系统"


SYSTEM = System()
