"""Entering a pasted task breakdown: first it is shown as it was read, then it is entered."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.planning.actions.key_tasks import enter_all
from qianliyan.planning.forms.key_tasks import BreakdownForm
from qianliyan.planning.views.finding import refuse_unless_planning

REFUSED = 422


@seated
def create(request: Request) -> HttpResponse:
    """Show what was read; with `enter` enter it."""
    refuse_unless_planning(request, _("录入重点任务"))
    form = BreakdownForm(request.POST or None)
    context = {"form": form, "back": reverse("planning:key_tasks"), "rows": []}
    if request.method != "POST" or not form.is_valid():
        answer = page(request, "planning/breakdown.html", context)
        answer.status_code = REFUSED if form.is_bound else answer.status_code
        return answer
    rows = form.rows(request.seat)
    if "enter" not in request.POST:
        doubtful = sum(bool(row.doubts) for row, _entry in rows)
        return page(request, "planning/breakdown.html", {**context, "rows": rows, "doubtful": doubtful})
    year, source = form.cleaned_data["year"], form.cleaned_data["source"]
    with once(request.seat, request.POST.get("once", "")):
        tasks = enter_all(by=request.seat, year=year, source=source, entries=[entry for _row, entry in rows])
    count = len(tasks)
    words = ngettext("已录入%(count)d项任务。", "已录入%(count)d项任务。", count) % {"count": count}
    messages.success(request, words)
    return respond(request, to="planning:key_tasks")
