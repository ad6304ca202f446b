"""Files that go with an item."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.memory import forget
from qianliyan.files.actions import keep as keep_file
from qianliyan.files.content import ATTACHMENTS
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.actions.openness import refuse_unless_open
from qianliyan.items.content import going_with
from qianliyan.items.models import Attachment, Item
from qianliyan.offices.models import Seat

MOST = 20


@transaction.atomic
def attach(item: Item, content: bytes, name: str, *, by: Seat) -> Attachment:
    """Add a file to the working copy; the next version names it."""
    item = locked(item)
    refuse_unless_open(item, by)
    if item.attachments.filter(removed_at=None).count() >= MOST:
        raise Unreadable(_("最多附%(most)d个文件，请先删去不需要的。") % {"most": MOST})
    attachment = Attachment.objects.create(item=item, file=keep_file(content, name, allowed=ATTACHMENTS, by=by))
    forget(going_with)
    record("item.attach", item, by=by, name=attachment.file.name)
    return attachment


@transaction.atomic
def detach(attachment: Attachment, *, by: Seat) -> Attachment:
    """Take a file off the working copy; versions that named it still do."""
    refuse_unless_open(locked(attachment.item), by)
    attachment = locked(attachment)
    if attachment.removed_at is None:
        attachment.removed_at = clock.now()
        attachment.save(update_fields=["removed_at"])
        forget(going_with)
        record("item.detach", attachment.item, by=by, name=attachment.file.name)
    return attachment
