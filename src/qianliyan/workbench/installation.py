"""What kind of installation this is: empty, an office's own, or the demo world. The trail knows."""

from enum import StrEnum

from qianliyan.accounts.models import User
from qianliyan.history.models import Event
from qianliyan.offices.models import Office


class Nature(StrEnum):
    """What stands in the database."""

    EMPTY = "empty"
    OWN = "own"
    DEMO = "demo"


DEMO_VERB = "installation.demo"
INIT_VERB = "installation.init"


def nature() -> Nature:
    """Tell what stands in the database; anything that is not empty and not the demo is an office's own."""
    if Event.objects.filter(verb=DEMO_VERB).exists():
        return Nature.DEMO
    return Nature.OWN if Office.objects.exists() or User.objects.exists() else Nature.EMPTY
