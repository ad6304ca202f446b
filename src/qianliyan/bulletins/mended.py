"""Entries of a recalled issue as texts to be proofed before they are signed again."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.desk.proofs import subject_of as draft_subject
from qianliyan.desk.queries import office_drafts
from qianliyan.proofing.subjects import Subject

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat


def subject_of(entry: Entry) -> Subject:
    """Return the entry's words; they are the draft's and those of whoever mended them."""
    draft = draft_subject(entry.draft)
    return replace(
        draft,
        uid=entry.uid,
        title=entry.title,
        body=entry.body,
        written_on=clock.today(),
        writers=draft.writers | ({entry.mended_by_id} if entry.mended_by_id else set()),
        url=reverse("bulletins:mending", args=[entry.uid]),
        open=False,
        has_ignored=False,
        has_released=True,
        has_records=False,
    )


def find(seat: "Seat", uid: UUID) -> Subject | None:
    """Return the entry of a recalled issue of the seat's office."""
    # Whoever may read the draft may: the secrecy reviewer reads drafts, not issues.
    own = Entry.objects.filter(draft__in=office_drafts(seat), issue__state=IssueState.RECALLED)
    entry = own.select_related("draft__office").filter(uid=uid, removed_at=None).first()
    return subject_of(entry) if entry is not None else None
