"""The printed sheet, recording what was signed on it, and its photo."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.paper import record_signing
from qianliyan.items.forms.sending import PaperForm
from qianliyan.items.models import Item
from qianliyan.items.queries import latest_version
from qianliyan.items.sheets import code_of, sheet_pdf
from qianliyan.items.states import RECORD_SIGNING
from qianliyan.items.views.finding import item_of

REFUSED = 422


@seated
def sheet(request: Request, uid: UUID) -> HttpResponse:
    """Show the sheet as PDF, to be printed."""
    answer = HttpResponse(sheet_pdf(item_of(request, uid)), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="sheet.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@seated
def record(request: Request, uid: UUID) -> HttpResponse:
    """Ask for the photo, the names and the dates; a POST records them."""
    item = item_of(request, uid)
    refuse_unless(item, RECORD_SIGNING, request.seat)
    version = latest_version(item)
    form = PaperForm(item, version, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _record(request, item, form)
    context = {"item": item, "form": form, "code": code_of(item, version), "version": version}
    answer = page(request, "items/paper.html", context)
    answer.status_code = REFUSED if form.errors else 200
    return answer


@seated
def photo(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Show the photo of a signed sheet."""
    signed = item_of(request, uid).sign_offs.select_related("sheet").filter(sheet__uid=file_uid)
    sign_off = get_object_or_404(signed.order_by("pk")[:1])
    assert sign_off.sheet is not None  # noqa: S101 - found by it
    return answer_with(sign_off.sheet)


def _record(request: Request, item: Item, form: PaperForm) -> HttpResponse:
    uploaded = form.cleaned_data["photo"]
    with once(request.seat, request.POST.get("once", "")):
        kept = keep(uploaded.read(), uploaded.name, allowed=PHOTOS, by=request.seat)
        record_signing(item, by=request.seat, sheet=kept, signatures=form.signatures(), **form.text())
    messages.success(request, _("已登记书面签发，可以报送了。"))
    return respond(request, to="items:item", uid=item.uid)
