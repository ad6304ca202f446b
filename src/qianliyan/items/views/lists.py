"""我的信息 and 待我审签."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core.web import Request, page, seated
from qianliyan.items.paging import SIZE, page_of
from qianliyan.items.permissions import may_draft
from qianliyan.items.queries import awaiting_decision, counts_for, list_for
from qianliyan.items.states import ItemState


@seated
def index(request: Request) -> HttpResponse:
    """List the unit's items, by state."""
    state = request.GET.get("state", "")
    chosen = state if state in ItemState.values else ""
    counts = counts_for(request.seat)
    shown = page_of(list_for(request.seat, chosen), request.GET, by="saved_at")
    context = {"shown": shown, "tabs": _tabs(chosen, counts), "state": chosen, "may_draft": may_draft(request.seat)}
    return page(request, "items/list.html", context, partial="rows")


@seated
def reviews(request: Request) -> HttpResponse:
    """List what waits for this seat's review or signature: the most urgent first, the rest as these are done."""
    waiting = list(awaiting_decision(request.seat)[: SIZE + 1])
    words = _("先列%(count)d件，急件和早送的在前") if len(waiting) > SIZE else _("%(count)d件，急件和早送的在前")
    shown = waiting[:SIZE]
    context = {"waiting": shown, "words": words % {"count": len(shown)} if shown else ""}
    return page(request, "items/reviews.html", context, partial="rows")


def _tabs(chosen: str, counts: dict[str, int]) -> list[dict[str, object]]:
    everything = sum(counts[state] for state in ItemState.values if state != ItemState.DISCARDED)
    states = [("", _("全部"), everything), *((state.value, state.label, counts[state.value]) for state in ItemState)]
    return [
        {
            "label": label,
            "url": f"?state={value}" if value else "?",
            "count": count,
            "current": value == chosen,
        }
        for value, label, count in states
    ]
