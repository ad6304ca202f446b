"""Free subjects under which a year's index leads to an entry, and how somebody prints an issue to read it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Entry, Issue, PrintOption
from qianliyan.bulletins.permissions import may_compose
from qianliyan.core.errors import NotAllowed, refuse_stale
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat


@transaction.atomic
def index_by_subject(issue: Issue, subjects: Mapping[UUID, Sequence[str]], *, by: Seat, revision: int) -> list[Entry]:
    """Give the entries their subjects, before or after the print; nothing that is printed changes by it."""
    issue = locked(issue)
    if not may_compose(by, issue):
        raise NotAllowed(_("填主题词"))
    refuse_stale(issue.index_revision, revision, reverse("bulletins:subjects", args=[issue.uid]))
    issue.index_revision += 1
    issue.save(update_fields=["index_revision"])
    entries = [entry for entry in issue.entries.filter(removed_at=None) if entry.uid in subjects]
    for entry in entries:
        entry.subjects = list(dict.fromkeys(subjects[entry.uid]))
    Entry.objects.bulk_update(entries, ["subjects"])
    record("issue.index_by_subject", issue, by=by)
    return entries


def remember_print(issue: Issue, *, by: Seat, mark: str, sources: bool) -> PrintOption:
    """Keep how this person prints the publication, to be offered the next time; no event, nothing happened."""
    chosen = {"mark": mark, "sources": sources}
    option, _new = PrintOption.objects.update_or_create(
        person=by.person, publication=issue.publication, defaults=chosen
    )
    return option
