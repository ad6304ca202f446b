"""One row open in two windows: the later save of the older state is refused, and the first stays."""

from datetime import date

import pytest
from django.urls import reverse

from qianliyan.core.errors import Stale, Unreadable
from qianliyan.planning.actions import commissions, key_points, key_tasks
from qianliyan.planning.actions.key_tasks import TaskEntry
from qianliyan.planning.models import Commission, KeyPoint, KeyTask
from tests.planning.steps import prepared

MONTH = {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30)}


def test_a_commission_keeps_what_was_saved_first(world, editor, colleague):
    commission = prepared(world)
    commissions.revise(commission, by=editor, revision=0, title="先改的")

    with pytest.raises(Stale):
        commissions.revise(commission, by=colleague, revision=0, title="后改的")

    assert [(one.title, one.revision) for one in Commission.objects.all()] == [("先改的", 1)]


def test_a_key_point_keeps_what_was_saved_first(world, editor, colleague):
    point = key_points.announce(by=editor, title="十一月要点", content="一、供水", **MONTH)
    key_points.revise(point, by=editor, revision=0, title="先改的", content="文", **MONTH)

    with pytest.raises(Stale):
        key_points.revise(point, by=colleague, revision=0, title="后改的", content="文", **MONTH)

    assert [(one.title, one.revision) for one in KeyPoint.objects.all()] == [("先改的", 1)]


def test_a_key_task_keeps_what_was_saved_first(world, editor, colleague):
    entry = TaskEntry("农村供水", lead=(world.county,))
    task = key_tasks.enter(by=editor, year=2026, source="分解表", entry=entry)
    key_tasks.change(task, by=editor, revision=0, source="先改的", entry=entry)

    with pytest.raises(Stale):
        key_tasks.change(task, by=colleague, revision=0, source="后改的", entry=entry)

    assert [(one.source, one.revision) for one in KeyTask.objects.all()] == [("先改的", 1)]


def test_the_page_sends_the_state_it_was_filled_in_from(world, editor, sign_in):
    commission, browser = prepared(world), sign_in(editor)
    address = reverse("planning:edit_commission", args=[commission.uid])
    form = browser.get(address).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed["due_at"] = typed["due_at"].strftime("%Y-%m-%dT%H:%M")

    first = browser.post(address, {**typed, "title": "先改的"})
    second = browser.post(address, {**typed, "title": "后改的"})

    assert (first.status_code, second.status_code) == (302, 422)
    assert "后改的" in second.content.decode()
    assert Commission.objects.get().title == "先改的"


def test_only_units_below_the_office_are_responsible_for_its_tasks(world, editor):
    entered = key_tasks.enter(by=editor, year=2026, source="表", entry=TaskEntry("供水", lead=(world.county,)))

    with pytest.raises(Unreadable, match="省政府办公厅不是本单位的下级单位"):
        key_tasks.enter(by=editor, year=2026, source="表", entry=TaskEntry("防汛", lead=(world.province,)))
    with pytest.raises(Unreadable, match="不能列为牵头或配合单位"):
        key_tasks.change(entered, by=editor, revision=0, source="表", entry=TaskEntry("供水", assist=(world.province,)))

    assert [(one.title, one.units.get().office) for one in KeyTask.objects.all()] == [("供水", world.county)]
