"""Handing a file out; the view that calls this has already asked who may see it."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from qianliyan.files.models import File

INLINE = {"pdf", "jpeg", "png", "webp"}


def answer_with(file: File, *, download: bool = False) -> FileResponse:
    """Return the file for showing (pictures, PDF) or for downloading (everything else)."""
    attachment = download or file.kind not in INLINE
    answer = FileResponse(
        default_storage.open(file.path), as_attachment=attachment, filename=file.name, content_type=file.media_type
    )
    answer["Cache-Control"] = "private, no-store"
    return answer
