"""会签, the side of those who are asked: what waits, the words that were put before them, their answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.paging import page_of
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions.answers import give
from qianliyan.desk.forms.opinions import ViewForm
from qianliyan.desk.models import Opinion
from qianliyan.desk.opinions import WAITING, asked_of, waiting_for
from qianliyan.desk.papers import paragraphs_of
from qianliyan.desk.states import GIVE_OPINION
from qianliyan.history.once import once
from qianliyan.history.workflow import open_to

MOST_WAITING = 50


@seated
def index(request: Request) -> HttpResponse:
    """List what waits, then what was answered or not."""
    done = asked_of(request.seat).exclude(state=WAITING).select_related("draft__office").order_by("-asked_at", "-pk")
    context = {
        "waiting": list(waiting_for(request.seat).select_related("draft__office")[:MOST_WAITING]),
        "shown": page_of(done, request.GET, by="asked_at"),
        "today": clock.today(),
    }
    return page(request, "desk/opinions.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the words and the place to answer."""
    opinion = _opinion(request, uid)
    context = {
        "opinion": opinion,
        "paragraphs": paragraphs_of(opinion.body),
        "form": ViewForm() if open_to((GIVE_OPINION,), opinion, request.seat) else None,
        "today": clock.today(),
    }
    return page(request, "desk/opinion.html", context)


@require_POST
@seated
def answer(request: Request, uid: UUID) -> HttpResponse:
    """Answer."""
    opinion, view = _opinion(request, uid), ViewForm(request.POST).view()
    with once(request.seat, request.POST.get("once", "")):
        give(opinion, by=request.seat, view=view)
    messages.success(request, _("意见已反馈给%(office)s。") % {"office": opinion.draft.office.short_name})
    return respond(request, to="desk:opinions")


def _opinion(request: Request, uid: UUID) -> Opinion:
    found = asked_of(request.seat).select_related("draft__office", "asked_by__person", "asked_by__post", "office")
    return get_object_or_404(found, uid=uid)
