"""Merging the ticked rows of the queue into one draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions.merging import merge
from qianliyan.desk.views.finding import picked
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Merge them and go on with the draft."""
    submissions = picked(request)
    with once(request.seat, request.POST.get("once", "")):
        draft = merge(submissions, by=request.seat)
    messages.success(
        request, _("%(count)d件来稿合并为一份编辑稿，份额相等，可在右边改。") % {"count": len(submissions)}
    )
    return respond(request, to="desk:draft", uid=draft.uid)
