"""Reading the proofs of an issue."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.bulletins.actions.proofs import read_proof
from qianliyan.bulletins.forms.circulation import ProofForm
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated


@require_POST
@seated
def create(request: Request, uid: UUID) -> HttpResponse:
    """Note a proof."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    form = ProofForm(request.POST)
    if not form.is_valid():
        raise Unreadable(_("没有看懂是一校还是二校，请刷新本页再试。"))
    read_proof(issue, by=request.seat, **form.cleaned_data)
    return redirect("bulletins:issue", uid=uid)
