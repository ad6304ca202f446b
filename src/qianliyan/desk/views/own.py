"""A text of the office's own (自拟稿): written here, without a submission behind it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.desk.actions.drafts import write
from qianliyan.desk.forms.own import OwnForm
from qianliyan.history.once import once
from qianliyan.offices.powers import Power

REFUSED = 422


@seated
def create(request: Request) -> HttpResponse:
    """Ask for a title and why there is no source; a POST opens the draft."""
    if not (request.seat.may(Power.EDIT) or request.seat.may(Power.COMPOSE)):
        raise NotAllowed(_("新写一稿"))
    form = OwnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with once(request.seat, request.POST.get("once", "")):
            draft = write(form.cleaned_data["title"], "", by=request.seat, why=form.cleaned_data["why"])
        return respond(request, to="desk:draft", uid=draft.uid)
    answer = page(request, "desk/own.html", {"form": form})
    answer.status_code = REFUSED if form.is_bound else answer.status_code
    return answer
