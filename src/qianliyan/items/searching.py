"""What of items and submissions can be found and compared, and after which events it has changed."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.history.actors import Actor
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import ItemState, SubmissionState
from qianliyan.search.actions.putting import put
from qianliyan.search.sources import Document, Source, declare

# What waits for a decision is grouped with its like; what is done with stays as it was.
UNDECIDED = (SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR, SubmissionState.RESERVED)


def item_document(item: Item) -> Document | None:
    """Return the working copy; what was given up or is still empty is not found."""
    if item.state == ItemState.DISCARDED or not (item.title or item.body):
        return None
    return Document(
        title=item.title,
        body=item.body,
        on=clock.local(item.saved_at).date(),
        kind=item.kind,
        offices=(item.office_id,),
        author=item.drafter_id,
        holder=item.office_id,
        key_tasks=(item.key_task_id,) if item.key_task_id else (),
        compared=True,
    )


def submission_document(submission: Submission) -> Document:
    """Return what was sent, where it arrived."""
    return Document(
        title=submission.title,
        body=submission.body,
        on=clock.local(submission.sent_at).date(),
        kind=submission.kind,
        offices=(submission.sender_id,),
        author=submission.item.drafter_id,
        holder=submission.receiver_id,
        key_tasks=(submission.key_task_id,) if submission.key_task_id else (),
        compared=True,
        related=submission.state in UNDECIDED,
    )


def put_again(thing: Item | Submission, _by: Actor) -> None:
    """Let the thing be found as it is after the event."""
    put(thing)


FOLLOWUPS = dict.fromkeys(
    (
        "item.start",
        "item.serve",
        "item.approve",
        "item.sign",
        "item.record_signing",
        "item.correct_typos",
        "item.discard",
        "item.record",
        "submission.send",
        "submission.deliver",
        "submission.record",
    ),
    put_again,
)


def _items_shown(items: QuerySet[Item]) -> QuerySet[Item]:
    return items.select_related("office", "drafter").defer("body")


def _submissions_joined(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    return submissions.select_related("item").defer("item__body")


def _submissions_shown(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    return submissions.select_related("receiver", "item").defer("body", "item__body")


ITEM = declare(Source("item", _("单位信息"), Item, item_document, lambda items: items, _items_shown))
SUBMISSION = declare(
    Source("submission", _("来稿"), Submission, submission_document, _submissions_joined, _submissions_shown)
)
