"""Ordering a calculation, and doing it: facts are read, rules applied, results and the file behind them kept."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment import account as books
from qianliyan.assessment.account import Account, Worked
from qianliyan.assessment.actions.keeping import store
from qianliyan.assessment.actions.rules import days_of, rules_for
from qianliyan.assessment.models import Calculation, Scheme
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.permissions import may_read
from qianliyan.assessment.projection import projected
from qianliyan.assessment.queries import period_of
from qianliyan.assessment.roster import roster
from qianliyan.assessment.states import FINISH, REFUSE, CalculationState, PeriodState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.files.actions import content_of
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Seat
from qianliyan.scoring import reading
from qianliyan.scoring.errors import Refused

MOST_PROBLEMS = 20


@transaction.atomic
def order(label: str, *, by: Seat, scheme: Scheme | None = None) -> Calculation:
    """Order the standings of a period by the rules in force, or a trial of other rules; the worker does it."""
    if not may_read(by):
        raise NotAllowed(_("计算得分"))
    rules, title, source = rules_for(by.office, label, scheme)
    days = days_of(source, label)
    calculation = Calculation.objects.create(
        office=by.office,
        label=label,
        first=days.first,
        last=days.last,
        purpose=Purpose.TRIAL if scheme else Purpose.LIVE,
        scheme=rules,
        scheme_title=title,
        source=source,
        ordered_by=by.label,
        ordered_at=clock.now(),
    )
    record("calculation.order", calculation, by=by, label=label)
    return calculation


def perform(pk: int) -> Calculation:
    """Do an ordered calculation; one that is done is left alone, one that cannot be done says why."""
    calculation = Calculation.objects.select_related("office", "scheme").get(pk=pk)
    if calculation.state != CalculationState.WAITING:
        return calculation
    try:
        worked = books.work_out(account_for(calculation))
    except Refused as refusal:
        return move(calculation, REFUSE, by=SYSTEM, also={"error": "\n".join(refusal.lines()[:MOST_PROBLEMS])})
    return _finished(calculation, worked)


def account_for(calculation: Calculation) -> Account:
    """Gather what a calculation rests on: a trial on a closed period takes its file, all else live rows."""
    stored = _stored(calculation) if calculation.purpose == Purpose.TRIAL else None
    if stored is None:
        return live_account(calculation)
    return replace(stored, title=calculation.scheme_title, source=calculation.source)


def live_account(calculation: Calculation) -> Account:
    """Gather rules, units and facts of the assessment year as they are now."""
    office = calculation.office
    calendar = reading.read_text(calculation.source).calendar
    number = calendar.year_of(calculation.last)
    year = calendar.year(number)
    known = roster(office, year, number)
    projection = projected(office, year, set(known.units))
    named = (office.name, office.level, calculation.label, calculation.scheme_title, calculation.source)
    units, persons = known.register(projection.names.units), projection.names.authors
    return Account(*named, tuple(units), tuple(persons), books.fact_lines(projection.facts))


@transaction.atomic
def _finished(calculation: Calculation, worked: Worked) -> Calculation:
    fresh = locked(calculation)
    if fresh.state != CalculationState.WAITING:
        return fresh
    return move(fresh, FINISH, by=SYSTEM, also=store(fresh, worked, by=SYSTEM), facts=len(worked.account.facts))


def _stored(calculation: Calculation) -> Account | None:
    period = period_of(calculation.office, calculation.label)
    if period is None or period.state != PeriodState.CLOSED or period.closing is None or period.closing.file is None:
        return None
    return books.read(content_of(period.closing.file))
