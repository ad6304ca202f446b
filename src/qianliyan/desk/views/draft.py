"""One draft: the editor beside what was sent, the changes marked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.values import Values
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.models import Draft
from qianliyan.desk.papers import compared
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.proofs import subject_of
from qianliyan.desk.queries import unsaved_of
from qianliyan.desk.reports import upward_context
from qianliyan.desk.requirements import before_holding_ready
from qianliyan.desk.shares import Share, shares_of
from qianliyan.desk.states import DRAFT_STEPS, DraftState
from qianliyan.desk.views.beside import opinions_context
from qianliyan.desk.views.finding import draft_of
from qianliyan.history.workflow import open_to
from qianliyan.items.kinds import Form, Kind
from qianliyan.items.models import Submission
from qianliyan.proofing import panels
from qianliyan.proofing.queries import proof_of

CHANGES = "changes"
CHANGES_LABEL = _("改动")


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show the draft; what stands beside it can be another source, or the changes alone."""
    draft = draft_of(request, uid)
    shares = shares_of(draft)
    editing = draft.state == DraftState.EDITING and may_edit_draft(request.seat, draft)
    values = Values(draft.office)
    proof = proof_of(subject_of(draft), values)
    context = {
        "draft": draft,
        "shares": shares,
        "editing": editing,
        "kinds": Kind.choices,
        "forms": Form.choices,
        "missing": before_holding_ready(draft, values=values, proof=proof) if editing else [],
        "steps": {step.verb.removeprefix("draft."): step for step in open_to(DRAFT_STEPS, draft, request.seat)},
        "versions": draft.versions.defer("body"),
        "unsaved": unsaved_of(draft, request.seat),
        **panels.shown(proof, request.seat, live="editor" if editing else ""),
        **upward_context(draft, request.seat),
        **opinions_context(draft, shares, request.seat),
        **_beside(draft, shares, request.GET.get("beside", "")),
    }
    return page(request, "desk/draft.html", context, partial="beside")


def _beside(draft: Draft, shares: list[Share], wanted: str) -> dict[str, Any]:
    """Compare with the wanted source, or with the first one."""
    sources = [share.submission for share in shares]
    source = next((one for one in sources if str(one.uid) == wanted), sources[0] if sources else None)
    comparison = compared(source, draft) if source else None
    return {
        "source": source,
        "comparison": comparison,
        "only_changes": wanted == CHANGES,
        "beside_tabs": _tabs(draft, sources, source, wanted, len(comparison.changes) if comparison else 0),
    }


def _tabs(
    draft: Draft, sources: list[Submission], source: Submission | None, wanted: str, changes: int
) -> list[dict[str, object]]:
    address = reverse("desk:draft", args=[draft.uid])
    names = {one.sender_name for one in sources}
    tabs: list[dict[str, object]] = [
        {
            "label": one.sender_name if len(names) == len(sources) else Truncator(one.title).chars(12),
            "url": f"{address}?beside={one.uid}#beside",
            "current": one == source and wanted != CHANGES,
        }
        for one in sources
    ]
    changed = {"url": f"{address}?beside={CHANGES}#beside", "count": changes, "current": wanted == CHANGES}
    return [*tabs, {"label": CHANGES_LABEL, **changed}]
