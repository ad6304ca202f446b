"""What was sent for a commission or about a key task, on the page of it, as far as the reader may see it."""

from typing import Any

from django.db.models import Q

from qianliyan.core.panels import Panel
from qianliyan.core.web import Request
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.planning.models import Commission, KeyTask

Fragment = tuple[str, dict[str, Any]] | None
# So many are listed, the latest first.
SHOWN = 50


def answers(request: Request, commission: Commission) -> Fragment:
    """List what was sent for the commission."""
    return _listed(request, Q(commission=commission))


def reports(request: Request, task: KeyTask) -> Fragment:
    """List what was sent about the task; `unit` in the address narrows it to one sender."""
    return _listed(request, Q(key_task=task), request.GET.get("unit", ""))


def _listed(request: Request, condition: Q, unit: str = "") -> Fragment:
    seen = visible_to(Submission, request.seat).filter(condition).exclude(state=SubmissionState.WITHDRAWN)
    if unit.isdecimal():
        seen = seen.filter(sender=int(unit))
    rows = seen.select_related("item", "sender").defer("body").order_by("-sent_at", "-pk")
    submissions = list(rows[: SHOWN + 1])
    return "desk/_reports.html", {
        "submissions": submissions[:SHOWN],
        "more": len(submissions) > SHOWN,
        "own_pk": request.seat.office_id,
        "narrowed": submissions[0].sender if unit and submissions else None,
    }


PANELS: dict[str, Panel] = {"commission.answers": answers, "key_task.reports": reports}
