"""Something recorded on behalf, for tests that begin with it."""

from qianliyan.core import clock
from qianliyan.items.actions.recording import Received, record_for
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import Channel
from tests.world import World

TITLE = "青石县北山村出现山体裂缝"
BODY = "11月20日8时，青石县北山村发现山体裂缝，已转移23户81人。"


def given(**said: object) -> Received:
    """What came by chat this moment."""
    return Received(**{"title": TITLE, "body": BODY, "channel": Channel.CHAT, "received_at": clock.now(), **said})


def recorded(world: World, **said: object) -> Submission:
    """A submission of the county that the city's editor recorded."""
    return record_for(world.county, given(**said), to=world.city, by=world.seats["editor"])
