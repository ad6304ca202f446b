"""Keeping a file."""

import hashlib
from pathlib import Path, PurePosixPath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from qianliyan.core import clock
from qianliyan.files.content import RAW, Nature, nature_of
from qianliyan.files.models import File
from qianliyan.history.actors import Actor


def keep(content: bytes, name: str, *, allowed: tuple[Nature, ...], by: Actor) -> File:
    """Keep the bytes under their digest, in the caller's transaction; refuse what is not allowed.

    The bytes are written first: a transaction that fails leaves at most an unreferenced file, never a row without one.
    """
    return keep_made(content, name, nature_of(content, allowed), by=by)


def keep_raw(content: bytes, name: str, *, by: Actor) -> File:
    """Keep bytes as they came, whatever they are; they are never shown, only handed out for downloading."""
    return keep_made(content, name, RAW, by=by)


def keep_made(content: bytes, name: str, nature: Nature, *, by: Actor) -> File:
    """Keep what the product made itself: its nature is known, and no limit for what people send in holds for it."""
    digest = hashlib.sha256(content).hexdigest()
    file = File(
        name=plain_name(name),
        kind=nature.kind,
        media_type=nature.media_type,
        size=len(content),
        digest=digest,
        kept_at=clock.now(),
        kept_by=by.label,
    )
    _store(file.path, content)
    file.save()
    return file


def _store(path: str, content: bytes) -> None:
    """Write the bytes once; what a killed process left half-written is written again."""
    if default_storage.exists(path):
        if default_storage.size(path) == len(content):
            return
        default_storage.delete(path)
    fresh = default_storage.save(f"{path}.{uuid4().hex}", ContentFile(content))
    Path(default_storage.path(fresh)).replace(default_storage.path(path))


def plain_name(name: str) -> str:
    """Return the last part of the name without control characters, at most 200 characters long."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable())[-200:] or "file"


def content_of(file: File) -> bytes:
    """Read the bytes back."""
    with default_storage.open(file.path) as stored:
        return bytes(stored.read())
