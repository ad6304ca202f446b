"""Reconciling with the office above: the list, taking a circular in, every line decided, the letter."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from qianliyan.assessment.above import candidates
from qianliyan.assessment.actions import reconciling
from qianliyan.assessment.actions.letters import ask_to_count
from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.actions.rules import days_of
from qianliyan.assessment.forms.reconciliation import ReconciliationForm
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.letters import NATURES
from qianliyan.assessment.models import Letter, ReconciledLine, Reconciliation
from qianliyan.assessment.papers import text_in
from qianliyan.assessment.permissions import may_record
from qianliyan.assessment.queries import periods_to_choose, reconciliations_of
from qianliyan.assessment.reconciled import compared
from qianliyan.assessment.slots import slots_left
from qianliyan.assessment.views.guards import for_section
from qianliyan.assessment.yearly import levels_above
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@seated
def index(request: Request) -> HttpResponse:
    """List the circulars of the office above with where each put this office."""
    for_section(request)
    shown = window(reconciliations_of(request.seat), ("pk",), request.GET.get("at", ""))
    context = {
        "rows": [{"made": one, "name": spoken(one.label)} for one in shown.rows],
        "newer": f"?at={shown.newer}" if shown.newer else "",
        "older": f"?at={shown.older}" if shown.older else "",
        "records": may_record(request.seat, Reconciliation(office=request.seat.office)),
        "slots": slots_left(request.seat.office),
    }
    return page(request, "assessment/reconciliation_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Take a circular in."""
    office = request.seat.office
    if not may_record(request.seat, Reconciliation(office=office)) or not levels_above(office):
        raise NotAllowed(_("采用对账"))
    periods = [(one.label, spoken(one.label)) for one in periods_to_choose(clock.today().year - 1)]
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReconciliationForm(list(levels_above(office)), periods, *data)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            made = reconciling.begin(_came(request, form.cleaned_data), by=request.seat)
        return redirect("assessment:reconciliation", uid=made.uid)
    return render(request, "assessment/reconciliation_form.html", {"form": form}, status=422 if form.errors else 200)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the circular beside the ledger."""
    made = _made(request, uid)
    context = {
        "made": made,
        "name": spoken(made.label),
        "found": compared(made),
        "slots": slots_left(made.office),
        "letters": list(visible_to(Letter, request.seat).filter(reconciliation=made).select_related("file")),
        "records": may_record(request.seat, made),
    }
    return page(request, "assessment/reconciliation_detail.html", context)


@require_POST
@seated
def choose(request: Request, uid: UUID, line: int) -> HttpResponse:
    """Say which piece a line means."""
    made = _made(request, uid)
    found = visible_to(ReconciledLine, request.seat).select_related("reconciliation__office")
    row = get_object_or_404(found, reconciliation=made, pk=line)
    given = request.POST.get("piece", "")
    kind, _mark, uid_text = given.partition(":")
    pieces = [one for one in candidates(made.office, made.last) if (one.kind, one.uid) == (kind, uid_text)]
    if given != "none" and not pieces:
        raise Http404
    reconciling.choose(row, pieces[0] if pieces else None, by=request.seat)
    return redirect("assessment:reconciliation", uid=uid)


@require_POST
@seated
def enter(request: Request, uid: UUID) -> HttpResponse:
    """Enter everything that the ledger lacks."""
    done = reconciling.enter_missed(_made(request, uid), by=request.seat)
    words = ngettext(
        "已登记%(count)d条采用，份额和通知按信息的来源办好。",
        "已登记%(count)d条采用，份额和通知按信息的来源办好。",
        done.count,
    )
    messages.success(request, words % {"count": done.count})
    if done.repeated:
        again = _("通报第%(lines)s行与别的行是同一次采用，没有重复登记。")
        messages.info(request, again % {"lines": "、".join(map(str, done.repeated))})
    return redirect("assessment:reconciliation", uid=uid)


@require_POST
@seated
def letter(request: Request, uid: UUID) -> HttpResponse:
    """Print the letter that asks the office above to count what it left out; it stands on the page from then on."""
    made, form = _made(request, uid), request.POST.get("form", "")
    if form not in NATURES:
        raise Http404
    with once(request.seat, request.POST.get("once", "")):
        ask_to_count(made, form=form, by=request.seat)
    messages.success(request, _("补报函已印好，可在“补报函”里下载。"))
    return redirect(f"{reverse('assessment:reconciliation', args=[uid])}#letters")


def _came(request: Request, data: dict[str, Any]) -> reconciling.Came:
    read, file = text_in(data["file"], by=request.seat) if data["file"] else ("", None)
    text = "\n".join(part for part in (data["text"], read) if part)
    paper = Paper(data["evidence"], file)
    return reconciling.Came(data["title"], data["level"], days_of("", data["label"]), text, paper)


def _made(request: Request, uid: UUID) -> Reconciliation:
    for_section(request)
    return get_object_or_404(reconciliations_of(request.seat).select_related("office__parent", "file"), uid=uid)
