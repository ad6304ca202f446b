"""What came as a file: its text for reading, and the file itself as the paper that an entry rests on."""

from typing import TYPE_CHECKING

from django.core import signing

from qianliyan.core.errors import Unreadable
from qianliyan.files.actions import keep
from qianliyan.files.content import DOC, DOCX, JPEG, PDF, PNG, TEXT, WEBP, XLSX
from qianliyan.files.models import File
from qianliyan.history.actors import Actor
from qianliyan.text.importers.child import read_apart
from qianliyan.text.importers.imported import Refused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

SALT = "assessment.papers"
LASTING = 12 * 3600
PAPERS = (PDF, JPEG, PNG, WEBP, DOCX, XLSX, DOC, TEXT)


def text_in(upload: "UploadedFile[bytes]", *, by: Actor) -> tuple[str, File]:
    """Read a file in a process of its own, tables as lines with tabs, and keep it."""
    content, name = upload.read(), upload.name or ""
    try:
        found = read_apart(content, name, tables=True)
    except Refused as refusal:
        raise Unreadable(refusal.message) from refusal
    text = "\n".join(part for part in (found.title, found.body) if part)
    return text, keep(content, name, allowed=PAPERS, by=by)


def sealed(file: File | None) -> str:
    """Return a mark by which the next page knows the file that was just kept; nobody can make one up."""
    return signing.dumps(file.pk, salt=SALT) if file else ""


def unsealed(mark: str) -> File | None:
    """Return the file that such a mark means; a mark that somebody changed means none."""
    try:
        return File.objects.filter(pk=signing.loads(mark, salt=SALT, max_age=LASTING)).first() if mark else None
    except signing.BadSignature:
        return None
