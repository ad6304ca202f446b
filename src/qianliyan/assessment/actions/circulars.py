"""Composing a circular, letting the units check it, settling it, and handing it to the desk for print."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.actions.rules import days_of
from qianliyan.assessment.composing import Naming, body_for, title_for
from qianliyan.assessment.models import Circular, ReviewRequest
from qianliyan.assessment.overview import overviews
from qianliyan.assessment.permissions import may_assess, speaks_for_unit
from qianliyan.assessment.requirements import before_settling
from qianliyan.assessment.settings import CHECKING_DAYS, MOST_TITLES, NAME_LAST, NAME_ZERO, RANKS_SHOWN
from qianliyan.assessment.states import (
    CORRECT,
    DISCARD,
    ISSUE,
    OPEN_CHECK,
    REWRITE,
    SETTLE,
    UPHOLD,
    CircularState,
)
from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.values import Values, value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.core.workdays import add_working_days
from qianliyan.desk.actions import drafts
from qianliyan.history.trail import record
from qianliyan.history.workflow import Transition, locked, move
from qianliyan.instructions.actions.words import fitting
from qianliyan.offices.models import Seat

LONGEST = 100_000
LONGEST_ANSWER = 1000


@transaction.atomic
def compose(label: str, *, by: Seat) -> Circular:
    """Compose the circular of a period from its standings; it is only a text and can be edited."""
    calculation = overviews(by.office, [label])[label].shown
    if calculation is None:
        raise Unreadable(_("这一期还没有算过，请先在“采用情况”里计算。"))
    values = Values(by.office)
    ranked = days_of(calculation.source, label).kind in values[RANKS_SHOWN]
    circular = Circular(
        office=by.office,
        label=label,
        calculation=calculation,
        title=title_for(calculation),
        body=body_for(calculation, Naming(ranked, values[NAME_ZERO], values[NAME_LAST], values[MOST_TITLES])),
        written_by=by.label,
        saved_at=clock.now(),
    )
    if not may_assess(by, circular):
        raise NotAllowed(_("编写通报"))
    circular.save()
    record("circular.compose", circular, by=by, label=label)
    return circular


@transaction.atomic
def save(circular: Circular, *, revision: int, title: str, body: str, by: Seat) -> Circular:
    """Save the text; refuse when somebody else saved meanwhile, or when the units are reading it."""
    fresh = locked(circular)
    if fresh.state != CircularState.COMPOSING:
        raise WrongState(_("修改通报"), fresh.get_state_display())
    if not may_assess(by, fresh):
        raise NotAllowed(_("修改通报"))
    if fresh.revision != revision:
        raise Stale(reverse("assessment:circular", args=[fresh.uid]))
    if len(body) > LONGEST:
        raise Unreadable(_("通报太长，请不超过%(most)d字。") % {"most": LONGEST})
    fresh.title, fresh.body = title, body.replace("\r\n", "\n").rstrip()
    fresh.revision += 1
    fresh.saved_at, fresh.written_by = clock.now(), by.label
    fresh.save(update_fields=["title", "body", "revision", "saved_at", "written_by"])
    record("circular.save", fresh, by=by, revision=fresh.revision)
    return fresh


def open_check(circular: Circular, *, by: Seat) -> Circular:
    """Let the units read it and apply for review, for so many working days (核分)."""
    return move(circular, OPEN_CHECK, by=by, also={"check_until": checked_until(circular)})


def rewrite(circular: Circular, *, by: Seat) -> Circular:
    """Take it back to be written again; the units check it anew."""
    return move(circular, REWRITE, by=by, also={"check_until": None})


@transaction.atomic
def settle(circular: Circular, *, by: Seat) -> Circular:
    """Settle the text once the time for checking is over and every application is answered."""
    fresh = locked(circular)
    if missing := before_settling(fresh):
        raise NotReady(missing)
    return move(fresh, SETTLE, by=by)


@transaction.atomic
def issue(circular: Circular, *, by: Seat) -> Circular:
    """Hand it to the desk as a draft that is ready for an issue; it is signed and printed like everything else."""
    fresh = locked(circular)
    draft = drafts.hold_ready(drafts.write(fresh.title, fresh.body, by=by, why=_("采用情况通报，由本单位编写")), by=by)
    return move(fresh, ISSUE, by=by, also={"draft": draft}, draft=str(draft.uid))


def discard(circular: Circular, *, by: Seat) -> Circular:
    """Give it up."""
    return move(circular, DISCARD, by=by)


@transaction.atomic
def ask_review(circular: Circular, *, line: str, reason: str, by: Seat) -> ReviewRequest:
    """Say on behalf of a unit that a line is wrong, while the circular is open to be checked (申请复核)."""
    fresh = locked(circular)
    if fresh.state != CircularState.CHECKING:
        raise WrongState(_("申请复核"), fresh.get_state_display())
    if not speaks_for_unit(by) or by.office.parent_id != fresh.office_id:
        raise NotAllowed(_("申请复核"))
    if fresh.check_until and clock.today() > fresh.check_until:
        raise Unreadable(_("核分已于%(day)s截止，请直接与考核人员联系。") % {"day": fresh.check_until.isoformat()})
    asked = {"asked_by": by.label, "asked_at": clock.now()}
    review = ReviewRequest.objects.create(circular=fresh, unit=by.office, line=line, reason=reason, **asked)
    record("review.ask", review, by=by, text=reason)
    return review


def correct(review: ReviewRequest, *, answer: str, by: Seat) -> ReviewRequest:
    """Agree with the unit: the text, or the facts behind it, are put right."""
    return _answer(review, CORRECT, answer, by)


def uphold(review: ReviewRequest, *, answer: str, by: Seat) -> ReviewRequest:
    """Leave the line as it is, and say why."""
    return _answer(review, UPHOLD, answer, by)


def checked_until(circular: Circular) -> date:
    """Return the last day on which the units can apply for review."""
    days = value(CHECKING_DAYS, circular.office)
    return add_working_days(clock.today(), days, OfficeCalendar(circular.office))


def _answer(review: ReviewRequest, step: "Transition[ReviewRequest, Seat]", answer: str, by: Seat) -> ReviewRequest:
    words = fitting(answer, _("答复"), LONGEST_ANSWER)
    if not words:
        raise Unreadable(_("请写明复核的答复，申请单位会看到。"))
    given = {"answer": words, "answered_by": by.label, "answered_at": clock.now()}
    return move(review, step, by=by, text=words, also=given)
