"""Announcing key points (报送要点), changing and withdrawing them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.actions.revising import revised
from qianliyan.planning.models import KeyPoint
from qianliyan.planning.permissions import may_ask, may_plan
from qianliyan.planning.queries.units import units_below

WRITABLE = ("title", "content", "starts_on", "ends_on")


@transaction.atomic
def announce(
    *, by: Seat, title: str, content: str, starts_on: date, ends_on: date, units: Iterable[Office] = ()
) -> KeyPoint:
    """Announce a key point to all units below the office, or only to those named."""
    if not may_plan(by):
        raise NotAllowed(_("发布要点"))
    _refuse_backward(starts_on, ends_on)
    text = {"title": title, "content": content, "starts_on": starts_on, "ends_on": ends_on}
    point = KeyPoint.objects.create(office=by.office, announced_at=clock.now(), **text)
    _address(point, units)
    record("key_point.announce", point, by=by)
    return point


@transaction.atomic
def revise(point: KeyPoint, *, by: Seat, revision: int, units: Iterable[Office] = (), **text: Any) -> KeyPoint:
    """Change what was announced, title, content and days; whoever looks sees the new words."""
    fresh = _own(point, by, _("修改要点"))
    fresh.revision = revised(fresh, revision, reverse("planning:edit_key_point", args=[fresh.uid]))
    for name in WRITABLE:
        setattr(fresh, name, text[name])
    _refuse_backward(fresh.starts_on, fresh.ends_on)
    fresh.save(update_fields=["revision", *WRITABLE])
    _address(fresh, units)
    record("key_point.revise", fresh, by=by)
    return fresh


@transaction.atomic
def withdraw(point: KeyPoint, *, by: Seat) -> KeyPoint:
    """Take a key point back; it stays on the list of the office."""
    fresh = _own(point, by, _("撤回要点"))
    fresh.withdrawn_at = clock.now()
    fresh.save(update_fields=["withdrawn_at"])
    record("key_point.withdraw", fresh, by=by)
    return fresh


def _own(point: KeyPoint, by: Seat, step: str) -> KeyPoint:
    fresh = locked(point)
    if not may_ask(by, fresh):
        raise NotAllowed(step)
    if fresh.withdrawn_at is not None:
        raise WrongState(step, _("已撤回"))
    return fresh


def _address(point: KeyPoint, units: Iterable[Office]) -> None:
    wanted = {office.pk for office in units}
    below = set(units_below(point.office_id).filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted - below:
        raise Unreadable(_("只能向本单位的下级单位发要点，请去掉其他单位。"))
    point.for_all = not wanted
    point.save(update_fields=["for_all"])
    point.units.set(wanted)


def _refuse_backward(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Unreadable(_("“止”的日期早于“起”的日期，请改正。"))
