"""Closing a period, opening it again, and working a closed one out again from its file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import closing
from qianliyan.assessment.forms.period import ReasonForm
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Period
from qianliyan.assessment.queries import period_of
from qianliyan.assessment.states import PeriodState
from qianliyan.assessment.views.guards import for_section
from qianliyan.core.web import Request, seated


@require_POST
@seated
def close(request: Request, label: str) -> HttpResponse:
    """Close the period."""
    closing.close(label, by=request.seat)
    messages.success(request, _("%(period)s已结账，此后不再变动。") % {"period": spoken(label)})
    return _back(label)


@seated
def reopen(request: Request, label: str) -> HttpResponse:
    """Ask for the decision, and open the period again."""
    period = _closed(request, label)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        closing.reopen(period, by=request.seat, **form.cleaned_data)
        messages.success(request, _("%(period)s已重新开账，原来的结果和文件仍保留。") % {"period": spoken(label)})
        return _back(label)
    context: dict[str, Any] = {
        "form": form,
        "label": label,
        "title": _("重新开账：%(period)s") % {"period": spoken(label)},
    }
    return render(request, "assessment/reopening.html", context, status=422 if form.errors else 200)


@require_POST
@seated
def check(request: Request, label: str) -> HttpResponse:
    """Work a closed period out again from its file alone."""
    period = _closed(request, label)
    if period.closing and closing.reproduced(period.closing):
        messages.success(
            request, _("按结账文件重算，结果逐字节一致：%(digest)s") % {"digest": period.closing.digest[:16]}
        )
    else:
        messages.error(request, _("按结账文件重算，结果不一致。请保留现状，与系统管理员一起核对文件。"))
    return _back(label)


def _closed(request: Request, label: str) -> Period:
    for_section(request)
    period = period_of(request.seat.office, label)
    if period is None or period.state != PeriodState.CLOSED:
        raise Http404
    return period


def _back(label: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('assessment:standings')}?period={label}")
