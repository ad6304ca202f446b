"""The matrix: progress and problems apart, who is silent, and for the section's eyes alone."""

from datetime import timedelta

from django.urls import reverse

from qianliyan.core import clock
from qianliyan.desk.actions import submissions
from qianliyan.planning.queries.key_tasks import tasks_of
from qianliyan.workbench.matrix import lines_of, units_in
from tests import thread
from tests.planning.test_pages import task_about


def lines(world, since=None):
    editor = world.seats["editor"]
    return lines_of(editor, list(tasks_of(editor, 2026)), since)


def test_progress_and_problems_are_counted_apart_and_the_silent_lead_is_marked(world):
    water = task_about(world, "农村供水")
    task_about(world, "秋粮收购", lead=(world.department,), assist=(world.county,))
    thread.submitted(world, key_task=water, kind="problem")
    thread.submitted(world, key_task=water, title="供水进展")

    first, second = lines(world)

    assert units_in(list(tasks_of(world.seats["editor"], 2026))) == [world.county, world.department]
    assert [(one.progress, one.problems, one.shade) for one in first.cells] == [(1, 1, "a"), (0, 0, "silent")]
    assert [one.shade for one in second.cells] == ["silent", "silent must"]
    assert (first.total, first.lead_silent, second.lead_silent) == (2, False, True)


def test_what_came_back_does_not_count_and_what_others_sent_counts_apart(world, editor):
    water = task_about(world, "农村供水", lead=(world.department,))
    returned = thread.submitted(world, key_task=water)
    thread.submitted(world, key_task=water, title="另一件")
    submissions.send_back(returned, by=editor, reason="请补充")

    (line,) = lines(world)

    assert (line.others, line.total) == (1, 1)


def test_a_span_looks_only_at_what_came_since(world):
    thread.submitted(world, key_task=task_about(world))

    (line,) = lines(world, clock.now() + timedelta(minutes=1))

    assert [one.shade for one in line.cells] == ["silent must", "silent"]


def test_units_never_see_it(world, sign_in, officer, editor):
    task_about(world)

    assert sign_in(officer).get(reverse("workbench:matrix")).status_code == 422
    assert "牵头" in sign_in(editor).get(reverse("workbench:matrix")).content.decode()
