"""What follows a step of a room that knows no notices."""

from django.urls import reverse

from qianliyan.files.models import Making
from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind


def tell_made(making: Making, _by: Actor) -> None:
    """Let whoever ordered a file know that it is made, or could not be."""
    tell([making.seat], NoticeKind.DONE, url=reverse("files:making", args=[making.uid]))


FOLLOWUPS: dict[str, FollowUp] = {"making.make": tell_made, "making.fail": tell_made}
