"""Handing a signed item to an office on another network: copied out field by field, then recorded as sent."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.sending import ready_to_send
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.states import SUBMIT
from qianliyan.offices.models import Office, Seat


@transaction.atomic
def deliver(item: Item, *, by: Seat, receiver: Office, channel: Channel, at: datetime) -> Submission:
    """Record that the signed text was handed to an office outside: when, by whom and how; it counts as sent."""
    fresh = locked(item)
    refuse_unless(fresh, SUBMIT, by)
    if at > clock.now():
        raise Unreadable(_("交出时间还没有到，请核对。"))
    signed = ready_to_send(fresh, receiver)
    if at < signed.signature.at:
        raise Unreadable(_("交出时间早于签发时间，请核对。"))
    submission = signed.frozen(by, channel=channel, sent_at=at, recorded_by=by, recorded_at=clock.now())
    move(fresh, SUBMIT, by=by, receiver=receiver.name, version=submission.version.number)
    record("submission.deliver", submission, by=by, receiver=receiver.name, channel=str(channel.label))
    return submission
