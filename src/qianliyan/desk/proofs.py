"""Drafts and submissions as texts to be proofed: whose words they are, who signs them, and who may look."""

from typing import TYPE_CHECKING
from uuid import UUID

from qianliyan.core import clock
from qianliyan.core.links import page_of
from qianliyan.desk.models import Draft
from qianliyan.desk.permissions import may_read_desk
from qianliyan.desk.queries import arrived, office_drafts
from qianliyan.desk.states import DraftState
from qianliyan.items.masking import is_protected
from qianliyan.items.models import Submission
from qianliyan.offices.powers import Power
from qianliyan.proofing.subjects import Subject, flags_on

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat


def subject_of(draft: Draft) -> Subject:
    """Return a draft: the words are its editor's and those of whoever wrote on it last."""
    printed = draft.state == DraftState.PRINTED
    return Subject(
        uid=draft.uid,
        office=draft.office,
        title=draft.title,
        body=draft.body,
        kind=draft.kind,
        form=draft.form,
        written_on=clock.local(draft.saved_at).date() if printed else clock.today(),
        writers=frozenset(pk for pk in (draft.editor_id, draft.saved_by_id) if pk),
        signed_by=Power.SIGN_ISSUE,
        url=page_of("desk:draft", draft.uid),
        shielded=draft.shielded,
        open=draft.state == DraftState.EDITING,
        **flags_on(draft),
    )


def sent(submission: Submission) -> Subject:
    """Return what arrived, in the words of its unit."""
    return Subject(
        uid=submission.uid,
        office=submission.receiver,
        title=submission.title,
        body=submission.body,
        kind=submission.kind,
        form=submission.form,
        written_on=clock.local(submission.sent_at).date(),
        writers=frozenset(),
        signed_by=Power.SIGN_ISSUE,
        url=page_of("desk:submission", submission.uid),
        shielded=is_protected(submission.kind),
        **flags_on(submission),
    )


def find(seat: "Seat", uid: UUID) -> Subject | None:
    """Return the draft or the submission with this uid if it lies on the seat's desk."""
    draft = office_drafts(seat).select_related("office").filter(uid=uid).first()
    if draft is not None:
        return subject_of(draft)
    found = arrived(seat).select_related("receiver").filter(uid=uid).first() if may_read_desk(seat) else None
    return sent(found) if found is not None else None
