"""Saying in a few words what an officer's year was worth to the office, taking it back, printing the page."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.achievement_paper import paper_of
from qianliyan.assessment.achievements import Achievements
from qianliyan.assessment.actions.letters import kept_letter
from qianliyan.assessment.models import Comment, Letter
from qianliyan.assessment.officers import Officer
from qianliyan.assessment.permissions import may_comment
from qianliyan.assessment.states import WITHDRAW_COMMENT, CommentState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.words import fitting
from qianliyan.offices.models import Seat

LONGEST = 300


@transaction.atomic
def give(officer: Officer, *, year: int, text: str, by: Seat) -> Comment:
    """Write the comment on a year; one stands at a time, and another is written only when it was taken back."""
    whose: dict[str, Any] = {"office": officer.office, "unit": officer.unit, "person": officer.person, "year": year}
    comment = Comment(**whose, text=fitting(text, _("评语"), LONGEST), given_by=by.label, given_at=clock.now())
    if not may_comment(by, comment):
        raise NotAllowed(_("写评语"))
    if not comment.text:
        raise Unreadable(_("请先写评语。"))
    locked(officer.person)
    if Comment.objects.filter(**whose, state=CommentState.GIVEN).exists():
        raise Unreadable(_("这位同志本年度已有评语，先收回再写。"))
    comment.save()
    record("comment.give", comment, by=by, text=comment.text, year=year)
    return comment


def withdraw(comment: Comment, *, by: Seat) -> Comment:
    """Take a comment back; it stays in the trail."""
    return move(comment, WITHDRAW_COMMENT, by=by, year=comment.year)


@transaction.atomic
def print_page(found: Achievements, *, form: str, by: Seat) -> Letter:
    """Set the page as PDF or Word, keep it for the officer, the head of his unit and the office, and record it."""
    officer = found.officer
    if not may_comment(by, Comment(office=officer.office, person=officer.person)):
        raise NotAllowed(_("印制个人采用情况"))
    paper = paper_of(found)
    letter = Letter(office=officer.office, to=officer.unit, person=officer.person, title=paper["title"])
    letter.body = paper["body"]
    made = kept_letter(letter, paper, form, by)
    record("letter.print", officer.unit, by=by, text=letter.body, title=letter.title, form=form, letter=str(made.uid))
    return made
