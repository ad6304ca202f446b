"""Taking a submission into the drafts."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.desk.actions.submissions import take
from qianliyan.desk.views.answering import answer
from qianliyan.desk.views.finding import submission_of
from qianliyan.history.once import once


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Take it: from the queue the work goes on there, from its own page it goes on with the draft."""
    submission = submission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        draft = take(submission, by=request.seat)
    if "alone" in request.POST:
        return respond(request, to="desk:draft", uid=draft.uid)
    words = format_html(
        '{} <a href="{}">{}</a>',
        _("已选用《%(title)s》，进入待编稿。") % {"title": submission.title},
        reverse("desk:draft", args=[draft.uid]),
        _("去编辑"),
    )
    return answer(request, submission, words)
