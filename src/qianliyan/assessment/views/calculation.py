"""Ordering a calculation, and how far it is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from qianliyan.assessment.actions import calculating
from qianliyan.assessment.forms.period import LabelForm
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.states import CalculationState
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Order the standings of a period as the data are now."""
    label = LabelForm(request.POST).given()
    with once(request.seat, request.POST.get("once", "")):
        calculating.order(label, by=request.seat)
    messages.success(request, _("正在计算，几秒钟后本页自动更新。"))
    return HttpResponseRedirect(f"{reverse('assessment:standings')}?period={label}")


@require_safe
@seated
def progress(request: Request, uid: UUID) -> HttpResponse:
    """Say whether a calculation is done; the page that waits for it is shown again when it is."""
    calculation = get_object_or_404(visible_to(Calculation, request.seat), uid=uid)
    if calculation.state != CalculationState.WAITING:
        return HttpResponseClientRefresh()
    return page(request, "assessment/_progress.html", {"awaited": calculation})
