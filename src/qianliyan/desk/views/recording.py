"""Recording on behalf: one page, ten seconds, and the next one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions.recording import from_file, pasted, record_original
from qianliyan.desk.forms.recording import RecordingForm
from qianliyan.desk.views.finding import submission_of
from qianliyan.history.once import once
from qianliyan.items.actions.importing import Original
from qianliyan.items.actions.recording import note_signatory
from qianliyan.items.models import Submission
from qianliyan.offices.lookup import initials, units_below
from qianliyan.offices.powers import Power

REFUSED = 422


@seated
def create(request: Request) -> HttpResponse:
    """Offer the form; a POST records and offers it again for the next one."""
    if not request.seat.may(Power.EDIT):
        raise NotAllowed(_("补录"))
    units = list(units_below(request.seat.office))
    if request.method != "POST":
        return _form(request, RecordingForm(units, request.seat))
    form = RecordingForm(units, request.seat, request.POST, request.FILES)
    if not form.is_valid():
        answer = _form(request, form)
        answer.status_code = REFUSED
        return answer
    _tell(request, _record(request, form))
    return respond(request, to="desk:recording")


@require_POST
@seated
def signatory(request: Request, uid: UUID) -> HttpResponse:
    """Add who signed what was recorded."""
    submission = note_signatory(submission_of(request, uid), request.POST.get("name", ""), by=request.seat)
    messages.success(request, _("已补记签发人%(name)s。") % {"name": submission.signatory_name})
    return respond(request, to="desk:submission", uid=uid)


def _record(request: Request, form: RecordingForm) -> Submission:
    said = {name: value for name, value in form.cleaned_data.items() if name not in ("text", "file", "unit")}
    original = _original(form)
    with once(request.seat, request.POST.get("once", "")):
        return record_original(form.cleaned_data["unit"], original, by=request.seat, **said)


def _original(form: RecordingForm) -> Original:
    """Read the file, which counts before what was pasted beside it."""
    if uploaded := form.cleaned_data["file"]:
        return from_file(uploaded.read(), uploaded.name or "")
    return pasted(form.cleaned_data["text"])


def _tell(request: Request, submission: Submission) -> None:
    words = _("已为%(unit)s补录《%(title)s》。") % {"unit": submission.sender_name, "title": submission.title}
    place = f"{reverse('desk:queue')}?chosen={submission.uid}"
    messages.success(request, format_html('{} <a href="{}">{}</a>', words, place, _("去处理")))


def _form(request: Request, form: RecordingForm) -> HttpResponse:
    offered = [(unit.short_name, initials(unit.short_name)) for unit in form.units]
    return page(request, "desk/recording.html", {"form": form, "offered": offered})
