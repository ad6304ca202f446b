"""What the office above asks a unit to add (请补充)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.desk.queries import open_questions
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank, rank_of

MOST = 6
OPEN = Pile("questions", open_questions)


def to_answer(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each open question; no query when there is none."""
    if not counts[OPEN.code]:
        return
    for question in open_questions(seat).select_related("submission__item")[:MOST]:
        submission = question.submission
        yield Job(
            rank=rank_of(submission.urgency, Rank.RETURNED),
            tag=_("请补充"),
            what=submission.title,
            url=f"{reverse('items:item', args=[submission.item.uid])}#question-{question.uid}",
            label=_("去答复"),
            since=question.asked_at,
            why=question.text,
        )
