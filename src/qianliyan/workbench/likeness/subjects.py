"""What a text is compared with: for whom, among what, and what goes back to itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.searching import ENTRY
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission
from qianliyan.items.searching import ITEM, SUBMISSION
from qianliyan.offices.models import Seat

Own = set[tuple[str, int]]


@dataclass(frozen=True)
class Subject:
    """A text, the rows it is held against, and those that are the text itself at another station."""

    text: str
    among: Q
    besides: Own


def subject_of(thing: Model, seat: Seat) -> Subject:
    """Return how a thing is compared for this seat."""
    return SUBJECTS[type(thing)](thing, seat)


def _of_item(item: Item, seat: Seat) -> Subject:
    """Hold the unit's text against its own, and what lies in the offices above, sent or printed."""
    above = seat.office.lineage[1:]
    among = Q(source=ITEM.code, holder=item.office_id) | Q(source__in=(SUBMISSION.code, ENTRY.code), holder__in=above)
    return Subject(item.body, among, _stations(Q(item=item), {(ITEM.code, item.pk)}))


def _of_submission(submission: Submission, _seat: Seat) -> Subject:
    """Hold what arrived against everything else that arrived here, and what was printed here."""
    among = Q(source__in=(SUBMISSION.code, ENTRY.code), holder=submission.receiver_id)
    return Subject(submission.body, among, _stations(Q(item=submission.item_id), set()))


def _of_draft(draft: Draft, _seat: Seat) -> Subject:
    """Hold a draft against what was printed here, and against arrivals that are not in it."""
    among = Q(source__in=(SUBMISSION.code, ENTRY.code), holder=draft.office_id)
    items = Submission.objects.filter(pk__in=draft.sources.values("submission")).values("item")
    own = {(ENTRY.code, pk) for pk in Entry.objects.filter(draft=draft).values_list("pk", flat=True)}
    return Subject(draft.body, among, _stations(Q(item__in=items), own))


def _stations(submissions: Q, own: Own) -> Own:
    """Add the submissions of the same item and the entries that came of them."""
    sent = Submission.objects.filter(submissions).values_list("pk", flat=True)
    printed = Entry.objects.filter(credits__submission__in=sent).values_list("pk", flat=True)
    return own | {(SUBMISSION.code, pk) for pk in sent} | {(ENTRY.code, pk) for pk in printed}


SUBJECTS: dict[type[Model], Callable[[Any, Seat], Subject]] = {
    Item: _of_item,
    Submission: _of_submission,
    Draft: _of_draft,
}
