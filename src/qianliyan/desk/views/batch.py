"""The same step for the ticked rows of the queue, with a result for each."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.desk.actions.allotment import allot
from qianliyan.desk.actions.batch import Result, each
from qianliyan.desk.actions.submissions import decline, reserve, sign_for
from qianliyan.desk.allotments import editor_called
from qianliyan.desk.forms.handling import ReasonForm
from qianliyan.desk.views.finding import picked
from qianliyan.desk.views.place import Place
from qianliyan.desk.views.queue import answer_at
from qianliyan.history.once import once
from qianliyan.items.models import Submission


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Take one step for all ticked ones; the key is used up first, so that each keeps its own transaction."""
    submissions = picked(request)
    step = _step(request)
    with once(request.seat, request.POST.get("once", "")):
        pass
    _tell(request, each(submissions, step))
    return answer_at(request, Place.given(request.POST), keep_picks=False)


def _step(request: Request) -> Callable[[Submission], object]:
    step = request.POST.get("step", "")
    if step == "receipt":
        return lambda submission: sign_for(submission, by=request.seat)
    if step == "reserve":
        return lambda submission: reserve(submission, by=request.seat)
    if "to" in request.POST:
        editor = editor_called(request.POST["to"], request.seat.office_id)
        return lambda submission: allot(submission, to=editor, by=request.seat)
    reason = ReasonForm(request.POST).reason()
    if not reason:
        raise Unreadable(_("请选一条理由或写明理由，报送单位会看到。"))
    return lambda submission: decline(submission, by=request.seat, reason=reason)


def _tell(request: Request, results: Sequence[Result]) -> None:
    done = [result for result in results if not result.refusal]
    if done:
        messages.success(request, _("办好%(count)d件。") % {"count": len(done)})
    for result in results:
        if result.refusal:
            words = _("《%(title)s》没有办成：%(why)s") % {"title": result.submission.title, "why": result.refusal}
            messages.warning(request, words)
