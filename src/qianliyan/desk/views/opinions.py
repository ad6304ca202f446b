"""会签, the desk's side: asking about a draft, recording an opinion, taking a wording over or a request back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions import answers, opinions
from qianliyan.desk.forms.opinions import AskForm, ViewForm
from qianliyan.desk.models import Opinion
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.views.finding import draft_of
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to

REFUSED = 422


@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Ask for opinions on a draft."""
    draft = draft_of(request, uid)
    if not may_edit_draft(request.seat, draft):
        raise NotAllowed(_("征求意见"))
    form = AskForm(draft, request.seat, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        answer = page(request, "desk/opinion_form.html", {"form": form, "draft": draft})
        answer.status_code = REFUSED if form.is_bound else answer.status_code
        return answer
    given = {"sheet": form.sheet(), "due_on": form.cleaned_data["due_on"]}
    with once(request.seat, request.POST.get("once", "")):
        asked = opinions.ask(draft, form.asked(), by=request.seat, **given)
    words = ngettext("已征求%(count)d处意见。", "已征求%(count)d处意见。", len(asked)) % {"count": len(asked)}
    messages.success(request, words)
    return respond(request, to="desk:draft", uid=uid)


@require_POST
@seated
def record(request: Request, uid: UUID) -> HttpResponse:
    """Record what they answered by telephone or on paper."""
    opinion, form = _opinion(request, uid), ViewForm(request.POST)
    with once(request.seat, request.POST.get("once", "")):
        answers.record_view(opinion, by=request.seat, view=form.view(), **form.source())
    return _answer(request, opinion, _("已代录%(who)s的意见。") % {"who": opinion.who})


@require_POST
@seated
def take_over(request: Request, uid: UUID) -> HttpResponse:
    """Put the proposed wording into the draft."""
    opinion = _opinion(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        answers.take_over(opinion, by=request.seat, why=request.POST.get("why", ""))
    return _answer(request, opinion, _("已按%(who)s的意见改好，并存为一稿。") % {"who": opinion.who})


@require_POST
@seated
def withdraw(request: Request, uid: UUID) -> HttpResponse:
    """Take the request back."""
    opinion = _opinion(request, uid)
    opinions.withdraw(opinion, by=request.seat, reason=request.POST.get("words", ""))
    return _answer(request, opinion, _("已收回，%(who)s不再看到。") % {"who": opinion.who})


def _opinion(request: Request, uid: UUID) -> Opinion:
    own = visible_to(Opinion, request.seat).filter(draft__office=request.seat.office_id)
    return get_object_or_404(own.select_related("draft", "office", "person"), uid=uid)


def _answer(request: Request, opinion: Opinion, words: str) -> HttpResponse:
    messages.success(request, words)
    return respond(request, to="desk:draft", uid=opinion.draft.uid)
