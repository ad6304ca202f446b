"""线索箱: dropping, and what the officer makes of it."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.items.actions import tips
from qianliyan.items.models import Tip
from qianliyan.items.permissions import may_draft
from qianliyan.items.queries import open_tips, tips_of
from qianliyan.items.states import TipState
from qianliyan.offices.audiences import visible_to

MOST = 50


@seated
def index(request: Request) -> HttpResponse:
    """Offer the box, show the officer what lies in it, and everybody what became of his own; a POST drops a tip."""
    if request.method == "POST":
        with once(request.seat, request.POST.get("once", "")):
            tips.drop(request.POST.get("text", ""), by=request.seat, photos=_photos(request))
        messages.success(request, _("收到，谢谢。信息员会看；写成信息的，供稿人署您的名字。"))
        return respond(request, to="items:tips")
    context = {
        "open": list(open_tips(request.seat)[:MOST]) if may_draft(request.seat) else [],
        "own": list(tips_of(request.seat)[:MOST]),
        "officer": may_draft(request.seat),
        "states": TipState,
    }
    return page(request, "items/tips.html", context)


@require_POST
@seated
def use(request: Request, uid: UUID) -> HttpResponse:
    """Begin an item with it."""
    tip = _tip(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        item = tips.use(tip, by=request.seat)
    return respond(request, to="items:item", uid=item.uid)


@require_POST
@seated
def close(request: Request, uid: UUID) -> HttpResponse:
    """Thank for it."""
    tips.close(_tip(request, uid), by=request.seat, word=request.POST.get("word", ""))
    messages.success(request, _("已回复提供线索的同事。"))
    return respond(request, to="items:tips")


@seated
def photo(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Show a photo."""
    return answer_with(get_object_or_404(_tip(request, uid).photos, uid=file_uid))


def _tip(request: Request, uid: UUID) -> Tip:
    return get_object_or_404(visible_to(Tip, request.seat).select_related("supplier"), uid=uid)


def _photos(request: Request) -> list[tuple[bytes, str]]:
    given = request.FILES.getlist("photos")[: tips.MOST_PHOTOS + 1]
    return [(one.read(), one.name or "") for one in given if one.size]
