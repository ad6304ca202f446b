"""A file that came with a submission: an attachment, or the sheet with the signatures."""

from uuid import UUID

from django.http import FileResponse
from django.shortcuts import get_object_or_404

from qianliyan.core.web import Request, seated
from qianliyan.desk.as_sent import files_of
from qianliyan.desk.views.finding import submission_of
from qianliyan.files.responses import answer_with


@seated
def show(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Hand the file out to whoever reads the submission."""
    return answer_with(get_object_or_404(files_of(submission_of(request, uid)), uid=file_uid))
