"""批示登记: the register with its filters, and recording what was written on paper or above."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.paging import window
from qianliyan.history.once import once
from qianliyan.instructions.actions.registering import record
from qianliyan.instructions.forms import RecordForm, cleaned
from qianliyan.instructions.permissions import may_keep_register
from qianliyan.instructions.queries.presenting import leaders_of
from qianliyan.instructions.queries.register import (
    KEYS,
    counts_by_state,
    filtered,
    leaders_in,
    own_register,
    seeming_late,
    with_units,
)
from qianliyan.instructions.states import OPEN, InstructionState
from qianliyan.instructions.views.finding import paper_of, uploaded
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level, Power

NAMES = ("state", "level", "leader", "from", "to")
REFUSED = 422
YEARS_OFFERED = 5


@seated
def index(request: Request) -> HttpResponse:
    """Show the register, narrowed by state, level, leader and period."""
    seat = request.seat
    if not (may_keep_register(seat) or seat.may(Power.EDIT)):
        raise Http404
    asked = {name: request.GET.get(name, "") for name in NAMES}
    found = window(with_units(filtered(own_register(seat), asked)), KEYS, request.GET.get("at", ""))
    context = {
        "rows": found.rows,
        "asked": asked,
        "tabs": _tabs(asked, counts_by_state(seat)),
        "levels": Level.choices,
        "leaders": leaders_in(seat),
        "late": list(seeming_late(seat)[:10]),
        "today": clock.today(),
        "volume_years": _volume_years(seat),
        "newer": _link(asked, found.newer),
        "older": _link(asked, found.older),
    }
    return page(request, "instructions/register.html", context, partial="rows")


@seated
def new(request: Request, kind: str, uid: UUID) -> HttpResponse:
    """Ask for leader, words, day and proof; a POST records and registers it."""
    paper, seat = paper_of(request, kind, uid), request.seat
    if not (seat.may(Power.PRESENT) or seat.may(Power.COMPOSE)):
        raise Http404
    form = RecordForm(leaders_of(seat), seat.office.level, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _record(request, paper, form)
    context = {"form": form, "paper": paper, "kind": kind}
    answer = page(request, "instructions/record.html", context)
    answer.status_code = REFUSED if form.errors else 200
    return answer


def _record(request: Request, paper: Any, form: RecordForm) -> HttpResponse:
    given = cleaned(form)
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        made = record(
            paper,
            by=request.seat,
            leader=form.who(),
            text=given["text"],
            given_on=given["given_on"],
            proof=form.proof(uploaded(request, "scan")),
            restricted=given["restricted"],
        )
    messages.success(request, _("已登记，编号%(number)s。") % {"number": made.number_text})
    return respond(request, to="instructions:instruction", uid=made.uid)


def _volume_years(seat: Seat) -> list[int]:
    """Offer the volume by leader to those who may have it."""
    this = clock.today().year
    return list(range(this, this - YEARS_OFFERED, -1)) if may_keep_register(seat) else []


def _tabs(asked: dict[str, str], counts: dict[str, int]) -> list[dict[str, object]]:
    shown = [("", _("全部"), sum(counts.values())), ("open", _("未办结"), sum(counts.get(state, 0) for state in OPEN))]
    shown += [(state.value, str(state.label), counts[state]) for state in InstructionState if counts.get(state)]
    return [
        {"label": label, "url": _link({**asked, "state": value}) or "?", "count": n, "current": asked["state"] == value}
        for value, label, n in shown
    ]


def _link(asked: dict[str, str], cursor: str | None = None) -> str:
    """Return the address of this list with its filters; an empty cursor leads nowhere."""
    if cursor == "":
        return ""
    kept = {name: value for name, value in asked.items() if value}
    return f"?{urlencode(kept | ({'at': cursor} if cursor else {}))}"
