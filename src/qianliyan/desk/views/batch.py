"""The same step for the ticked rows of the queue, with a result for each."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.desk.actions.batch import Result, each
from qianliyan.desk.actions.submissions import decline, sign_for
from qianliyan.desk.forms import ReasonForm
from qianliyan.desk.queries import arrived
from qianliyan.desk.views.queue import Place, answer_at
from qianliyan.history.once import once
from qianliyan.items.models import Submission


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Sign for the ticked ones, or decline them; the key is used up first, so that each keeps its own transaction."""
    picked = _picked(request)
    step = _step(request)
    with once(request.seat, request.POST.get("once", "")):
        pass
    _tell(request, each(picked, step))
    return answer_at(request, Place.given(request.POST))


def _picked(request: Request) -> list[Submission]:
    uids = [UUID(uid) for uid in request.POST.getlist("pick") if _is_uid(uid)]
    picked = list(arrived(request.seat).filter(uid__in=uids).order_by("pk"))
    if not picked:
        raise Unreadable(_("请先在列表里勾选要办的稿件。"))
    return picked


def _step(request: Request) -> Callable[[Submission], object]:
    if request.POST.get("step") == "receipt":
        return lambda submission: sign_for(submission, by=request.seat)
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


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
