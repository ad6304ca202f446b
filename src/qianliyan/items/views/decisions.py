"""Approving, sending back and signing; with a corrected text in the same act."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions import review
from qianliyan.items.beside import Beside
from qianliyan.items.forms.review import ReasonForm, ReviewForm
from qianliyan.items.models import Item
from qianliyan.items.pages.reading import reading_context
from qianliyan.items.reading import due_of
from qianliyan.items.views.finding import item_of, item_with_flags

REFUSED = 422


@require_POST
@seated
def approval(request: Request, uid: UUID) -> HttpResponse:
    """Approve at the stage that was shown."""
    return _decide(request, uid, review.approve, said=_("已同意，等%(who)s。"))


@require_POST
@seated
def signature(request: Request, uid: UUID) -> HttpResponse:
    """Sign, in the text as it is or as it was corrected on the page."""
    return _decide(request, uid, review.sign, said=_("已签发。"))


@require_POST
@seated
def returning(request: Request, uid: UUID) -> HttpResponse:
    """Send the item back with a reason."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("理由最多500字，请写短一些。"))
    asked = form.cleaned_data["asked"] or None
    review.send_back(item_of(request, uid), by=request.seat, reason=form.cleaned_data["reason"], asked=asked)
    messages.success(request, _("已退回拟稿人修改。"))
    return respond(request, to="items:reviews")


def _decide(request: Request, uid: UUID, decide: Callable[..., Item], *, said: str) -> HttpResponse:
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return _again(request, uid, form)
    with once(request.seat, request.POST.get("once", "")):
        item = decide(item_of(request, uid), by=request.seat, **form.decision())
    messages.success(request, said % {"who": due_of(item) if item.due else ""})
    return respond(request, to="items:item", uid=item.uid)


def _again(request: Request, uid: UUID, form: ReviewForm) -> HttpResponse:
    """Show the page once more with what was typed and what is wrong with it."""
    answer = page(request, "items/read.html", reading_context(request, Beside(item_with_flags(request, uid)), form))
    answer.status_code = REFUSED
    return answer
