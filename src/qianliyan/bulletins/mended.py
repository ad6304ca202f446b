"""Entries of a recalled issue as texts to be proofed before they are signed again, and who mended them."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.states import RECALL, IssueState
from qianliyan.core import clock
from qianliyan.desk.proofs import subject_of as draft_subject
from qianliyan.desk.queries import office_drafts
from qianliyan.history.trail import events_of
from qianliyan.proofing.subjects import Subject

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat

Menders = Mapping[UUID, AbstractSet[int]]


def menders_of(issue: Issue, entries: Iterable[Entry] | None = None) -> dict[UUID, set[int]]:
    """Return who changed which entry since the issue was last recalled, everybody and not only the last one.

    Entries that the caller holds already spare the question where none was ever mended.
    """
    found: dict[UUID, set[int]] = {}
    if entries is not None and not any(entry.revision for entry in entries):
        return found
    for event in events_of([issue], ("entry.mend", RECALL.verb)):
        if event.verb == RECALL.verb:
            break
        if event.person_pk is not None:
            found.setdefault(UUID(event.details["entry"]), set()).add(event.person_pk)
    return found


def barred_by(menders: Menders) -> set[int]:
    """Return everybody who mended anything: none of them may answer for the reprint."""
    return set().union(*menders.values())


def subject_of(entry: Entry, menders: Menders | None = None) -> Subject:
    """Return the entry's words; they are the draft's and those of everybody who mended them."""
    draft = draft_subject(entry.draft)
    known = menders_of(entry.issue) if menders is None else menders
    return replace(
        draft,
        uid=entry.uid,
        title=entry.title,
        body=entry.body,
        written_on=clock.today(),
        writers=draft.writers | known.get(entry.uid, set()),
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
    entry = own.select_related("draft__office", "issue").filter(uid=uid, removed_at=None).first()
    return subject_of(entry) if entry is not None else None
