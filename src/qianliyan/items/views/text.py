"""Autosave, and both texts after a save that came too late."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.items.actions.writing import prevail, save, settle
from qianliyan.items.forms.writing import ItemForm, TextForm
from qianliyan.items.models import Item
from qianliyan.items.reading import changes_between, fields_between
from qianliyan.items.settings import FIELDS
from qianliyan.items.views.finding import item_of
from qianliyan.text.parsing.counting import character_count


@require_POST
@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Save the working copy; a field that is not understood keeps its old value, the text is saved all the same."""
    item = item_of(request, uid)
    form = ItemForm(item, Values(item.office)[FIELDS], request.POST)
    if not form.is_valid() and {"title", "body"} & form.errors.keys():
        raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
    item = save(item, by=request.seat, revision=form.revision, **form.values())
    saved = {"version": item.revision, "saved_at": f"{clock.local(item.saved_at):%H:%M:%S}"}
    return JsonResponse({**saved, "characters": character_count(item.body)})


@seated
def conflict(request: Request, uid: UUID) -> HttpResponse:
    """Show the text that could not be saved beside the one that was; a POST saves mine as the newer one."""
    item = item_of(request, uid)
    if request.method == "POST":
        return _settle(request, item)
    mine = get_object_or_404(item.unsaved, person_id=request.seat.person_id)
    context = {
        "item": item,
        "mine": {"title": mine.title, "body": mine.body},
        "theirs": {"title": item.title, "body": item.body, "by": item.saved_by, "at": item.saved_at},
        "fields": fields_between(item, mine.given()),
        "rows": changes_between((item.title, item.body), (mine.title, mine.body)),
        "version": item.revision,
    }
    return page(request, "items/conflict.html", context)


def _settle(request: Request, item: Item) -> HttpResponse:
    form = TextForm(request.POST)
    if "drop" not in request.POST:
        if not form.is_valid():
            raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
        version = request.POST.get("version", "")
        prevail(item, by=request.seat, revision=int(version) if version.isdecimal() else -1, **form.cleaned_data)
        messages.success(request, _("已按您的文字保存，对方的文字留在版本里。"))
    else:
        settle(item, by=request.seat)
    return respond(request, to="items:item", uid=item.uid)
