"""Keeping and forgetting who looks at what just now. No event: it is no fact of the work, and gone in a minute."""

from uuid import UUID

from qianliyan.core import clock
from qianliyan.desk.models import Presence
from qianliyan.desk.presence import LASTS
from qianliyan.offices.models import Seat


def attend(thing: UUID, *, by: Seat, editing: bool) -> None:
    """Note that this person is at the thing; called again every while the page is open."""
    Presence.objects.update_or_create(
        thing=thing,
        person=by.person,
        defaults={"office": by.office, "editing": editing, "seen_at": clock.now()},
    )


def forget_absent() -> int:
    """Remove what is over, and return how much that was."""
    return Presence.objects.filter(seen_at__lt=clock.now() - LASTS).delete()[0]
