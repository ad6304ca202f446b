"""Papers and files of an instruction: the sheet, the letter, strokes, scans, reports."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_GET

from qianliyan.core.web import Request, seated
from qianliyan.files.responses import answer_with
from qianliyan.instructions import papers
from qianliyan.instructions.queries.files import files_of
from qianliyan.instructions.views.finding import forwarding_of, instruction_of


@require_GET
@seated
def sheet(request: Request, uid: UUID) -> HttpResponse:
    """Show the register sheet as PDF."""
    return _pdf(papers.pdf_of(papers.register_sheet(instruction_of(request, uid))), "sheet.pdf")


@require_GET
@seated
def letter(request: Request, uid: UUID) -> HttpResponse:
    """Show the letter to one unit as PDF, to the office that forwards and to the unit."""
    return _pdf(papers.pdf_of(papers.letter(forwarding_of(request, uid))), "letter.pdf")


@require_GET
@seated
def file(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Show a file that belongs to the instruction."""
    found = next((one for one in files_of(instruction_of(request, uid)) if one.uid == file_uid), None)
    if found is None:
        raise Http404
    return answer_with(found)


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
