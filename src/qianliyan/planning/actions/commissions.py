"""Asking units for something: preparing a commission, sending it out, following it up, ending it."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.core.workdays import add_working_days
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.actions.revising import revised
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.permissions import may_ask, may_plan
from qianliyan.planning.queries.units import units_below
from qianliyan.planning.requirements import before_issuing
from qianliyan.planning.settings import TERM_DAYS, TERM_HOUR
from qianliyan.planning.states import CANCEL, CLOSE, ISSUE, CommissionState

WRITABLE = ("title", "content", "requirements", "form", "kind", "due_at")
LONGEST_REASON = 500


@transaction.atomic
def prepare(*, by: Seat, units: Iterable[Office] = (), follows: Commission | None = None, **fields: Any) -> Commission:
    """Prepare a commission; nobody hears of it before it is sent out."""
    if not may_plan(by):
        raise NotAllowed(_("约稿"))
    _refuse_unknown(fields)
    fields.setdefault("due_at", usual_deadline(by.office))
    now = clock.now()
    commission = Commission.objects.create(
        office=by.office, created_by=by.person, created_at=now, follows=follows, **fields
    )
    _address(commission, units)
    record("commission.prepare", commission, by=by)
    return commission


@transaction.atomic
def revise(
    commission: Commission, *, by: Seat, revision: int, units: Iterable[Office] | None = None, **fields: Any
) -> Commission:
    """Change a commission that has not been sent out."""
    _refuse_unknown(fields)
    fresh = locked(commission)
    if fresh.state != CommissionState.PREPARING:
        raise WrongState(_("修改"), fresh.get_state_display())
    if not may_ask(by, fresh):
        raise NotAllowed(_("修改"))
    fields["revision"] = revised(fresh, revision, reverse("planning:edit_commission", args=[fresh.uid]))
    for name, value in fields.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=list(fields))
    if units is not None:
        fresh.addressees.all().delete()
        _address(fresh, units)
    record("commission.revise", fresh, by=by)
    return fresh


@transaction.atomic
def issue(commission: Commission, *, by: Seat) -> Commission:
    """Send it to its units; from now on each has this deadline, until it is given more time."""
    fresh = locked(commission)
    if fresh.state == CommissionState.PREPARING and (missing := before_issuing(fresh)):
        raise NotReady(missing)
    fresh.addressees.update(due_at=fresh.due_at)
    return move(fresh, ISSUE, by=by, also={"issued_at": clock.now()}, units=fresh.addressees.count())


@transaction.atomic
def follow_up(commission: Commission, *, by: Seat, **fields: Any) -> Commission:
    """Prepare a commission that asks the same units how it went on."""
    if not may_ask(by, commission):
        raise NotAllowed(_("跟踪约稿"))
    if commission.issued_at is None:
        raise WrongState(_("跟踪约稿"), commission.get_state_display())
    known = {"title": _("%(title)s（跟踪）") % {"title": commission.title}, "content": commission.content}
    known |= {name: getattr(commission, name) for name in ("requirements", "form", "kind")}
    units = Office.objects.filter(pk__in=commission.addressees.values("office"), closed_on=None)
    return prepare(by=by, units=units, follows=commission, **{**known, **fields})


def close(commission: Commission, *, by: Seat) -> Commission:
    """Close it (办结): the units that have not answered are no longer asked."""
    return move(commission, CLOSE, by=by, also={"ended_at": clock.now()})


def cancel(commission: Commission, *, by: Seat, reason: str) -> Commission:
    """Cancel it with a reason that its units read."""
    words = reason.strip()
    if not words:
        raise Unreadable(_("请写明撤销约稿的理由，被约单位会看到。"))
    if len(words) > LONGEST_REASON:
        raise Unreadable(_("理由请不超过%(most)d字。") % {"most": LONGEST_REASON})
    return move(commission, CANCEL, by=by, text=words, also={"ended_at": clock.now(), "end_reason": words})


def usual_deadline(office: Office) -> datetime:
    """Return the deadline that the office's settings give to a commission of today."""
    values = Values(office)
    day = add_working_days(clock.today(), values[TERM_DAYS], OfficeCalendar(office))
    return timezone.make_aware(datetime.combine(day, time(values[TERM_HOUR])))


def _address(commission: Commission, units: Iterable[Office]) -> None:
    wanted = {office.pk for office in units}
    below = set(units_below(commission.office_id).filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted - below:
        raise Unreadable(_("只能向本单位的下级单位约稿，请去掉其他单位。"))
    Addressee.objects.bulk_create(
        Addressee(commission=commission, asking_id=commission.office_id, office_id=pk, due_at=commission.due_at)
        for pk in sorted(wanted)
    )


def _refuse_unknown(fields: dict[str, Any]) -> None:
    if unknown := set(fields) - set(WRITABLE):
        raise TypeError(", ".join(sorted(unknown)))
