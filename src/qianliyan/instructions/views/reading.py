"""阅件: what lies before a leader, one piece to a page; circle, instruct, own phrases.

No page notes that it was seen.
"""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.configuration.values import value
from qianliyan.core.web import Request, page, respond, seated, wants_json
from qianliyan.files.responses import answer_with
from qianliyan.instructions.actions.reading import circle, instruct, set_phrases
from qianliyan.instructions.models import Instruction, Reader
from qianliyan.instructions.permissions import is_read_by
from qianliyan.instructions.queries.presenting import done_by, lying_before, phrases_of, read_by
from qianliyan.instructions.queries.register import own_register, to_decide
from qianliyan.instructions.settings import PHRASES
from qianliyan.instructions.showing import piece_of
from qianliyan.offices.models import Seat

MOST_DONE = 30


@seated
def index(request: Request) -> HttpResponse:
    """List what lies before the leader, what waits for his decision, and what he gave back lately."""
    seat = request.seat
    given = own_register(seat).filter(seat__person=seat.person_id).order_by("-given_on", "-pk")
    context = {
        "lying": list(lying_before(seat)),
        "deciding": list(to_decide(seat)),
        "done": list(done_by(seat)[:MOST_DONE]),
        "given": list(given[:MOST_DONE]),
    }
    return page(request, "instructions/reading_list.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one piece with the place to write on it."""
    reader, seat = _piece(request, uid), request.seat
    lying = list(lying_before(seat).values_list("uid", flat=True))
    context = {
        "reader": reader,
        "piece": piece_of(reader),
        "given": list(_given_on(reader, seat)),
        "phrases": phrases_of(seat) or value(PHRASES, seat.office),
        "may_write": is_read_by(seat, reader),
        **_neighbours(reader.uid, lying),
    }
    return page(request, "instructions/piece.html", context)


@require_POST
@seated
def circle_piece(request: Request, uid: UUID) -> HttpResponse:
    """Circle it and go to the next piece."""
    reader = _piece(request, uid)
    circle(reader, by=request.seat)
    return _answer(request, _("已圈阅。"))


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Take the instruction; the same key again is answered as if it were the first time."""
    reader, strokes = _piece(request, uid), request.FILES.get("strokes")
    instruct(
        reader,
        by=request.seat,
        text=request.POST.get("text", ""),
        strokes=strokes.read() if strokes else b"",
        once=request.POST.get("once", ""),
    )
    return _answer(request, _("批示已送出。"))


@seated
def strokes(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Show the leader his own strokes on this paper."""
    found = _given_on(_piece(request, uid), request.seat).filter(strokes__uid=file_uid)
    return answer_with(get_object_or_404(found.exclude(strokes=None)[:1]).strokes)  # type: ignore[arg-type]


@seated
def phrases(request: Request) -> HttpResponse:
    """Show the leader's own phrases; a POST keeps them."""
    if request.method == "POST":
        set_phrases(by=request.seat, lines=request.POST.get("lines", "").splitlines())
        messages.success(request, _("常用批语已保存。"))
        return respond(request, to="instructions:reading")
    own = phrases_of(request.seat)
    context = {"lines": own or value(PHRASES, request.seat.office), "own": bool(own)}
    return page(request, "instructions/phrases.html", context)


def _piece(request: Request, uid: UUID) -> Reader:
    return get_object_or_404(read_by(request.seat), uid=uid)


def _given_on(reader: Reader, seat: Seat) -> QuerySet[Instruction]:
    """Return what the leader instructed about this paper."""
    paper = reader.presentation
    own = own_register(seat).filter(seat=reader.seat_id, entry=paper.entry_id, submission=paper.submission_id)
    return own.select_related("strokes").order_by("pk")


def _neighbours(here: UUID, lying: list[UUID]) -> dict[str, object]:
    """Say which of how many it is, and what comes before and after."""
    place = lying.index(here) if here in lying else -1
    return {
        "place": place + 1,
        "count": len(lying),
        "before": lying[place - 1] if place > 0 else None,
        "after": lying[place + 1] if 0 <= place < len(lying) - 1 else None,
    }


def _answer(request: Request, words: str) -> HttpResponse:
    """Go to the next piece, or back to the list; a script is told where."""
    following = lying_before(request.seat).values_list("uid", flat=True).first()
    messages.success(request, words)
    if wants_json(request):
        return JsonResponse({"sent": True, "next": str(following) if following else ""})
    if following:
        return respond(request, to="instructions:piece", uid=following)
    return respond(request, to="instructions:reading")
