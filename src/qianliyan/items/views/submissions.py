"""Sending a signed item; files that went with a submission."""

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
from qianliyan.items.actions.sending import submit
from qianliyan.items.forms.sending import ReceiverForm
from qianliyan.items.queries import files_sent, receivers_for
from qianliyan.items.views.finding import item_of, submission_of


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Send the item to the chosen office."""
    item = item_of(request, uid)
    form = ReceiverForm(receivers_for(item.office), request.POST)
    if not form.is_valid():
        raise Unreadable(_("请选收稿单位；没有可选的，请系统管理员设置上级单位。"))
    with once(request.seat, request.POST.get("once", "")):
        submission = submit(item, by=request.seat, receiver=form.office())
    messages.success(request, _("已报送%(office)s。") % {"office": submission.receiver.name})
    return respond(request, to="items:item", uid=uid)


@seated
def file(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Hand out a file that went with a submission, to the sender and the receiver alike."""
    return answer_with(get_object_or_404(files_sent(submission_of(request, uid)), uid=file_uid))
