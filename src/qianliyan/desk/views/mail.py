"""未识别来信: whose is it, or away with it; and the table of addresses."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions import mail as actions
from qianliyan.desk.forms.mail import UnitForm
from qianliyan.desk.models import Mail
from qianliyan.desk.permissions import may_keep_mail
from qianliyan.desk.polling import addresses_of, settled, tray
from qianliyan.desk.views.finding import refuse_strangers
from qianliyan.files.responses import answer_with
from qianliyan.history.once import once
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.lookup import initials, units_below
from qianliyan.offices.models import Office

MOST = 50


@seated
def index(request: Request) -> HttpResponse:
    """Show what waits for an editor, and below it what was settled last."""
    refuse_strangers(request)
    units = list(units_below(request.seat.office))
    context = {
        "waiting": list(tray(request.seat)[:MOST]),
        "settled": list(settled(request.seat)[:MOST]),
        "addresses": list(addresses_of(request.seat)),
        "offered": [(unit.short_name, initials(unit.short_name)) for unit in units],
        "may_keep": may_keep_mail(request.seat),
    }
    return page(request, "desk/mail.html", context)


@require_POST
@seated
def assign(request: Request, uid: UUID) -> HttpResponse:
    """Record it for the unit that was picked."""
    unit, mail = _unit(request), _mail(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        done = actions.assign(mail, unit, by=request.seat, remember_address="remember" in request.POST)
    words = {"count": done.submissions.count(), "unit": unit.short_name}
    messages.success(request, _("已为%(unit)s录入%(count)d件，进入待处理。") % words)
    return respond(request, to="desk:mail")


@require_POST
@seated
def discard(request: Request, uid: UUID) -> HttpResponse:
    """Put it out of the tray."""
    actions.discard(_mail(request, uid), by=request.seat, reason=request.POST.get("reason", ""))
    messages.success(request, _("已丢弃，原信和理由留存。"))
    return respond(request, to="desk:mail")


@seated
def show(request: Request, uid: UUID) -> FileResponse:
    """Hand the letter out as it came; it is never opened in the browser."""
    return answer_with(_mail(request, uid).raw, download=True)


@require_POST
@seated
def addresses(request: Request) -> HttpResponse:
    """Note from which address a unit writes."""
    actions.remember(request.POST.get("address", ""), _unit(request), by=request.seat)
    messages.success(request, _("发件地址已登记，这个地址的来信以后自动录入。"))
    return respond(request, to="desk:mail")


@require_POST
@seated
def forget(request: Request, uid: UUID) -> HttpResponse:
    """Take an address out of the table."""
    actions.forget(get_object_or_404(addresses_of(request.seat), uid=uid), by=request.seat)
    messages.success(request, _("发件地址已删去。"))
    return respond(request, to="desk:mail")


def _mail(request: Request, uid: UUID) -> Mail:
    return get_object_or_404(visible_to(Mail, request.seat).select_related("raw", "office"), uid=uid)


def _unit(request: Request) -> Office:
    form = UnitForm(list(units_below(request.seat.office)), request.POST)
    if not form.is_valid():
        raise Unreadable(" ".join(str(error) for errors in form.errors.values() for error in errors))
    unit: Office = form.cleaned_data["unit"]
    return unit
