"""Handing a signed item to an office on another network: the fields to copy, the Word file, the record of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions.delivering import deliver
from qianliyan.items.beside import Beside
from qianliyan.items.forms.delivering import DeliveryForm
from qianliyan.items.models import Item
from qianliyan.items.outward import fields_of, word_file
from qianliyan.items.permissions import may_write
from qianliyan.items.queries import receivers_for
from qianliyan.items.states import ItemState
from qianliyan.items.views.finding import item_of
from qianliyan.offices.models import Office

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REFUSED = 422


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show every field with a button that copies it, and ask how it was handed over."""
    item = _signed(request, uid)
    return _page(request, item, DeliveryForm(receivers_for(item.office)))


@seated
def word(request: Request, uid: UUID) -> HttpResponse:
    """Hand the Word file out."""
    item = _signed(request, uid)
    answer = HttpResponse(word_file(item, _receiver(item)), content_type=WORD)
    answer["Content-Disposition"] = 'attachment; filename="item.docx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Record that it was handed over."""
    item = _signed(request, uid)
    form = DeliveryForm(receivers_for(item.office), request.POST)
    if not form.is_valid():
        return _page(request, item, form)
    with once(request.seat, request.POST.get("once", "")):
        submission = deliver(item, by=request.seat, **form.delivery())
    messages.success(request, _("已登记：交%(office)s。") % {"office": submission.receiver.name})
    return respond(request, to="items:item", uid=uid)


def _signed(request: Request, uid: UUID) -> Item:
    """Return an item that is signed and not sent yet, or was sent; before that there is nothing to hand over."""
    item = item_of(request, uid)
    if item.state not in (ItemState.SIGNED, ItemState.SUBMITTED):
        raise Http404
    return item


def _receiver(item: Item) -> Office:
    found = receivers_for(item.office)
    if not found:
        raise Http404
    return found[0]


def _page(request: Request, item: Item, form: DeliveryForm) -> HttpResponse:
    context = {
        "item": item,
        "fields": fields_of(item, Beside(item)),
        "form": form,
        "receiver": _receiver(item),
        "may_deliver": item.state == ItemState.SIGNED and may_write(request.seat, item),
    }
    answer = page(request, "items/outward.html", context)
    answer.status_code = REFUSED if form.is_bound else 200
    return answer
