"""A letter in any state, for the tests of the state tables."""

from qianliyan.desk.models import Mail
from qianliyan.files.actions import keep_raw
from qianliyan.history.actors import SYSTEM


def mail_in(_world, seat, state):
    """A letter in the office's mailbox."""
    raw = keep_raw(b"letter", "1.eml", by=SYSTEM)
    return Mail.objects.create(office=seat.office, state=state, message_id="1", server_key="1", raw=raw)
