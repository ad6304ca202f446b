"""呈送: what is to be presented, what went, what came back; the range and order of one paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.paging import window
from qianliyan.history.once import once
from qianliyan.history.workflow import open_to
from qianliyan.instructions.actions.presenting import add_reader, present, present_next
from qianliyan.instructions.forms import ReadersForm, cleaned
from qianliyan.instructions.models import Reader
from qianliyan.instructions.permissions import may_keep_register
from qianliyan.instructions.queries.presenting import leaders_of, out, readers_for, to_present, waiting_for_turn
from qianliyan.instructions.states import GIVE_BACK, SKIP, ReaderState
from qianliyan.instructions.views.finding import paper_of, presentation_of
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power

MOST = 30


@seated
def index(request: Request) -> HttpResponse:
    """Show what is to be presented and what lies before leaders, then the register."""
    seat = request.seat
    if not may_keep_register(seat):
        raise Http404
    state = request.GET.get("state", "")
    found = window(
        readers_for(seat, state).exclude(presented_at=None), ("presented_at", "pk"), request.GET.get("at", "")
    )
    context = {
        "fresh": list(to_present(seat)[:MOST]),
        "waiting": list(waiting_for_turn(seat)[:MOST]),
        "out": list(out(seat)[:MOST]),
        "rows": found.rows,
        "filters": _filters(state),
        "newer": f"?state={state}&at={found.newer}" if found.newer else "",
        "older": f"?state={state}&at={found.older}" if found.older else "",
        "may_present": seat.may(Power.PRESENT),
    }
    return page(request, "instructions/presentation_list.html", context)


@seated
def new(request: Request, kind: str, uid: UUID) -> HttpResponse:
    """Choose leaders and order; a POST presents it to the first."""
    paper = paper_of(request, kind, uid)
    form = ReadersForm(leaders_of(request.seat), request.POST or None)
    if request.method == "POST":
        note = cleaned(form)["note"]
        with once(request.seat, request.POST.get("once", "")):
            laid = present(paper, by=request.seat, readers=form.readers(), note=note)
        messages.success(request, _("已呈送。"))
        return respond(request, to="instructions:presentation", uid=laid.uid)
    return page(request, "instructions/presentation_form.html", {"form": form, "paper": paper, "kind": kind})


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show to whom it goes, where it is and what came of it."""
    presentation = presentation_of(request, uid)
    lines = [(reader, _steps(reader, request.seat)) for reader in presentation.readers.select_related("circle", "seat")]
    seats = {reader.seat_id for reader, _steps_open in lines}
    others = [seat for seat in leaders_of(request.seat) if seat.pk not in seats]
    context = {
        "presentation": presentation,
        "kind": "entry" if presentation.entry_id else "submission",
        "paper": presentation.entry or presentation.submission,
        "lines": lines,
        "next": next((r.order for r, _s in lines if r.state == ReaderState.TO_PRESENT), None),
        "blocked": any(r.state == ReaderState.PRESENTED for r, _s in lines),
        "form": ReadersForm(others) if others else None,
        "may_present": request.seat.may_at(Power.PRESENT, presentation.office_id),
    }
    return page(request, "instructions/presentation_detail.html", context)


@require_POST
@seated
def forward_on(request: Request, uid: UUID) -> HttpResponse:
    """Present it to the next leaders."""
    presentation = presentation_of(request, uid)
    laid = present_next(presentation, by=request.seat)
    messages.success(request, _("已呈送%(names)s。") % {"names": "、".join(reader.name for reader in laid)})
    return respond(request, to="instructions:presentation", uid=presentation.uid)


@require_POST
@seated
def add(request: Request, uid: UUID) -> HttpResponse:
    """Let more leaders read it, each at his place."""
    presentation = presentation_of(request, uid)
    form = ReadersForm(leaders_of(request.seat), request.POST)
    cleaned(form)
    with once(request.seat, request.POST.get("once", "")):
        for reader in form.readers():
            add_reader(presentation, by=request.seat, reader=reader)
    return respond(request, to="instructions:presentation", uid=presentation.uid)


def _steps(reader: Reader, seat: Seat) -> set[str]:
    return {step.verb for step in open_to((GIVE_BACK, SKIP), reader, seat)}


def _filters(state: str) -> list[dict[str, object]]:
    shown = [("", _("全部"))] + [(one.value, one.label) for one in (ReaderState.PRESENTED, ReaderState.BACK)]
    return [
        {"label": label, "url": f"?state={value}", "count": None, "current": value == state} for value, label in shown
    ]
