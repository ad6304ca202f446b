"""Recording on behalf at the desk: what was pasted or came as a file is read apart, then recorded in one act."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from qianliyan.files.models import File
from qianliyan.items.actions.importing import Original, read, text_of
from qianliyan.items.actions.recording import Received, record_for
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import Channel
from qianliyan.offices.models import Office, Seat


def pasted(text: str) -> Original:
    """Read what was pasted; it goes the way of a file, so that titles and blank lines are treated alike."""
    name, content = _("粘贴的文字.txt"), text.encode()
    return Original(name, content, read(content, name))


def from_file(content: bytes, name: str) -> Original:
    """Read a file in a process of its own."""
    return Original(name, content, read(content, name))


def record_original(
    unit: Office, original: Original, *, by: Seat, attached: tuple[File, ...] = (), **said: Any
) -> Submission:
    """Record what was read for the unit; a title that the editor wrote takes the place of the one that was found."""
    return record_for(unit, _received(original, said), to=by.office, by=by, originals=[original], attached=attached)


def _received(original: Original, said: Mapping[str, Any]) -> Received:
    title, body = text_of(original.found)
    given = {**said, "channel": Channel(said["channel"]), "title": said.get("title") or title, "body": body}
    return Received(**given)
