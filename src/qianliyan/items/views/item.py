"""One item: the writing page while it is written on, the reading page afterwards."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.items.actions.versions import keep
from qianliyan.items.actions.writing import save
from qianliyan.items.beside import Beside
from qianliyan.items.forms.writing import ItemForm
from qianliyan.items.pages.reading import reading_context
from qianliyan.items.pages.writing import writing_context
from qianliyan.items.permissions import may_write
from qianliyan.items.requirements import before_hand_over
from qianliyan.items.settings import FIELDS
from qianliyan.items.states import ItemState
from qianliyan.items.views.finding import item_with_flags

REFUSED = 422


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the item to write on or to read; a POST saves it and keeps a version."""
    beside = Beside(item_with_flags(request, uid))
    item = beside.item
    if request.method == "POST":
        return _save(request, beside)
    if item.state != ItemState.DRAFTING or not may_write(request.seat, item):
        return page(request, "items/read.html", reading_context(request, beside))
    if request.htmx:
        context = {"item": item, "missing": before_hand_over(item, unsaved=beside.unsaved)}
        return page(request, "items/write.html", context, partial="missing")
    form = ItemForm(item, beside.values[FIELDS])
    return page(request, "items/write.html", writing_context(beside, form, request.seat))


def _save(request: Request, beside: Beside) -> HttpResponse:
    item = beside.item
    form = ItemForm(item, beside.values[FIELDS], request.POST)
    if not form.is_valid():
        answer = page(request, "items/write.html", writing_context(beside, form, request.seat))
        answer.status_code = REFUSED
        return answer
    save(item, by=request.seat, revision=form.revision, **form.values())
    version = keep(item, by=request.seat)
    messages.success(request, _("已存为第%(number)d稿。") % {"number": version.number})
    return respond(request, to="items:item", uid=item.uid)
