"""The queue: a list, the chosen paper, and what stands beside it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from qianliyan.configuration.values import Values
from qianliyan.core.web import Request, page, seated
from qianliyan.desk import paging
from qianliyan.desk.queries import (
    RESERVED_TAB,
    TABS,
    arrived,
    handlings_of,
    queue,
    queue_counts,
    tab_called,
    with_paper,
)
from qianliyan.desk.settings import DECLINE_REASONS
from qianliyan.desk.views.finding import refuse_strangers
from qianliyan.desk.views.reading import context_of
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power

TEMPLATE = "desk/queue.html"


@dataclass(frozen=True)
class Place:
    """Where somebody stands in the queue: the tab, the page of the list, the chosen paper."""

    tab: str = ""
    at: str = ""
    chosen: str = ""

    @classmethod
    def given(cls, data: QueryDict) -> "Place":
        """Read the place from an address or a form."""
        return cls(tab_called(data.get("tab", "")).code, data.get("at", ""), data.get("chosen", ""))

    def url(self, **other: str) -> str:
        """Return the address of this place, or of one that differs in something."""
        parts = {"tab": self.tab, "at": self.at, "chosen": self.chosen, **other}
        query = urlencode({name: text for name, text in parts.items() if text})
        return reverse("desk:queue") + (f"?{query}" if query else "")


@seated
def show(request: Request) -> HttpResponse:
    """Show the queue with one paper open."""
    refuse_strangers(request)
    context = {**context_for(request.seat, Place.given(request.GET)), "keep_picks": True}
    return page(request, TEMPLATE, context, partial="work")


def onward(request: Request, done: Submission) -> HttpResponse:
    """Answer a step taken in the queue: the row after the one that is done is open now."""
    place = Place.given(request.POST)
    return answer_at(request, Place(place.tab, place.at, _following(request.seat, place, done)))


def answer_at(request: Request, place: Place, *, keep_picks: bool = True) -> HttpResponse:
    """Answer with the queue at this place; what a batch has done is no longer ticked."""
    if not request.htmx:
        return redirect(place.url())
    context = {**context_for(request.seat, place), "keep_picks": keep_picks}
    answer = page(request, TEMPLATE, context, partial="work")
    answer["HX-Push-Url"] = place.url()
    return answer


def context_for(seat: Seat, place: Place) -> dict[str, Any]:
    """Return everything the page shows."""
    tab = tab_called(place.tab)
    shown = paging.window(with_paper(queue(seat, tab.code)), tab.order, place.at)
    chosen = _chosen(seat, place, shown.rows)
    decided = handlings_of([*shown.rows, chosen] if chosen else shown.rows)
    values = Values(seat.office)
    return {
        "place": place,
        "tabs": _tabs(seat, tab.code),
        "rows": [_row(row, place, chosen, decided) for row in shown.rows],
        "newer": place.url(at=shown.newer, chosen="") if shown.newer else "",
        "older": place.url(at=shown.older, chosen="") if shown.older else "",
        "back": place.url(chosen=""),
        "batch": seat.may(Power.EDIT) and bool(shown.rows) and tab.counted,
        "batch_receipt": tab.code != RESERVED_TAB,
        "batch_reasons": values[DECLINE_REASONS][:9],
        **(context_of(chosen, seat, values, decided.get(chosen.pk, [])) if chosen else {}),
    }


def _tabs(seat: Seat, current: str) -> list[dict[str, object]]:
    counts = queue_counts(seat)
    return [
        {
            "label": tab.label,
            "url": Place(tab.code).url(),
            "count": counts.get(tab.code),
            "current": tab.code == current,
        }
        for tab in TABS
    ]


def _row(row: Submission, place: Place, chosen: Submission | None, decided: dict[int, Any]) -> dict[str, object]:
    return {
        "submission": row,
        "url": place.url(chosen=str(row.uid)),
        "current": row == chosen,
        "handling": decided.get(row.pk, [None])[0],
    }


def _chosen(seat: Seat, place: Place, rows: list[Submission]) -> Submission | None:
    """Return the chosen paper, which need not stand on this page of the list; without a choice the first row."""
    if not place.chosen:
        return rows[0] if rows else None
    try:
        uid = UUID(place.chosen)
    except ValueError as error:
        raise Http404 from error
    listed = next((row for row in rows if row.uid == uid), None)
    return listed or get_object_or_404(with_paper(arrived(seat)), uid=uid)


def _following(seat: Seat, place: Place, done: Submission) -> str:
    """Return the row below the one that is done, else the one above it."""
    keys = tab_called(place.tab).order
    rows, values = queue(seat, place.tab), paging.values_of(done, keys)
    for direction in (paging.OLDER, paging.NEWER):
        if found := paging.beyond(rows, keys, values, direction).values_list("uid", flat=True).first():
            return str(found)
    return ""
