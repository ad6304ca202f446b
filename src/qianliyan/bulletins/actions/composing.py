"""Starting an issue, putting drafts in and out, ordering them, filling in its head and tail."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Entry, Issue, Publication, Series
from qianliyan.bulletins.permissions import may_compose, may_start
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Stale, Unreadable, WrongState, refuse_stale
from qianliyan.core.rows import insert_row
from qianliyan.desk.actions import drafts
from qianliyan.desk.actions.joining import join
from qianliyan.desk.models import Draft
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat

TAIL = ("note", "scope", "report_to", "send_to", "distribute_to", "copies")


@transaction.atomic
def start(publication: Publication, *, by: Seat, series: Series | None = None) -> Issue:
    """Begin the next issue with the publication's standing head and tail; its number comes with the signature."""
    if not may_start(by, publication) or (series and series.publication_id != publication.pk):
        raise NotAllowed(_("编一期"))
    issue = insert_row(
        Issue(
            publication=publication,
            series=series,
            scope=publication.scope,
            office_id=publication.office_id,
            composer=by.person,
            created_at=clock.now(),
            report_to=publication.report_to,
            send_to=publication.send_to,
            distribute_to=publication.distribute_to,
            copies=publication.copies,
        )
    )
    record("issue.start", issue, by=by, publication=publication.name)
    return issue


@transaction.atomic
def add(issue: Issue, draft: Draft, *, by: Seat, before: UUID | None = None, column: str = "") -> Entry:
    """Put a ready draft into the issue, before another entry or at the end; its column is that of its neighbour."""
    issue = _open(issue, by, _("编入刊物"))
    if draft.office_id != issue.office_id:
        raise NotAllowed(_("编入刊物"))
    _refuse_other_kinds(issue.publication, draft)
    draft = drafts.place(draft, by=by)
    present = list(_entries(issue).order_by("position", "pk"))
    at = next((place for place, entry in enumerate(present) if entry.uid == before), len(present))
    neighbour = present[min(at, len(present) - 1)] if present else None
    usual = neighbour.column if neighbour else next(iter(issue.publication.columns), "")
    column = _known(issue.publication, column) or usual
    entry = insert_row(Entry(issue=issue, draft=draft, position=at, column=column))
    _number([*present[:at], entry, *present[at:]])
    record("entry.add", issue, by=by, draft=str(draft.uid))
    return entry


@transaction.atomic
def remove(entry: Entry, *, by: Seat) -> Entry:
    """Take an entry out of the issue; its draft is ready for another one."""
    issue = _open(entry.issue, by, _("移出刊物"))
    present = _present(issue, entry, _("移出刊物"))
    release(present, by=by)
    record("entry.remove", issue, by=by, draft=str(present.draft.uid))
    return present


@transaction.atomic
def arrange(issue: Issue, uids: Sequence[UUID], *, by: Seat, columns: Mapping[UUID, str] | None = None) -> list[Entry]:
    """Put the entries in this order and into these columns.

    An order that misses or repeats an entry is refused, because somebody changed the issue.
    """
    issue = _open(issue, by, _("调整顺序"))
    entries = {entry.uid: entry for entry in _entries(issue)}
    if len(uids) != len(entries) or set(uids) != set(entries):
        raise Stale(reverse("bulletins:issue", args=[issue.uid]))
    ordered = [entries[uid] for uid in uids]
    for entry in ordered:
        entry.column = _known(issue.publication, (columns or {}).get(entry.uid, entry.column))
    return _number(ordered)


@transaction.atomic
def set_entry(
    entry: Entry, *, by: Seat, column: str, brief: bool, note: str, setting_revision: int | None = None
) -> Entry:
    """Say how one entry is printed: in which column, as a brief, with which editor's note.

    `setting_revision` is that from which a form was filled in: one that is older than the last change is refused.
    """
    issue = _open(entry.issue, by, _("改排法"))
    present = _present(issue, entry, _("改排法"))
    refuse_stale(present.setting_revision, setting_revision, reverse("bulletins:entry_setting", args=[present.uid]))
    present.column = _known(issue.publication, column)
    present.brief, present.note = brief, note
    present.setting_revision += 1
    present.save(update_fields=["column", "brief", "note", "setting_revision"])
    record("entry.set", issue, by=by, draft=str(present.draft.uid))
    return present


@transaction.atomic
def merge(entry: Entry, *, into: Entry, by: Seat) -> Entry:
    """Merge one entry's draft into another entry's on the spot; every unit keeps its share."""
    issue = _open(entry.issue, by, _("并入"))
    gone, kept = _present(issue, entry, _("并入")), _present(issue, into, _("并入"))
    release(gone, by=by)
    join(kept.draft, gone.draft, by=by)
    _number(list(_entries(issue).order_by("position", "pk")))
    record("entry.merge", issue, by=by, draft=str(gone.draft.uid), into=str(kept.draft.uid))
    return kept


@transaction.atomic
def set_tail(issue: Issue, *, by: Seat, revision: int, **fields: str | int) -> Issue:
    """Fill in the editor's note, the lists 报、送、发 and the print run; refuse when somebody else saved meanwhile."""
    issue = _open(issue, by, _("修改报尾"))
    refuse_stale(issue.revision, revision, reverse("bulletins:tail", args=[issue.uid]))
    for name in fields.keys() & set(TAIL):
        setattr(issue, name, fields[name])
    issue.revision += 1
    issue.save(update_fields=["revision", *TAIL])
    record("issue.set_tail", issue, by=by)
    return issue


def release(entry: Entry, *, by: Seat) -> None:
    """Give the entry's draft back to the stock."""
    drafts.unplace(entry.draft, by=by)
    entry.removed_at = clock.now()
    entry.save(update_fields=["removed_at"])


def _refuse_other_kinds(publication: Publication, draft: Draft) -> None:
    if publication.kinds and draft.kind not in publication.kinds:
        words = _("《%(publication)s》不收%(kind)s类稿件。请编入别的刊物，或在刊物设置里改“收哪些种类”。")
        raise Unreadable(words % {"publication": publication, "kind": draft.get_kind_display()})


def _open(issue: Issue, by: Seat, step: str) -> Issue:
    """Return the issue locked; refuse when it is no longer composed or somebody else's work."""
    fresh = locked(issue)
    if fresh.state != IssueState.COMPOSING:
        raise WrongState(step, fresh.get_state_display())
    if not may_compose(by, fresh):
        raise NotAllowed(step)
    return fresh


def _entries(issue: Issue) -> QuerySet[Entry]:
    return issue.entries.filter(removed_at=None)


def _present(issue: Issue, entry: Entry, step: str) -> Entry:
    """Return the entry as it stands in the issue; refuse when a colleague took it out."""
    present = _entries(issue).filter(pk=entry.pk).select_related("draft").first()
    if present is None:
        raise WrongState(step, _("已移出"))
    return present


def _number(ordered: list[Entry]) -> list[Entry]:
    for position, entry in enumerate(ordered):
        entry.position = position
    Entry.objects.bulk_update(ordered, ["position", "column"])
    return ordered


def _known(publication: Publication, column: str) -> str:
    """Return the column if the publication has it, else none."""
    return column if column in publication.columns else ""
