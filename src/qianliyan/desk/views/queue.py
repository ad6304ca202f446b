"""The queue: a list, the chosen paper, and what stands beside it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from qianliyan.configuration.values import Values
from qianliyan.core.errors import Text
from qianliyan.core.web import Request, page, seated
from qianliyan.desk import paging
from qianliyan.desk.allotments import WHOSE
from qianliyan.desk.groups import Group, grouped
from qianliyan.desk.permissions import may_draw_lines
from qianliyan.desk.presence import with_presence
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
from qianliyan.desk.views.place import Place
from qianliyan.desk.views.reading import context_of
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power

TEMPLATE = "desk/queue.html"
ALWAYS = (TABS[0].code, RESERVED_TAB)


@seated
def show(request: Request) -> HttpResponse:
    """Show the queue with one paper open."""
    refuse_strangers(request)
    context = {**context_for(request.seat, Place.given(request.GET)), "keep_picks": True}
    return page(request, TEMPLATE, context, partial="work")


def onward(request: Request, done: Submission) -> HttpResponse:
    """Answer a step taken in the queue: the row after the one that is done is open now."""
    place = Place.given(request.POST)
    return answer_at(request, replace(place, chosen=_following(request.seat, place, done)))


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
    shown = paging.window(with_paper(with_presence(queue(seat, tab.code, place.whose), seat)), tab.order, place.at)
    chosen = _chosen(seat, place, shown.rows)
    decided = handlings_of([*shown.rows, chosen] if chosen else shown.rows)
    # What lies in reserve or is done with is a list of single things.
    grouping = tab.counted and tab.code != RESERVED_TAB
    groups = grouped(shown.rows, seat) if grouping else [Group(row) for row in shown.rows]
    values = Values(seat.office)
    return {
        "place": place,
        **_counted(seat, place),
        "rows": [_row(group, place, chosen, decided) for group in groups],
        "together": _together(groups, chosen, seat),
        "newer": place.url(at=shown.newer, chosen="") if shown.newer else "",
        "older": place.url(at=shown.older, chosen="") if shown.older else "",
        "back": place.url(chosen=""),
        "batch": seat.may(Power.EDIT) and bool(shown.rows) and tab.counted,
        "batch_receipt": tab.code != RESERVED_TAB,
        "batch_reasons": values[DECLINE_REASONS][:9],
        **(context_of(chosen, seat, values, decided.get(chosen.pk, [])) if chosen else {}),
    }


def _counted(seat: Seat, place: Place) -> dict[str, Any]:
    """Return the tabs and the parts of the queue with their numbers (one query)."""
    counts = queue_counts(seat, place.whose)
    found = counts.tabs
    # Kinds of which nothing waits take no room.
    shown = [tab for tab in TABS if found.get(tab.code) or tab.code in (*ALWAYS, place.tab) or not tab.counted]
    tabs = [_link(tab.label, place.to(tab=tab.code), found.get(tab.code), tab.code == place.tab) for tab in shown]
    parts = [
        _link(one.label, place.to(whose=one.code), counts.parts[one.code], one.code == place.whose) for one in WHOSE
    ]
    return {"tabs": tabs, "parts": parts, "may_draw": may_draw_lines(seat, seat.office_id)}


def _link(label: Text, url: str, count: int | None, current: bool) -> dict[str, object]:  # noqa: FBT001
    return {"label": label, "url": url, "count": count, "current": current}


def _row(group: Group, place: Place, chosen: Submission | None, decided: dict[int, Any]) -> dict[str, object]:
    return {
        "submission": group.lead,
        "url": place.url(chosen=str(group.lead.uid)),
        "current": group.lead == chosen,
        "handling": decided.get(group.lead.pk, [None])[0],
        "count": len(group.submissions),
        "same": [
            {"member": one, "url": place.url(chosen=str(one.submission.uid)), "current": one.submission == chosen}
            for one in group.members
        ],
    }


def _together(groups: list[Group], chosen: Submission | None, seat: Seat) -> list[Submission]:
    """Return the group of the chosen paper, for those who may merge it."""
    found = next((group.submissions for group in groups if group.members and chosen in group.submissions), [])
    return found if seat.may(Power.EDIT) else []


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
    rows, values = queue(seat, place.tab, place.whose), paging.values_of(done, keys)
    for direction in (paging.OLDER, paging.NEWER):
        if found := paging.beyond(rows, keys, values, direction).values_list("uid", flat=True).first():
            return str(found)
    return ""
