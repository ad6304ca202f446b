"""Founding, renaming, moving and merging offices; taking and leaving seats; delegating."""

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.memory import forget
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Phase, Post, Seat, Succession
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.permissions import SEPARATED, may_grant, may_run
from qianliyan.offices.powers import Level, Network
from qianliyan.offices.seats import held_on


@transaction.atomic
def found(
    name: str,
    *,
    short_name: str = "",
    level: Level,
    network: Network,
    parent: Office | None,
    on: date,
    by: Actor,
) -> Office:
    """Enter an office into the tree, with its first phase."""
    _require(may_run, by, parent, _("新增单位"))
    office = Office.objects.create(
        name=name, short_name=short_name or name, level=level, network=network, parent=parent
    )
    office.path = f"{parent.path if parent else '/'}{office.pk}/"
    office.save(update_fields=["path"])
    _open_phase(office, on)
    record("office.found", office, by=by, name=name)
    return office


@transaction.atomic
def change(
    office: Office,
    *,
    on: date,
    by: Actor,
    name: str | None = None,
    short_name: str | None = None,
    parent: Office | None = None,
) -> Office:
    """Rename an office or move it under another, from `on`; the earlier phase stays readable."""
    _require(may_run, by, office, _("变更单位"))
    office = locked(office)
    current = office.phases.get(valid_to=None)
    if on <= current.valid_from:
        raise Unreadable(_("变更日期应晚于现有名称的启用日期%(day)s。") % {"day": current.valid_from})
    current.valid_to = on
    current.save(update_fields=["valid_to"])
    office.name = name or office.name
    office.short_name = short_name or (name or office.short_name)
    if parent is not None:
        _move_under(office, parent)
    office.save(update_fields=["name", "short_name", "parent"])
    _open_phase(office, on)
    forget()
    record("office.change", office, by=by, name=office.name, on=on.isoformat())
    return office


@transaction.atomic
def succeed(predecessor: Office, successor: Office, *, on: date, basis: str, by: Actor) -> Succession:
    """Close an office and name the one that follows it."""
    _require(may_run, by, predecessor, _("撤并单位"))
    succession = Succession.objects.create(predecessor=predecessor, successor=successor, on=on, basis=basis)
    predecessor.closed_on = on
    predecessor.save(update_fields=["closed_on"])
    predecessor.phases.filter(valid_to=None, valid_from__lt=on).update(valid_to=on)
    forget()
    record("office.succeed", predecessor, by=by, successor=successor.name, on=on.isoformat(), basis=basis)
    return succession


@transaction.atomic
def seat(person: Person, office: Office, post: Post, *, since: date, by: Actor) -> Seat:
    """Give a person a post in an office; nobody gives himself one, separated posts never meet in one person."""
    _require(may_grant, by, office, _("任职"))
    if by.person_pk == person.pk:
        raise NotAllowed(_("给自己任职"))
    _keep_separated(person, post)
    try:
        with transaction.atomic():
            taken = Seat.objects.create(person=person, office=office, post=post, valid_from=since)
    except IntegrityError as error:
        raise Unreadable(_("%(name)s已在这个岗位上，不用再任职。") % {"name": person.name}) from error
    forget()
    record("seat.take", taken, by=by, seat=taken.label)
    return taken


@transaction.atomic
def leave(held: Seat, *, on: date, by: Actor) -> Seat:
    """End a seat with the end of `on`, and with it what was delegated from it."""
    _require(may_grant, by, held.office, _("离任"))
    held = locked(held)
    held.valid_to = on
    held.save(update_fields=["valid_to"])
    held.delegations.filter(valid_to__gt=on).update(valid_to=on)
    forget()
    record("seat.leave", held, by=by, seat=held.label, on=on.isoformat())
    return held


@transaction.atomic
def delegate(own: Seat, to: Person, *, kind: SeatKind, since: date, until: date, basis: str = "", by: Seat) -> Seat:
    """Let a colleague act in one's post for a time (AB岗, 授权代签); only the holder may, and administrators never."""
    if by.pk != own.pk or own.kind != SeatKind.OWN or to.pk == own.person_id:
        raise NotAllowed(_("授权"))
    if any(own.may(power) for power in SEPARATED):
        raise Unreadable(_("系统管理、安全保密管理、安全审计岗位不能授权他人代办。"))
    if not Seat.objects.filter(held_on(clock.today()), person=to, office=own.office).exists():
        raise Unreadable(_("只能授权给本单位在岗的人员。"))
    if until < since or until < clock.today():
        raise Unreadable(_("授权期限应从开始日起，且不早于今天。"))
    acting = Seat.objects.create(
        person=to,
        office=own.office,
        post=own.post,
        kind=kind,
        delegator=own,
        basis=basis,
        valid_from=since,
        valid_to=until,
    )
    forget()
    record("seat.delegate", acting, by=by, seat=acting.label, until=until.isoformat(), basis=basis)
    return acting


@transaction.atomic
def withdraw_delegation(acting: Seat, *, by: Seat) -> Seat:
    """End a delegation today at once."""
    if acting.delegator_id != by.pk:
        raise NotAllowed(_("收回授权"))
    acting = locked(acting)
    acting.valid_to, acting.ended_at = min(acting.valid_to or clock.today(), clock.today()), clock.now()
    acting.save(update_fields=["valid_to", "ended_at"])
    forget()
    record("seat.withdraw_delegation", acting, by=by, seat=acting.label)
    return acting


def _require(may: Callable[[Seat, Office], bool], by: Actor, office: Office | None, step: str) -> None:
    """Refuse a seat that may not; the machine itself may (first offices, demo worlds)."""
    if isinstance(by, Seat) and (office is None or not may(by, office)):
        raise NotAllowed(step)


def _keep_separated(person: Person, post: Post) -> None:
    """System, security and audit administration stay with three different people."""
    locked(person)
    held = Seat.objects.filter(held_on(clock.today()), person=person).select_related("post")
    powers = {power for seat in held for power in seat.post.powers} | set(post.powers)
    if len(powers & {power.value for power in SEPARATED}) > 1:
        raise Unreadable(_("系统管理、安全保密管理、安全审计三员必须由不同的人担任。"))


def _open_phase(office: Office, on: date) -> Phase:
    return Phase.objects.create(
        office=office,
        name=office.name,
        short_name=office.short_name,
        network=office.network,
        parent=office.parent,
        valid_from=on,
    )


def _move_under(office: Office, parent: Office) -> None:
    if parent.path.startswith(office.path):
        raise Unreadable(_("不能把单位移到它自己的下级。"))
    old = office.path
    office.parent = parent
    for below in Office.objects.select_for_update().filter(path__startswith=old).order_by("pk"):
        below.path = f"{parent.path}{office.pk}/{below.path.removeprefix(old)}"
        below.save(update_fields=["path"])
