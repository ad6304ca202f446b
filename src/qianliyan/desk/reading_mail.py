"""What a letter brings: each document as title and text, read in a process of its own; of the rest, why not."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable
from qianliyan.desk.letters import Attached, Parsed
from qianliyan.items.actions.importing import read, text_of

DOCUMENTS = {".doc", ".docx", ".wps", ".rtf", ".pdf", ".htm", ".html", ".txt"}
MOST = 20
# A worker does not spend longer on one letter; what is left is said to be unread, and stays in the letter.
SECONDS = 120.0
SHORTEST = 20


@dataclass(frozen=True)
class Part:
    """One attachment, or the letter's own text, and what came of reading it."""

    name: str
    content: bytes
    title: str = ""
    body: str = ""
    outcome: str = ""

    @property
    def has_text(self) -> bool:
        """Tell whether an item can be made of it."""
        return bool(self.body)


def parts_of(letter: Parsed) -> list[Part]:
    """Read the attachments; only where none of them is a text, the letter itself."""
    end = time.monotonic() + SECONDS
    parts = [_read(one, place, end) for place, one in enumerate(letter.attached)]
    if not any(part.has_text for part in parts):
        parts.extend(_letter_itself(letter))
    return parts


def _read(attached: Attached, place: int, end: float) -> Part:
    if place >= MOST:
        return Part(attached.name, b"", outcome=_("附件超过%(most)d个，这一个只留在原信里") % {"most": MOST})
    if PurePosixPath(attached.name.lower()).suffix not in DOCUMENTS:
        return Part(attached.name, attached.content)
    if time.monotonic() >= end:
        return Part(attached.name, attached.content, outcome=_("附件太多太大，没有来得及读"))
    return _tried(attached.name, attached.content)


def _letter_itself(letter: Parsed) -> Iterator[Part]:
    if len(letter.text.strip()) >= SHORTEST:
        yield _tried(_("信件正文.txt"), letter.text.encode())
    elif letter.html.strip():
        yield _tried(_("信件正文.html"), letter.html)


def _tried(name: str, content: bytes) -> Part:
    try:
        title, body = text_of(read(content, name))
    except Unreadable as refusal:
        return Part(name, content, outcome=refusal.text)
    if len(body.strip()) < SHORTEST and not title:
        return Part(name, content, outcome=_("文字太少，不像一条信息"))
    return Part(name, content, title, body)
