"""One unit's part in a commission: it signs for it or has nothing to report; the section reminds, calls, extends."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, respond, seated
from qianliyan.history.once import once
from qianliyan.planning.actions import answers, contacts
from qianliyan.planning.forms.commissions import CallForm, ExtensionForm, NothingForm, ReminderForm
from qianliyan.planning.forms.fields import readable
from qianliyan.planning.views.finding import addressee_of


@require_POST
@seated
def receipt(request: Request, uid: UUID, office_uid: UUID) -> HttpResponse:
    """Sign for it."""
    addressee = addressee_of(request, uid, office_uid)
    with once(request.seat, request.POST.get("once", "")):
        answers.sign_for(addressee, by=request.seat)
    messages.success(request, _("已签收。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def nothing(request: Request, uid: UUID, office_uid: UUID) -> HttpResponse:
    """Answer that there is nothing to report: as the unit itself, or recorded by the section from a call."""
    addressee = addressee_of(request, uid, office_uid)
    remark = str(readable(NothingForm(request.POST))["remark"])
    report = answers.report_nothing if request.seat.at(addressee.office_id) else answers.record_nothing
    with once(request.seat, request.POST.get("once", "")):
        report(addressee, by=request.seat, remark=remark)
    messages.success(request, _("已答复“无此类情况”。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def reminder(request: Request, uid: UUID, office_uid: UUID) -> HttpResponse:
    """Remind the unit."""
    addressee = addressee_of(request, uid, office_uid)
    said = str(readable(ReminderForm(request.POST))["said"])
    with once(request.seat, request.POST.get("once", "")):
        contacts.remind(addressee, by=request.seat, said=said)
    messages.success(request, _("已催办%(office)s。") % {"office": addressee.office.short_name})
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def call(request: Request, uid: UUID, office_uid: UUID) -> HttpResponse:
    """Enter a telephone call."""
    addressee = addressee_of(request, uid, office_uid)
    form = CallForm(request.POST)
    readable(form)
    with once(request.seat, request.POST.get("once", "")):
        contacts.note_call(addressee, by=request.seat, **form.cleaned_data)
    messages.success(request, _("已登记通话。"))
    return respond(request, to="planning:commission", uid=uid)


@require_POST
@seated
def extension(request: Request, uid: UUID, office_uid: UUID) -> HttpResponse:
    """Give the unit more time."""
    addressee = addressee_of(request, uid, office_uid)
    form = ExtensionForm(request.POST)
    readable(form)
    with once(request.seat, request.POST.get("once", "")):
        contacts.extend(addressee, by=request.seat, **form.cleaned_data)
    messages.success(request, _("已延期，%(office)s会收到提醒。") % {"office": addressee.office.short_name})
    return respond(request, to="planning:commission", uid=uid)
