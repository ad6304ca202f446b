"""The list of an office's rules, a new version, and the live check of a text."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.forms.scheme import NewSchemeForm
from qianliyan.assessment.models import Scheme
from qianliyan.assessment.permissions import may_assess, may_read
from qianliyan.assessment.queries import scheme_for, schemes_of
from qianliyan.assessment.reading import read
from qianliyan.assessment.shipped import shipped
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to

MOST_COPIES = 10


@seated
def index(request: Request) -> HttpResponse:
    """Show the office's own versions; to a unit the rules it is assessed by."""
    seat = request.seat
    own = list(schemes_of(seat)) if may_read(seat) else []
    above = visible_to(Scheme, seat).exclude(office=seat.office_id).select_related("office").order_by("-valid_from")
    context = {
        "own": own,
        "above": above[:20],
        "in_force": scheme_for(seat.office, clock.today()) if own else None,
        "section": may_read(seat),
        "assesses": may_assess(seat, Scheme(office=seat.office)),
    }
    return page(request, "assessment/scheme_list.html", context)


@seated
def new(request: Request) -> HttpResponse:
    """Begin a version: a copy of an earlier one, or the one that comes with the system."""
    if not may_assess(request.seat, Scheme(office=request.seat.office)):
        raise NotAllowed(_("起草计分办法"))
    form = NewSchemeForm(list(schemes_of(request.seat)[:MOST_COPIES]), request.POST or None, initial=_next_year())
    if request.method == "POST" and form.is_valid():
        copied = form.earlier.get(form.cleaned_data["start"])
        source = copied.source if copied else shipped(request.seat.office.level)
        with once(request.seat, request.POST.get("once", "")):
            scheme = schemes.begin(
                form.cleaned_data["title"],
                source=source,
                valid_from=form.cleaned_data["valid_from"],
                follows=copied,
                by=request.seat,
            )
        return redirect("assessment:scheme_text", uid=scheme.uid)
    return render(request, "assessment/scheme_new.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@seated
def check(request: Request) -> HttpResponse:
    """Read a text as it is being typed: every mistake with its line, or the articles that it means."""
    return page(request, "assessment/_check.html", {"read": read(request.POST.get("source", "")[: schemes.LONGEST])})


def _next_year() -> dict[str, object]:
    year = clock.today().year + 1
    return {"title": _("%(year)d年政务信息工作计分办法") % {"year": year}, "valid_from": date(year, 1, 1)}
