"""One version of the rules: its articles, its text, its publication, what it changes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.forms.scheme import SchemeForm
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Scheme
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.queries import periods_to_choose, schemes_of, trials_of
from qianliyan.assessment.reading import difference, read
from qianliyan.assessment.requirements import before_publishing, problems_in
from qianliyan.assessment.states import SchemeState
from qianliyan.assessment.views.guards import scheme_being_written, scheme_seen
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the rules as articles, with what can be done with them."""
    scheme = scheme_seen(request, uid)
    own = scheme.office_id == request.seat.office_id
    writing = scheme.state == SchemeState.WRITING
    context = {
        "scheme": scheme,
        "read": read(scheme.source),
        "own": own,
        "writing": writing,
        "assesses": may_assess(request.seat, scheme),
        "missing": before_publishing(scheme) if own and writing else [],
        "trials": trials_of(scheme, request.seat)[:5] if own else [],
        "periods": [(one.label, spoken(one.label)) for one in periods_to_choose(scheme.valid_from.year - 2)],
        "others": schemes_of(request.seat).exclude(pk=scheme.pk)[:12] if own else [],
    }
    return page(request, "assessment/scheme_detail.html", context)


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Edit the text; what does not work yet is saved too, with everything that is wrong beside it."""
    scheme = scheme_being_written(request, uid)
    form = SchemeForm(request.POST or None, instance=scheme, initial={"revision": scheme.revision})
    if request.method == "POST" and form.is_valid():
        saved = schemes.save(
            get_object_or_404(visible_to(Scheme, request.seat), uid=uid), by=request.seat, **form.text()
        )
        if problems_in(saved.source):
            messages.warning(request, _("已保存。还有写错的地方，改好才能公布。"))
            return redirect("assessment:scheme_text", uid=uid)
        messages.success(request, _("已保存。"))
        return redirect("assessment:scheme", uid=uid)
    source = request.POST.get("source", scheme.source)
    context = {"form": form, "scheme": scheme, "read": read(source)}
    return render(request, "assessment/scheme_form.html", context, status=422 if form.errors else 200)


@require_POST
@seated
def publish(request: Request, uid: UUID) -> HttpResponse:
    """Publish the version to the units."""
    scheme = schemes.publish(scheme_seen(request, uid), by=request.seat)
    messages.success(request, _("%(scheme)s已公布，各单位信息员会收到提醒。") % {"scheme": scheme})
    return redirect("assessment:scheme", uid=uid)


@require_POST
@seated
def cancel(request: Request, uid: UUID) -> HttpResponse:
    """Give the version up."""
    schemes.give_up(scheme_seen(request, uid), by=request.seat)
    return redirect("assessment:schemes")


@seated
def compare(request: Request, uid: UUID) -> HttpResponse:
    """Show by articles what differs from another version."""
    scheme = scheme_seen(request, uid)
    other = get_object_or_404(schemes_of(request.seat), number=_number(request.GET.get("with", "")))
    readable = not problems_in(scheme.source) and not problems_in(other.source)
    context = {
        "scheme": scheme,
        "other": other,
        "changes": difference(other.source, scheme.source) if readable else [],
        "readable": readable,
    }
    return page(request, "assessment/scheme_comparison.html", context)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise Http404
    return int(text)
