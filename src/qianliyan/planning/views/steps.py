"""The steps of a commission as a whole: sending it out, closing, cancelling, following it up, reminding all."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.history.once import once
from qianliyan.planning.actions import commissions, contacts
from qianliyan.planning.forms.commissions import ReminderForm
from qianliyan.planning.forms.fields import ReasonForm, readable
from qianliyan.planning.queries.commissions import addressees_of
from qianliyan.planning.views.finding import commission_of


@require_POST
@seated
def issue(request: Request, uid: UUID) -> HttpResponse:
    """Send it out."""
    commission = commission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        commissions.issue(commission, by=request.seat)
    messages.success(request, _("约稿已发出，被约单位的信息员收到待办提醒。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def close(request: Request, uid: UUID) -> HttpResponse:
    """Close it."""
    commission = commission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        commissions.close(commission, by=request.seat)
    messages.success(request, _("约稿已办结。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def cancel(request: Request, uid: UUID) -> HttpResponse:
    """Cancel it with a reason."""
    commission = commission_of(request, uid)
    reason = str(readable(ReasonForm(request.POST))["reason"])
    with once(request.seat, request.POST.get("once", "")):
        commissions.cancel(commission, by=request.seat, reason=reason)
    messages.success(request, _("约稿已撤销，还没有报送的单位会看到理由。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def follow_up(request: Request, uid: UUID) -> HttpResponse:
    """Prepare the commission that asks how it went on, and open it to be written."""
    commission = commission_of(request, uid)
    with once(request.seat, request.POST.get("once", "")):
        following = commissions.follow_up(commission, by=request.seat)
    return respond(request, to="planning:edit_commission", uid=following.uid)


@require_POST
@seated
def remind(request: Request, uid: UUID) -> HttpResponse:
    """Remind every unit that has not answered."""
    commission = commission_of(request, uid)
    said = str(readable(ReminderForm(request.POST))["said"])
    with once(request.seat, request.POST.get("once", "")):
        count = contacts.remind_all(addressees_of(commission), by=request.seat, said=said)
    words = ngettext("已催办%(count)d个单位。", "已催办%(count)d个单位。", count) % {"count": count}
    messages.success(request, words)
    return respond(request, to="planning:commission", uid=uid)
