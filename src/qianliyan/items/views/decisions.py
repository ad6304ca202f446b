"""Approving, sending back and signing; with a corrected text in the same act."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions import review
from qianliyan.items.forms.review import ReasonForm, ReviewForm
from qianliyan.items.models import Item
from qianliyan.items.reading import due_of
from qianliyan.items.views.finding import item_of


@require_POST
@seated
def approval(request: Request, uid: UUID) -> HttpResponse:
    """Approve at the stage that was shown."""
    item = _decide(request, uid, review.approve)
    messages.success(request, _("已同意，等%(who)s。") % {"who": due_of(item)})
    return respond(request, to="items:item", uid=item.uid)


@require_POST
@seated
def signature(request: Request, uid: UUID) -> HttpResponse:
    """Sign, in the text as it is or as it was corrected on the page."""
    item = _decide(request, uid, review.sign)
    messages.success(request, _("已签发。"))
    return respond(request, to="items:item", uid=item.uid)


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


def _decide(request: Request, uid: UUID, decide: Callable[..., Item]) -> Item:
    item = item_of(request, uid)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
    with once(request.seat, request.POST.get("once", "")):
        return decide(item, by=request.seat, **form.decision())
