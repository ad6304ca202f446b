"""What of signed and printed issues can be found, and whose entries another text is compared with.

An issue is found by its number and its texts; of problems and warnings there stands nothing in it, because a reader of
the issue is not always one who may learn of them outside it. They are found as entries, by those who may see them.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.bulletins.states import IssueState
from qianliyan.search.actions.putting import gathering, put
from qianliyan.search.sources import Document, Source, declare

FOUND = (IssueState.SIGNED, IssueState.PRINTED)


def put_issue(issue: Issue) -> None:
    """Let an issue and its entries be found as they are now, or no more when it is void."""
    if gathering(Entry, issue.entries.values_list("pk", flat=True)) and gathering(Issue, [issue.pk]):
        return
    for entry in _entries_joined(Entry.objects.filter(issue=issue)):
        put(entry)
    put(_issues_joined(Issue.objects.filter(pk=issue.pk)).get())


def issue_document(issue: Issue) -> Document | None:
    """Return a signed or printed issue with what stands in it openly."""
    if issue.state not in FOUND:
        return None
    open_entries = [] if issue.publication.protected else [one for one in _standing(issue) if _is_open(one)]
    return Document(
        title=str(issue),
        body="\n".join(f"{entry.title}\n{entry.body}" for entry in open_entries),
        on=_day(issue),
        publication=issue.publication_id,
        holder=issue.office_id,
    )


def entry_document(entry: Entry) -> Document | None:
    """Return what stands in a signed or printed issue, by the units that have credit for it."""
    if entry.issue.state not in FOUND or entry.removed_at is not None:
        return None
    return Document(
        title=entry.title,
        body=entry.body,
        on=_day(entry.issue),
        kind=entry.draft.kind,
        offices=tuple(sorted({credit.office_id for credit in entry.credits.all()})),
        publication=entry.issue.publication_id,
        holder=entry.issue.office_id,
        key_tasks=tuple(task for one in entry.credits.all() if (task := one.submission.key_task_id)),
        compared=True,
    )


def _standing(issue: Issue) -> Iterable[Entry]:
    return (entry for entry in issue.entries.all() if entry.removed_at is None)


def _is_open(entry: Entry) -> bool:
    return not entry.draft.shielded


def _day(issue: Issue) -> date:
    return issue.signed_on or issue.created_at.date()


def _issues_joined(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    entries = Entry.objects.select_related("draft").defer("draft__body")
    return issues.select_related("publication").prefetch_related(Prefetch("entries", queryset=entries))


def _entries_joined(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    joined = entries.select_related("issue__publication", "draft").defer("draft__body", "issue__layout")
    shares = Credit.objects.select_related("submission").only("entry", "office", "submission__key_task")
    return joined.prefetch_related(Prefetch("credits", queryset=shares))


def _issues_shown(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    return issues.select_related("publication", "office").defer("layout")


def _entries_shown(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.select_related("issue__publication", "draft").defer("body", "draft__body", "issue__layout")


ENTRY = declare(Source("entry", _("已刊发信息"), Entry, entry_document, _entries_joined, _entries_shown))
ISSUE = declare(Source("issue", _("刊物"), Issue, issue_document, _issues_joined, _issues_shown))
