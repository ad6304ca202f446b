"""The numbers of a version as a table, beside its text: points, caps, quotas, groups."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.forms.scheme_table import SchemeTableForm
from qianliyan.assessment.models import Scheme
from qianliyan.assessment.reading import difference
from qianliyan.assessment.requirements import problems_in
from qianliyan.assessment.views.guards import scheme_being_written
from qianliyan.core.web import Request, seated


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Change numbers; a text that cannot be read has no table yet."""
    scheme = scheme_being_written(request, uid)
    if problems_in(scheme.source):
        messages.warning(request, _("全文里还有写错的地方，改好才能按表格填写。"))
        return redirect("assessment:scheme_text", uid=uid)
    form = SchemeTableForm(scheme, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _save(scheme, form, request)
        return redirect("assessment:scheme_table", uid=uid)
    context = {"scheme": scheme, "form": form, "changes": difference(scheme.source, form.source)}
    return render(request, "assessment/scheme_table.html", context, status=422 if form.errors else 200)


@require_POST
@seated
def changes(request: Request, uid: UUID) -> HttpResponse:
    """Say which articles change by what is being typed, or what cannot stand."""
    scheme = scheme_being_written(request, uid)
    if problems_in(scheme.source):
        return HttpResponse(status=204)
    form = SchemeTableForm(scheme, request.POST)
    form.is_valid()
    context = {"form": form, "changes": difference(scheme.source, form.source)}
    return render(request, "assessment/_table_changes.html", context)


def _save(scheme: Scheme, form: SchemeTableForm, request: Request) -> None:
    if form.source == scheme.source:
        messages.info(request, _("没有改动。"))
        return
    told = len([kind for kind, _article in difference(scheme.source, form.source) if kind == "new"])
    schemes.save_source(scheme, revision=form.cleaned_data["revision"], source=form.source, by=request.seat)
    words = _("已保存，%(count)d条条文有变化。全文（YAML）里的数字一并改好了。")
    messages.success(request, words % {"count": told})
