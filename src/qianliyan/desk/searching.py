"""What of the drafts can be found, and after which events it has changed."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.desk.states import DraftState
from qianliyan.history.actors import Actor
from qianliyan.search.actions.putting import put
from qianliyan.search.sources import Document, Source, declare


def document(draft: Draft) -> Document | None:
    """Return the draft as it was last saved, until it is given up."""
    if draft.state == DraftState.DROPPED:
        return None
    tasks = draft.sources.filter(submission__key_task__isnull=False)
    return Document(
        title=draft.title,
        body=draft.body,
        on=clock.local(draft.saved_at).date(),
        kind=draft.kind,
        holder=draft.office_id,
        key_tasks=tuple(tasks.values_list("submission__key_task", flat=True)),
    )


def put_again(draft: Draft, _by: Actor) -> None:
    """Let the draft be found as it is after the event."""
    put(draft)


FOLLOWUPS = dict.fromkeys(
    ("draft.start", "draft.write", "draft.merge", "draft.take_in", "draft.split", "draft.join", "draft.drop"), put_again
)


def _shown(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    return drafts.select_related("editor").defer("body")


DRAFT = declare(Source("draft", _("待编稿"), Draft, document, lambda drafts: drafts, _shown))
