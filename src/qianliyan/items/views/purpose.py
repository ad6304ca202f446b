"""What an item is for: what is asked of the unit, beside the writing page or on a page of its own, and chosen."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.items.actions.purposes import OPEN, serve
from qianliyan.items.forms.purposes import PurposeForm
from qianliyan.items.models import Item
from qianliyan.items.permissions import may_write
from qianliyan.items.views.finding import item_of
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Addressee, Commission, KeyTask
from qianliyan.planning.queries.commissions import open_for
from qianliyan.planning.queries.key_points import current_for
from qianliyan.planning.queries.key_tasks import tasks_for


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show what is asked, with what was chosen; a POST chooses."""
    item = item_of(request, uid)
    if request.method == "POST":
        commission, key_task = chosen(request)
        item = serve(item, by=request.seat, commission=commission, key_task=key_task)
        context = _asked(item, request.seat) if request.htmx else None
        return respond(request, "items/purposes.html#purposes", to="items:item", context=context, uid=uid)
    return page(request, "items/purposes.html", _asked(item, request.seat), partial="purposes")


def chosen(request: Request) -> tuple[Commission | None, KeyTask | None]:
    """Return the commission and the task that were chosen; what the seat may not see is 404."""
    commission_uid, task_uid = PurposeForm(request.POST).uids()
    commissions, tasks = visible_to(Commission, request.seat), visible_to(KeyTask, request.seat)
    return (
        get_object_or_404(commissions, uid=commission_uid) if commission_uid else None,
        get_object_or_404(tasks, uid=task_uid) if task_uid else None,
    )


def _asked(item: Item, seat: Seat) -> dict[str, Any]:
    asked: list[Addressee] = list(open_for(seat))
    tasks: list[Any] = list(tasks_for(seat))
    return {
        "item": item,
        "may_choose": item.state in OPEN and may_write(seat, item),
        "asked": asked,
        "beyond": item.commission if item.commission_id not in {one.commission_id for one in asked} else None,
        "beyond_task": item.key_task if item.key_task not in tasks else None,
        "tasks": [(mine, [one for one in tasks if one.mine == mine]) for mine in (True, False)],
        "points": list(current_for(seat)),
    }
