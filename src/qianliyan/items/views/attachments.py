"""Files that go with an item."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, respond, seated
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.items.actions.attachments import attach, detach
from qianliyan.items.forms.writing import FileForm
from qianliyan.items.views.finding import item_of


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Add a file."""
    item = item_of(request, uid)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Unreadable(_("请先选一个文件。"))
    uploaded = form.cleaned_data["file"]
    with once(request.seat, request.POST.get("once", "")):
        attach(item, uploaded.read(), uploaded.name, by=request.seat)
    messages.success(request, _("附件已加上。"))
    return respond(request, to="items:item", uid=uid)


@seated
def show(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Hand out an attachment, one that was removed too: versions still name it."""
    attached = item_of(request, uid).attachments.select_related("file").filter(file__uid=file_uid)
    return answer_with(get_object_or_404(attached).file)


@require_POST
@seated
def destroy(request: Request, uid: UUID, file_uid: UUID) -> HttpResponse:
    """Take a file off."""
    item = item_of(request, uid)
    detach(get_object_or_404(item.attachments.select_related("item", "file"), file__uid=file_uid), by=request.seat)
    messages.success(request, _("附件已删去。"))
    return respond(request, to="items:item", uid=uid)
