"""Bringing a foreign file or pasted text in: clean title and text, and a list of what was left out."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.files.actions import keep as keep_file
from qianliyan.files.actions import plain_name
from qianliyan.files.content import DOC, DOCX, PDF, TEXT
from qianliyan.files.models import File
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.actions.openness import refuse_unless_open
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.actions.writing import save, start
from qianliyan.items.content import LONGEST_BODY, LONGEST_TITLE
from qianliyan.items.models import Import, Item
from qianliyan.items.models.version import Why
from qianliyan.offices.models import Seat
from qianliyan.text.importers.child import read_apart
from qianliyan.text.importers.imported import Imported, Refused

# These are kept as they came; other readable kinds (UTF-16 text) live on as their text alone.
KEPT = {"docx": DOCX, "doc": DOC, "rtf": TEXT, "html": TEXT, "txt": TEXT, "pdf": PDF}


@dataclass(frozen=True)
class Original:
    """A foreign file with what was read out of it."""

    name: str
    content: bytes
    found: Imported


def read(content: bytes, name: str) -> Imported:
    """Read and clean the file in a process of its own; its refusal becomes a sentence for the person."""
    try:
        found = read_apart(content, name, tidy=True)
    except Refused as refusal:
        raise Unreadable(refusal.message) from refusal
    if len(found.title) + len(found.body) > LONGEST_BODY:
        raise Unreadable(_("文字超过30万字，不像一篇信息。请截取需要的部分再导入。"))
    return found


def import_new(content: bytes, name: str, *, by: Seat) -> Item:
    """Start an item from a file."""
    found = read(content, name)
    with transaction.atomic():
        title, body = text_of(found)
        item = start(by=by, title=title, body=body)
        note_import(item, Original(name, content, found), by=by)
    return item


def import_into(item: Item, content: bytes, name: str, *, by: Seat) -> Item:
    """Put the file's text in place of the working copy, which is kept as a version first."""
    found = read(content, name)
    with transaction.atomic():
        item = locked(item)
        refuse_unless_open(item, by)
        if item.title or item.body:
            keep_version(item, why=Why.BEFORE_IMPORT, by=by.label)
        title, body = text_of(found)
        item = save(item, by=by, revision=item.revision, title=title, body=body)
        note_import(item, Original(name, content, found), by=by)
    return item


def text_of(found: Imported) -> tuple[str, str]:
    """Put a title too long for its field on top of the text: nothing is cut off."""
    if len(found.title) <= LONGEST_TITLE:
        return found.title, found.body
    return "", f"{found.title}\n{found.body}"


def note_import(item: Item, original: Original, *, by: Actor) -> Import:
    """Keep the file as it came with the list of what was left out, in the caller's transaction."""
    found = original.found
    row = Import.objects.create(
        item=item,
        name=plain_name(original.name),
        kind=found.kind,
        file=_kept(original, by),
        removed=[asdict(removal) for removal in found.removed],
        by=by.label,
        at=clock.now(),
    )
    record("item.import", item, by=by, name=row.name, kind=row.kind, removed=len(row.removed))
    return row


def _kept(original: Original, by: Actor) -> File | None:
    found, content = original.found, original.content
    nature = KEPT.get(found.kind)
    if nature is None or (nature is TEXT and b"\x00" in content[:4096]):
        return None
    return keep_file(content, original.name, allowed=tuple(KEPT.values()), by=by)
