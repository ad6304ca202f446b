"""Handing an item over to its reviewers, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.configuration.values import Values
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions import review
from qianliyan.items.actions.writing import save
from qianliyan.items.forms.writing import ItemForm
from qianliyan.items.reading import due_of
from qianliyan.items.settings import FIELDS
from qianliyan.items.views.finding import item_of


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Save what the page holds and hand it over; if something is missing, the text is saved all the same."""
    item = item_of(request, uid)
    if "version" in request.POST:
        form = ItemForm(item, Values(item.office)[FIELDS], request.POST)
        if not form.is_valid():
            raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
        item = save(item, by=request.seat, revision=form.revision, **form.values())
    with once(request.seat, request.POST.get("once", "")):
        item = review.hand_over(item, by=request.seat)
    messages.success(request, _("已送审，等%(who)s。") % {"who": due_of(item)})
    return respond(request, to="items:item", uid=uid)


@require_POST
@seated
def end(request: Request, uid: UUID) -> HttpResponse:
    """Take the item back from its reviewers."""
    review.take_back(item_of(request, uid), by=request.seat)
    messages.success(request, _("已撤回送审，可以继续修改。"))
    return respond(request, to="items:item", uid=uid)
