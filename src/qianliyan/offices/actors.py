"""A unit as somebody on whose behalf a thing is recorded: its own people did not touch the system."""

from qianliyan.history.actors import Actor
from qianliyan.offices.models import Office


class Unit(Actor):
    """An office, and the person there if one was named."""

    def __init__(self, office: Office, name: str = "") -> None:
        self.office = office
        self.name = name

    @property
    def office_pk(self) -> int:
        """The office's number."""
        return int(self.office.pk)

    @property
    def label(self) -> str:
        """The office and the person, as the trail keeps them."""
        return f"{self.office.short_name} {self.name}".strip()
