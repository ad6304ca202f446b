"""Starting an item: from nothing, from a file, from pasted text."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions.importing import import_into, import_new
from qianliyan.items.actions.writing import start
from qianliyan.items.forms.writing import FileForm, PasteForm
from qianliyan.items.models import Item
from qianliyan.items.permissions import may_draft
from qianliyan.items.views.finding import item_of
from qianliyan.items.views.purpose import chosen

MOST_NAMED = 4


@seated
def create(request: Request) -> HttpResponse:
    """Offer the three ways; a POST opens an empty working copy and goes to it."""
    if request.method == "POST":
        commission, key_task = chosen(request)
        with once(request.seat, request.POST.get("once", "")):
            item = start(by=request.seat, commission=commission, key_task=key_task)
        return respond(request, to="items:item", uid=item.uid)
    context = {"file_form": FileForm(), "paste_form": PasteForm(), "may_draft": may_draft(request.seat)}
    return page(request, "items/new.html", context)


@require_POST
@seated
def imports(request: Request) -> HttpResponse:
    """Start an item from a file or from pasted text."""
    content, name = _given(request)
    with once(request.seat, request.POST.get("once", "")):
        item = import_new(content, name, by=request.seat)
    return _imported(request, item)


@require_POST
@seated
def imports_into(request: Request, uid: UUID) -> HttpResponse:
    """Put a file's text in place of the item's."""
    item = item_of(request, uid)
    content, name = _given(request)
    with once(request.seat, request.POST.get("once", "")):
        item = import_into(item, content, name, by=request.seat)
    return _imported(request, item)


def _given(request: Request) -> tuple[bytes, str]:
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        uploaded = form.cleaned_data["file"]
        return uploaded.read(), uploaded.name or ""
    pasted = PasteForm(request.POST)
    if not pasted.is_valid():
        raise Unreadable(_("请选一个文件，或粘贴文字。"))
    return pasted.cleaned_data["text"].encode(), _("粘贴的文字.txt")


def _imported(request: Request, item: Item) -> HttpResponse:
    messages.success(request, _what_was_left_out(item.imports.all()[0].removed))
    return respond(request, to="items:item", uid=item.uid)


def _what_was_left_out(removed: list[dict[str, str]]) -> str:
    """Say it where the eye is; the list with samples stands beside the paper."""
    if not removed:
        return _("已导入，文字没有略去什么。")
    named = "；".join(one["what"] for one in removed[:MOST_NAMED])
    return ngettext(
        "已导入，有%(count)d处改动：%(named)s%(more)s。", "已导入，有%(count)d处改动：%(named)s%(more)s。", len(removed)
    ) % {
        "count": len(removed),
        "named": named,
        "more": _("等，详见“导入”") if len(removed) > MOST_NAMED else "",
    }
