"""分稿: the section's lines, each with its editor."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions import lines
from qianliyan.desk.allotments import editors_of, lines_of
from qianliyan.desk.forms.lines import LineForm
from qianliyan.desk.models import Line
from qianliyan.desk.permissions import may_draw_lines
from qianliyan.desk.views.finding import refuse_strangers
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.lookup import units_below


@seated
def index(request: Request) -> HttpResponse:
    """Show the lines in the order in which they are tried; a POST draws a new one."""
    refuse_strangers(request)
    if request.method == "POST":
        said = _form(request).said()
        with once(request.seat, request.POST.get("once", "")):
            lines.draw(by=request.seat, **said)
        messages.success(request, _("已设“%(name)s”，新到的来稿照此分。") % {"name": said["name"]})
        return respond(request, to="desk:lines")
    editors, below = editors_of(request.seat.office_id), list(units_below(request.seat.office))
    found = lines_of(request.seat.office_id)
    context = {
        "rows": [(line, LineForm(editors, below, line=line)) for line in found],
        "form": LineForm(editors, below),
        "may_draw": may_draw_lines(request.seat, request.seat.office_id),
    }
    return page(request, "desk/lines.html", context)


@require_POST
@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Change a line."""
    line = lines.redraw(_line(request, uid), by=request.seat, **_form(request).said())
    messages.success(request, _("“%(name)s”已改，已分的来稿不变。") % {"name": line.name})
    return respond(request, to="desk:lines")


@require_POST
@seated
def destroy(request: Request, uid: UUID) -> HttpResponse:
    """End a line."""
    line = lines.end(_line(request, uid), by=request.seat)
    messages.success(request, _("“%(name)s”已停用。") % {"name": line.name})
    return respond(request, to="desk:lines")


def _line(request: Request, uid: UUID) -> Line:
    return get_object_or_404(visible_to(Line, request.seat), uid=uid)


def _form(request: Request) -> LineForm:
    form = LineForm(editors_of(request.seat.office_id), list(units_below(request.seat.office)), request.POST)
    if not form.is_valid():
        raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
    return form
