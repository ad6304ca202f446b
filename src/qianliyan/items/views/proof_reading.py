"""Listed corrections of typos in a signed text."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.proof_reading import correct_typos
from qianliyan.items.forms.review import TyposForm
from qianliyan.items.reading import blocks_of
from qianliyan.items.states import CORRECT_TYPOS
from qianliyan.items.views.finding import item_of


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Ask for the pairs beside the signed text; a POST puts them right."""
    item = item_of(request, uid)
    refuse_unless(item, CORRECT_TYPOS, request.seat)
    form = TyposForm(request.POST or None)
    if request.method == "POST":
        if not form.is_valid():
            raise Unreadable(_("每处最多40字；只写错字和它前后几个字。"))
        with once(request.seat, request.POST.get("once", "")):
            correct_typos(item, by=request.seat, pairs=form.pairs())
        messages.success(request, _("已订正，签发继续有效；订正前后都列在版本里。"))
        return respond(request, to="items:item", uid=uid)
    return page(request, "items/typos.html", {"item": item, "form": form, "blocks": blocks_of(item.body)})
