"""Closing a period with its file and digest, and opening it again by a recorded decision."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment import account as books
from qianliyan.assessment.actions.calculating import live_account
from qianliyan.assessment.actions.keeping import store
from qianliyan.assessment.actions.rules import days_of, rules_for
from qianliyan.assessment.models import Calculation, Period
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.requirements import before_closing
from qianliyan.assessment.states import CLOSE, REOPEN, CalculationState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable
from qianliyan.files.actions import content_of
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Seat
from qianliyan.scoring.errors import Refused


def close(label: str, *, by: Seat) -> Period:
    """Close a period (结账): facts, units, groups, rules and result become one file that never changes.

    Reading and working out come before the transaction: they write nothing and take their time.
    """
    scheme, title, source = rules_for(by.office, label)
    days = days_of(source, label)
    if not may_assess(by, Period(office=by.office)):
        raise NotAllowed(CLOSE.label)
    if missing := before_closing(by.office, days):
        raise NotReady(missing)
    spans = {"first": days.first, "last": days.last}
    kept = Calculation(office=by.office, label=label, **spans, purpose=Purpose.CLOSING, scheme=scheme)
    kept.scheme_title, kept.source = title, source
    kept.ordered_by, kept.ordered_at = by.label, clock.now()
    try:
        worked = books.work_out(live_account(kept))
    except Refused as refusal:
        raise Unreadable(_("现有数据算不出结果：%(first)s") % {"first": refusal.lines()[0]}) from refusal
    return _closed(kept, worked, by)


@transaction.atomic
def reopen(period: Period, *, reason: str, by: Seat) -> Period:
    """Open a closed period again by a recorded decision; its file stays kept."""
    words = reason.strip()
    if not words:
        raise Unreadable(_("请写明重新开账的决定：谁决定的、文号或会议、理由。"))
    fresh = locked(period)
    digest = fresh.closing.digest if fresh.closing else ""
    cleared = {"closing": None, "closed_at": None, "closed_by": ""}
    return move(fresh, REOPEN, by=by, text=words, also=cleared, label=fresh.label, digest=digest)


def reproduced(calculation: Calculation) -> bool:
    """Work a closed period out again from its file alone, and tell whether the same bytes come out."""
    if calculation.file is None:
        return False
    return books.work_out(books.read(content_of(calculation.file))).digest == calculation.digest


@transaction.atomic
def _closed(kept: Calculation, worked: books.Worked, by: Seat) -> Period:
    period, _made = Period.objects.get_or_create(office=by.office, label=kept.label)
    period = locked(period)
    kept.save()
    for name, value in store(kept, worked, by=by).items():
        setattr(kept, name, value)
    kept.state = CalculationState.DONE
    kept.save()
    closed = {"closing": kept, "closed_at": clock.now(), "closed_by": by.label}
    return move(period, CLOSE, by=by, also=closed, label=kept.label, digest=kept.digest)
