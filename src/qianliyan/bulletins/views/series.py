"""Further series of a publication, and where its numbers stood before the office began to work here."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions import numbering, publications
from qianliyan.bulletins.forms.numbering import OpeningForm, SeriesForm
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.queries.numbers import counted, series_of
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to


@seated
def index(request: Request, uid: UUID) -> HttpResponse:
    """Show the series with their next numbers; add one."""
    publication = get_object_or_404(counted(visible_to(Publication, request.seat)), uid=uid)
    form = SeriesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            publications.add_series(publication, by=request.seat, **form.cleaned_data)
        return redirect("bulletins:series", uid=uid)
    context = {"publication": publication, "series": series_of(publication), "form": form, "opening": OpeningForm()}
    return page(request, "bulletins/series.html", context)


@require_POST
@seated
def begin(request: Request, uid: UUID) -> HttpResponse:
    """Say up to which number the office had printed before."""
    publication = get_object_or_404(visible_to(Publication, request.seat), uid=uid)
    form = OpeningForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("期号请填0到99999的整数。"))
    numbering.begin_after(publication, by=request.seat, **form.cleaned_data)
    messages.success(request, _("已设定，下一期接着编号。"))
    return redirect("bulletins:publication", uid=uid)
