"""Which units compete with each other in a year."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qianliyan.assessment.actions import grouping
from qianliyan.assessment.forms.period import GroupsForm
from qianliyan.assessment.models import Grouping
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.queries import groups_in, units_below
from qianliyan.assessment.views.guards import for_section
from qianliyan.core.web import Request, seated


@seated
def edit(request: Request, year: int) -> HttpResponse:
    """Show the groups of a year, and change them."""
    for_section(request)
    if not 2000 <= year <= 2999:
        raise Http404
    office = request.seat.office
    form = GroupsForm(list(units_below(office)), groups_in(office, year), request.POST or None)
    if request.method == "POST" and form.is_valid():
        grouping.group(year, form.groups(), by=request.seat)
        messages.success(request, _("%(year)d年的分组已保存，下次计算按新的分组。") % {"year": year})
        return redirect("assessment:groups", year=year)
    context = {"form": form, "year": year, "assesses": may_assess(request.seat, Grouping(office=office))}
    return render(request, "assessment/groups.html", context, status=422 if form.errors else 200)
