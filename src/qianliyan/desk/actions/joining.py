"""One draft takes up another (并入): texts, sources and their shares go over, the other one is done with."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions.drafts import drop
from qianliyan.desk.actions.shielding import shield
from qianliyan.desk.actions.upward import refuse_if_sent_up
from qianliyan.desk.models import Draft, DraftVersion, Role
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.states import DraftState, OpinionState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.kinds import Form
from qianliyan.items.masking import is_protected
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import carry_over

# What takes another up is not frozen: it is edited, ready, or in an issue that is still composed.
OPEN = (DraftState.EDITING, DraftState.READY, DraftState.PLACED)


@transaction.atomic
def join(draft: Draft, other: Draft, *, by: Seat) -> Draft:
    """Let `draft` take up `other`, which has to be ready; its former text is kept as a version."""
    if draft.pk == other.pk:
        raise Unreadable(_("不能并入自己。"))
    first, second = (locked(one) for one in sorted((draft, other), key=lambda one: one.pk))
    draft, other = (first, second) if first.pk == draft.pk else (second, first)
    if other.state != DraftState.READY:
        raise WrongState(_("并入"), other.get_state_display())
    if draft.state not in OPEN:
        raise WrongState(_("并入"), draft.get_state_display())
    if not may_edit_draft(by, draft) or not may_edit_draft(by, other):
        raise NotAllowed(_("并入"))
    for one in (draft, other):
        refuse_if_sent_up(one, _("并入"))
    _keep(draft, by)
    _hand_over_sources(draft, other)
    _hand_over_opinions(draft, other)
    draft.body = f"{draft.body}\n\n{other.title}\n{other.body}"
    draft.form = Form.COMPOSITE
    # What an editor himself called a problem has no source that would go on protecting it.
    draft.kind = other.kind if is_protected(other.kind) and not is_protected(draft.kind) else draft.kind
    draft.revision += 1
    draft.saved_at, draft.saved_by = clock.now(), by.person
    draft.save(update_fields=["body", "form", "kind", "revision", "saved_at", "saved_by"])
    shield(draft)
    carry_over(other.uid, draft.uid, by=by, shielded=draft.shielded)
    record("draft.join", draft, by=by, other=str(other.uid))
    drop(other, by=by, reason=_("并入“%(title)s”") % {"title": draft.title})
    return draft


def _hand_over_sources(draft: Draft, other: Draft) -> None:
    """Move the sources; one that both have gets the sum of its weights."""
    present = {(source.submission_id, source.other_id): source for source in draft.sources.all()}
    for source in other.sources.order_by("pk"):
        same = present.get((source.submission_id, source.other_id))
        if same is not None:
            same.weight += source.weight
            same.save(update_fields=["weight"])
            source.delete()
        else:
            source.draft, source.role = draft, Role.MERGED
            source.save(update_fields=["draft", "role"])


def _hand_over_opinions(draft: Draft, other: Draft) -> None:
    """Let what was asked about the other text be answered beside the joined one, once."""
    asked = {one.whom for one in draft.opinions.filter(state=OpinionState.WAITING)}
    for opinion in other.opinions.order_by("pk"):
        if opinion.state != OpinionState.WAITING or opinion.whom not in asked:
            opinion.draft = draft
            opinion.save(update_fields=["draft"])


def _keep(draft: Draft, by: Seat) -> None:
    last = draft.versions.order_by("-number").first()
    DraftVersion.objects.create(
        draft=draft,
        number=last.number + 1 if last else 1,
        title=draft.title,
        body=draft.body,
        by=by.label,
        at=clock.now(),
        why=_("并入之前"),
    )
