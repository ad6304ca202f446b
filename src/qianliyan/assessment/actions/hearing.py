"""Claiming a result elsewhere and deciding about it; opening, answering and determining a fault."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.actions.rules import refuse_beyond_rules
from qianliyan.assessment.models import Claim, Determination
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.permissions import may_assess, may_claim
from qianliyan.assessment.requirements import before_determining
from qianliyan.assessment.settings import CLAIM_DAY, STATEMENT_DAYS
from qianliyan.assessment.states import ACCEPT, DECLINE, DETERMINE, DROP, STATE, WITHDRAW
from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable
from qianliyan.core.workdays import add_working_days
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.words import fitting
from qianliyan.offices.models import Office, Seat

DECEMBER = 12
# As long as the columns; what is longer is refused, never cut.
LONGEST_OPINION, LONGEST_FINDING, LONGEST_STATEMENT, LONGEST_NUMBER = 500, 1000, 5000, 100


@transaction.atomic
def claim(title: str, *, on: date, asked: Decimal, paper: Paper, by: Seat) -> Claim:
    """Claim points for a result elsewhere, with its paper, by the cut-off day of the following month."""
    office = by.office.parent
    if office is None or not may_claim(by):
        raise NotAllowed(_("申报加分"))
    if on > clock.today():
        raise Unreadable(_("日期在今天之后，请核对。"))
    last = last_day_to_claim(on, office)
    if clock.today() > last:
        words = _("%(on)s的成果申报到%(last)s为止，已经截止。确有原因的请与考核人员联系。")
        raise Unreadable(words % {"on": on.isoformat(), "last": last.isoformat()})
    made = Claim.objects.create(
        office=office,
        unit=by.office,
        title=title,
        on=on,
        asked=asked,
        evidence=paper.words,
        file=paper.file,
        claimed_by=by.label,
        claimed_at=clock.now(),
    )
    record("claim.make", made, by=by, text=paper.words, asked=str(asked))
    return made


def accept(claimed: Claim, *, decision: str, by: Seat, granted: Decimal | None = None) -> Claim:
    """Grant points, by default what was asked; they count from the next calculation on."""
    words = fitting(decision, _("审定意见"), LONGEST_OPINION)
    given = claimed.asked if granted is None else granted
    refuse_beyond_rules(claimed.office, "claim", given, claimed.on)
    decided = {**_decided(by), "granted": given, "decision": words}
    return move(claimed, ACCEPT, by=by, text=words, also=decided, granted=str(given))


def decline(claimed: Claim, *, decision: str, by: Seat) -> Claim:
    """Grant nothing, and say why."""
    words = _stated(decision, _("请写明不予核准的理由，申报单位会看到。"), _("审定意见"), LONGEST_OPINION)
    return move(claimed, DECLINE, by=by, text=words, also={**_decided(by), "decision": words})


def withdraw(claimed: Claim, *, by: Seat) -> Claim:
    """Take a claim back before it is decided."""
    return move(claimed, WITHDRAW, by=by)


@transaction.atomic
def open_matter(unit: Office, fault: Fault, *, matter: str, happened_on: date, known: str, by: Seat) -> Determination:
    """Open a matter with what is known, and ask the unit to state its side within some working days."""
    until = add_working_days(clock.today(), value(STATEMENT_DAYS, by.office), OfficeCalendar(by.office))
    opened = Determination(
        office=by.office,
        unit=unit,
        fault=fault,
        matter=matter,
        happened_on=happened_on,
        known=known,
        statement_until=until,
        opened_by=by.label,
        opened_at=clock.now(),
    )
    if not may_assess(by, opened) or unit.parent_id != by.office_id:
        raise NotAllowed(_("提出认定"))
    if happened_on > clock.today():
        raise Unreadable(_("日期在今天之后，请核对。"))
    opened.save()
    record("determination.open", opened, by=by, text=known, fault=fault)
    return opened


def state(opened: Determination, *, statement: str, by: Seat) -> Determination:
    """State the unit's side (说明情况)."""
    words = _stated(statement, _("请写明情况说明。"), _("情况说明"), LONGEST_STATEMENT)
    stated = {"statement": words, "stated_by": by.label, "stated_at": clock.now()}
    return move(opened, STATE, by=by, text=words, also=stated)


@transaction.atomic
def determine(opened: Determination, *, decision: str, basis: str, by: Seat) -> Determination:
    """Determine the fault after hearing the unit, or after its time to speak has passed; only now it counts."""
    asked, number = _("请写明认定的事实和依据，被认定单位会看到。"), fitting(basis, _("认定文号"), LONGEST_NUMBER)
    words = _stated(decision, asked, _("认定意见"), LONGEST_FINDING)
    fresh = locked(opened)
    if missing := before_determining(fresh):
        raise NotReady(missing)
    return move(fresh, DETERMINE, by=by, text=words, also={**_closed(by), "decision": words, "basis": number})


def drop(opened: Determination, *, decision: str, by: Seat) -> Determination:
    """Leave it at that: there was no fault."""
    words = _stated(decision, _("请写明不予认定的理由。"), _("认定意见"), LONGEST_FINDING)
    return move(opened, DROP, by=by, text=words, also={**_closed(by), "decision": words})


def last_day_to_claim(on: date, office: Office) -> date:
    """Return the cut-off day: so-and-so many days into the month after the result."""
    day = value(CLAIM_DAY, office)
    return date(on.year + 1, 1, day) if on.month == DECEMBER else date(on.year, on.month + 1, day)


def _decided(by: Seat) -> dict[str, object]:
    return {"decided_by": by.label, "decided_at": clock.now()}


def _closed(by: Seat) -> dict[str, object]:
    return {"decided_by": by.label, "decided_on": clock.today()}


def _stated(words: str, asked: str, what: str, most: int) -> str:
    """Return the words; refuse none at all by saying what is asked, and too many without cutting any off."""
    if not words.strip():
        raise Unreadable(asked)
    return fitting(words, what, most)
