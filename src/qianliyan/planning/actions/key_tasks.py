"""Entering the year's key tasks and who is responsible; their progress as far as the office itself says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.actions.revising import revised
from qianliyan.planning.models import KeyTask, KeyTaskUnit
from qianliyan.planning.models.key_task import TaskRole
from qianliyan.planning.permissions import may_ask, may_plan
from qianliyan.planning.queries.units import units_below
from qianliyan.planning.states import COMPLETE, DROP, RESUME


@dataclass(frozen=True)
class TaskEntry:
    """One task as it stands in the breakdown."""

    title: str
    heading: str = ""
    due_on: date | None = None
    lead: tuple[Office, ...] = ()
    assist: tuple[Office, ...] = ()


@transaction.atomic
def enter(*, by: Seat, year: int, source: str, entry: TaskEntry) -> KeyTask:
    """Enter one task at the end of its year's list."""
    return enter_all(by=by, year=year, source=source, entries=[entry])[0]


@transaction.atomic
def enter_all(*, by: Seat, year: int, source: str, entries: Sequence[TaskEntry]) -> list[KeyTask]:
    """Enter a breakdown; a task that is there already in this year is refused by name."""
    if not may_plan(by):
        raise NotAllowed(_("录入重点任务"))
    _refuse_others(by.office_id, entries)
    _refuse_known(by.office, year, [entry.title for entry in entries])
    last = KeyTask.objects.filter(office=by.office, year=year).aggregate(last=Max("order"))["last"] or 0
    tasks = [
        _entered(by, entry, year=year, source=source, order=last + place) for place, entry in enumerate(entries, 1)
    ]
    for task in tasks:
        record("key_task.enter", task, by=by)
    return tasks


@transaction.atomic
def change(task: KeyTask, *, by: Seat, revision: int, source: str, entry: TaskEntry) -> KeyTask:
    """Change a task's words, deadline or responsible units."""
    fresh = locked(task)
    if not may_ask(by, fresh):
        raise NotAllowed(_("修改重点任务"))
    _refuse_others(fresh.office_id, [entry])
    fresh.revision = revised(fresh, revision, reverse("planning:edit_key_task", args=[fresh.uid]))
    if entry.title != fresh.title:
        _refuse_known(fresh.office, fresh.year, [entry.title])
    fresh.title, fresh.heading, fresh.due_on, fresh.source = entry.title, entry.heading, entry.due_on, source
    fresh.save(update_fields=["title", "heading", "due_on", "source", "revision"])
    fresh.units.all().delete()
    _make_responsible(fresh, _roles(entry))
    record("key_task.change", fresh, by=by)
    return fresh


def complete(task: KeyTask, *, by: Seat) -> KeyTask:
    """Say that the task is done."""
    return move(task, COMPLETE, by=by)


def resume(task: KeyTask, *, by: Seat) -> KeyTask:
    """Say that the task goes on after all."""
    return move(task, RESUME, by=by)


def drop(task: KeyTask, *, by: Seat, reason: str) -> KeyTask:
    """Take the task off the list of the year, with the reason; what was reported about it stays."""
    if not reason.strip():
        raise Unreadable(_("请写明取消任务的理由。"))
    return move(task, DROP, by=by, text=reason.strip()[:500])


def _entered(by: Seat, entry: TaskEntry, **fields: Any) -> KeyTask:
    task = KeyTask.objects.create(
        office=by.office,
        title=entry.title,
        heading=entry.heading,
        due_on=entry.due_on,
        created_at=clock.now(),
        **fields,
    )
    _make_responsible(task, _roles(entry))
    return task


def _roles(entry: TaskEntry) -> dict[int, TaskRole]:
    """Return each unit's role; one that leads does not also assist."""
    assisting = {office.pk: TaskRole.ASSIST for office in entry.assist}
    return assisting | {office.pk: TaskRole.LEAD for office in entry.lead}


def _make_responsible(task: KeyTask, roles: Mapping[int, TaskRole]) -> None:
    KeyTaskUnit.objects.bulk_create(KeyTaskUnit(task=task, office_id=pk, role=role) for pk, role in roles.items())


def _refuse_others(office_pk: int, entries: Iterable[TaskEntry]) -> None:
    wanted = {office.pk: office for entry in entries for office in (*entry.lead, *entry.assist)}
    below = units_below(office_pk).filter(pk__in=wanted).values_list("pk", flat=True)
    if others := wanted.keys() - set(below):
        names = "、".join(wanted[pk].short_name for pk in sorted(others))
        raise Unreadable(_("%(names)s不是本单位的下级单位，不能列为牵头或配合单位。") % {"names": names})


def _refuse_known(office: Office, year: int, titles: Iterable[str]) -> None:
    wanted = list(titles)
    known = KeyTask.objects.filter(office=office, year=year, title__in=wanted).values_list("title", flat=True)
    twice = [*known, *(title for place, title in enumerate(wanted) if title in wanted[:place])]
    if twice:
        raise Unreadable(_("%(year)d年已经有这项任务：%(title)s") % {"year": year, "title": "；".join(twice)})
