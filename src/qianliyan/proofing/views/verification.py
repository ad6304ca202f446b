"""The verification list (核实单): one line for each key figure, filled in by keyboard."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.proofing import actions
from qianliyan.proofing.figures import Line
from qianliyan.proofing.forms import AnswersForm
from qianliyan.proofing.models import Verification
from qianliyan.proofing.permissions import may_work_on
from qianliyan.proofing.queries import Proof
from qianliyan.proofing.requirements import figures_said
from qianliyan.proofing.states import VerificationState
from qianliyan.proofing.views.finding import proof_for

VERBS: dict[str, Callable[..., Verification]] = {
    VerificationState.OPEN: actions.ask,
    VerificationState.VERIFIED: actions.verify,
    VerificationState.DOUBTFUL: actions.doubt,
}
AROUND = 18


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the figures of the saved text with what was answered; a POST writes down what is new."""
    proof = proof_for(request, uid)
    if request.method == "POST":
        return _record(request, proof)
    subject = proof.subject
    context = {
        "proof": proof,
        "subject": subject,
        "rows": [_row(number, line, proof) for number, line in enumerate(proof.lines)],
        "figures_said": figures_said(proof),
        "states": VerificationState.choices,
        "editable": may_work_on(request.seat, subject),
        "now": clock.local(clock.now()),
    }
    return page(request, "proofing/verification.html", context)


def _record(request: Request, proof: Proof) -> HttpResponse:
    given = AnswersForm(proof.lines, request.POST).given()
    with once(request.seat, request.POST.get("once", "")), transaction.atomic():
        for one in given:
            VERBS[one.state](proof.subject, one.line, by=request.seat, answer=one.answer)
    said = _("已记下%(count)d处核实。") % {"count": len(given)} if given else _("没有新的核实要记。")
    messages.success(request, said)
    # A refusal comes as a notice on the same page, so that nothing ticked or typed is lost.
    return respond(request, to="proofing:verification", uid=proof.subject.uid)


def _row(number: int, line: Line, proof: Proof) -> dict[str, Any]:
    """Return a line with the words around its figure."""
    words = proof.subject.title if line.part == "title" else proof.subject.body
    before = words[max(0, line.start - AROUND) : line.start].rpartition("\n")[2]
    after = words[line.end : line.end + AROUND].partition("\n")[0]
    return {"number": number, "line": line, "before": before, "after": after}
