"""What became of an item, told to its unit on the unit's own page, in the words it may know."""

from dataclasses import dataclass
from typing import Any

from qianliyan.core.web import Request
from qianliyan.desk.models import Handling, Question
from qianliyan.desk.permissions import may_answer
from qianliyan.desk.queries import handlings_of, questions_of, with_questions
from qianliyan.items.models import Item, Submission
from qianliyan.offices.audiences import visible_to


@dataclass(frozen=True)
class Line:
    """One submission and the last decision about it."""

    submission: Submission
    handling: Handling | None
    questions: list[Question]


def panel(request: Request, item: Item) -> tuple[str, dict[str, Any]] | None:
    """Show each submission of the item with where it stands; nothing before the first one."""
    if not vars(item).get("has_submissions", True):
        return None
    found = visible_to(Submission, request.seat).filter(item=item).select_related("receiver").defer("body")
    submissions = list(with_questions(found).order_by("-sent_at", "-pk"))
    if not submissions:
        return None
    decided = handlings_of(submissions)
    asked = questions_of(submissions)
    lines = [Line(one, next(iter(decided.get(one.pk, [])), None), asked.get(one.pk, [])) for one in submissions]
    return "desk/item_side.html", {"lines": lines, "may_answer": may_answer(request.seat, submissions[0])}
