"""Trying rules on a period: every unit's change, and what the points are made of."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import calculating
from qianliyan.assessment.forms.period import LabelForm
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Calculation, Scheme
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.overview import overviews
from qianliyan.assessment.trying import changes, shares
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Order a trial of these rules on a period."""
    scheme = get_object_or_404(visible_to(Scheme, request.seat).filter(office=request.seat.office_id), uid=uid)
    label = LabelForm(request.POST).given()
    with once(request.seat, request.POST.get("once", "")):
        trial = calculating.order(label, by=request.seat, scheme=scheme)
    return redirect("assessment:trial", uid=trial.uid)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show what the rules would give, beside what stands."""
    found = visible_to(Calculation, request.seat).filter(purpose=Purpose.TRIAL)
    trial = get_object_or_404(found.select_related("scheme", "office"), uid=uid)
    standing = overviews(trial.office, [trial.label])[trial.label].shown
    context = {
        "trial": trial,
        "title": _("试算：%(period)s") % {"period": spoken(trial.label)},
        "standing": standing,
        "changes": changes(trial, standing),
        "shares": shares(trial),
    }
    return page(request, "assessment/trial.html", context)
