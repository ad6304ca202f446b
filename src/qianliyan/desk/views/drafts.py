"""The list of drafts, by state."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qianliyan.core.web import Request, seated
from qianliyan.desk import paging
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import DRAFT_ORDER, draft_counts, drafts
from qianliyan.desk.shares import names_in, shares_of_all
from qianliyan.desk.states import DraftState
from qianliyan.desk.views.finding import refuse_strangers
from qianliyan.offices.models import Seat

ALL = _("全部在办")


@seated
def index(request: Request) -> HttpResponse:
    """Show one state's drafts, or all that are not finished."""
    refuse_strangers(request)
    wanted = request.GET.get("state", "")
    state = wanted if wanted in DraftState.values else None
    found = drafts(request.seat, state).select_related("editor").defer("body")
    shown = paging.window(found, DRAFT_ORDER, request.GET.get("at", ""))
    context = {
        "tabs": _tabs(request.seat, state),
        "rows": _rows(shown.rows),
        "newer": _url(state, shown.newer) if shown.newer else "",
        "older": _url(state, shown.older) if shown.older else "",
        "state": state,
    }
    return render(request, "desk/drafts.html", context)


def _rows(found: list[Draft]) -> list[dict[str, object]]:
    shares = shares_of_all(found)
    return [{"draft": draft, "units": names_in(shares[draft.pk])} for draft in found]


def _tabs(seat: Seat, current: str | None) -> list[dict[str, object]]:
    counts = draft_counts(seat)
    return [
        {
            "label": label,
            "url": _url(state),
            "count": counts.get(state) if state is not None else sum(counts.values()),
            "current": state == current,
        }
        for state, label in ((None, ALL), *DraftState.choices)
    ]


def _url(state: str | None, at: str = "") -> str:
    query = urlencode({name: text for name, text in {"state": state or "", "at": at}.items() if text})
    return reverse("desk:drafts") + (f"?{query}" if query else "")
