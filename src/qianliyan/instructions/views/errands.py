"""承办的批示: what was forwarded to the seat's own unit; signing for it, asking for time, reporting."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core import clock
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.paging import window
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.history.workflow import open_to
from qianliyan.instructions.actions import reporting
from qianliyan.instructions.forms import ExtensionForm, ReportForm, cleaned
from qianliyan.instructions.models import Forwarding
from qianliyan.instructions.papers import sources_outside
from qianliyan.instructions.queries.register import errands_of, errands_open
from qianliyan.instructions.states import REPORT, SIGN_FOR, WITH_UNIT
from qianliyan.instructions.views.finding import uploaded


@seated
def index(request: Request) -> HttpResponse:
    """List what waits, then what was reported."""
    done = errands_of(request.seat).exclude(state__in=WITH_UNIT)
    found = window(done, ("sent_at", "pk"), request.GET.get("at", ""))
    context = {
        "waiting": list(errands_open(request.seat)),
        "rows": found.rows,
        "newer": f"?at={found.newer}" if found.newer else "",
        "older": f"?at={found.older}" if found.older else "",
        "today": clock.today(),
    }
    return page(request, "instructions/errand_list.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show what is asked, by when, and what was reported."""
    errand = _errand(request, uid)
    steps = {step.verb.partition(".")[2] for step in open_to((SIGN_FOR, REPORT), errand, request.seat)}
    context = {
        "errand": errand,
        "steps": steps,
        "late": errand.seems_late(clock.today()),
        "sources": sources_outside(errand.instruction),
        "reports": list(errand.reports.select_related("file")),
        "extensions": list(errand.extensions.all()),
        "reminders": list(errand.reminders.filter(by_phone=False)),
        "report_form": ReportForm(),
        "extension_form": ExtensionForm(),
    }
    return page(request, "instructions/errand_detail.html", context)


@require_POST
@seated
def sign_for(request: Request, uid: UUID) -> HttpResponse:
    """Sign for it."""
    return _answer(request, reporting.sign_for(_errand(request, uid), by=request.seat), _("已签收。"))


@require_POST
@seated
def report(request: Request, uid: UUID) -> HttpResponse:
    """Report what was done."""
    errand, text = _errand(request, uid), cleaned(ReportForm(request.POST))["text"]
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        reporting.report(errand, by=request.seat, text=text, file=uploaded(request, "file", photo=False))
    return _answer(request, errand, _("办理情况已反馈。"))


@require_POST
@seated
def ask_extension(request: Request, uid: UUID) -> HttpResponse:
    """Ask for more time."""
    errand, given = _errand(request, uid), cleaned(ExtensionForm(request.POST))
    with once(request.seat, request.POST.get("once", "")):
        reporting.ask_extension(errand, by=request.seat, **given)
    return _answer(request, errand, _("延期申请已送出。"))


@seated
def file(request: Request, uid: UUID, file_uid: UUID) -> FileResponse:
    """Show a file of the unit's own report."""
    found = _errand(request, uid).reports.select_related("file").filter(file__uid=file_uid).first()
    if found is None or found.file is None:
        raise Http404
    return answer_with(found.file)


def _errand(request: Request, uid: UUID) -> Forwarding:
    rows = errands_of(request.seat).select_related(
        "instruction__entry__issue__publication", "instruction__entry__draft", "instruction__office"
    )
    return get_object_or_404(rows, uid=uid)


def _answer(request: Request, errand: Forwarding, words: str) -> HttpResponse:
    messages.success(request, words)
    return respond(request, to="instructions:errand", uid=errand.uid)
