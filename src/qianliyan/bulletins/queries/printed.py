"""Where something was printed, and which orders have lost their worker."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from qianliyan.bulletins.models import Credit, PrintOption, PrintOrder, Publication
from qianliyan.bulletins.queries.pieces import Piece
from qianliyan.bulletins.states import IssueState, PrintState
from qianliyan.core import clock
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Seat

# A waiting order whose task was queued longer ago than this has lost its worker.
STALE_AFTER = timedelta(minutes=3)


def printed_before(pieces: Iterable[Piece]) -> dict[int, Credit]:
    """Return the earlier credit of each submission that was printed already."""
    published = SubmissionState.PUBLISHED
    submissions = [s.pk for piece in pieces for s in piece.submissions if s.state == published]
    if not submissions:
        return {}
    earlier = Credit.objects.filter(submission__in=submissions, behind=None).select_related(
        "entry__issue__publication", "entry__issue__series"
    )
    return {credit.submission_id: credit for credit in earlier}


def printed_with(item: Item) -> QuerySet[Credit]:
    """Return where an item was printed, the newest first."""
    return _where_printed(Credit.objects.filter(submission__item=item))


def printed_from(submission: Submission) -> QuerySet[Credit]:
    """Return where a submission was printed, the newest first."""
    return _where_printed(Credit.objects.filter(submission=submission))


def _where_printed(found: QuerySet[Credit]) -> QuerySet[Credit]:
    return found.select_related("entry__issue__publication", "entry__issue__series").order_by(
        "-entry__issue__signed_on", "-pk"
    )


def last_print(publication: Publication, seat: Seat) -> dict[str, Any]:
    """Return how this person last printed an issue of the publication to read it."""
    found = PrintOption.objects.filter(publication=publication, person=seat.person_id)
    return {name: value for row in found.values("mark", "sources") for name, value in row.items()}


def stale_orders() -> QuerySet[PrintOrder]:
    """Return the orders that still wait though their task was queued long ago: their worker was killed."""
    long_ago = clock.now() - STALE_AFTER
    waiting = PrintOrder.objects.filter(state=PrintState.WAITING, issue__state=IssueState.PRINTED)
    return waiting.filter(queued_at__lt=long_ago).order_by("pk")
