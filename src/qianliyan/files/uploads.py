"""Stops a far too large upload while it comes in, before it fills the disk."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from qianliyan.files.content import MOST


class SizeLimit(FileUploadHandler):
    """Drops every byte beyond the limit; the form then sees a file that is too large and says so."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Count from zero for each file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        """Pass on what is within the limit (one byte more, so that the form can tell) and drop the rest."""
        before, self.received = self.received, self.received + len(raw_data)
        return raw_data[: max(0, MOST + 1 - before)] or None

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that follow."""
