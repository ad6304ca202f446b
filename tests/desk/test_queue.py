from datetime import UTC, datetime, timedelta

import pytest

from qianliyan.core import clock
from qianliyan.desk import paging
from qianliyan.desk.actions import submissions
from qianliyan.desk.queries import QUEUE_ORDER, arrived, draft_counts, drafts, queue, queue_counts
from tests.desk.recorded import recorded
from tests.planning.steps import issued
from tests.thread import ready_draft, submitted, taken

MORNING = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def sent_at(world, minutes, **fields):
    with clock.at(MORNING + timedelta(minutes=minutes)):
        return submitted(world, **fields)


def test_what_is_urgent_comes_first_then_the_newest(world, editor):
    early = sent_at(world, 0)
    urgent = sent_at(world, 5, urgency="urgent")
    late = sent_at(world, 10)

    assert list(queue(editor)) == [urgent, late, early]


def test_the_tabs_hold_what_they_say(world, editor):
    waiting = sent_at(world, 0, kind="problem")
    signed = submissions.sign_for(sent_at(world, 1, kind="warning", urgency="extra"), by=editor)
    reserved = submissions.reserve(sent_at(world, 2, kind="problem"), by=editor)
    declined = submissions.decline(sent_at(world, 3), by=editor, reason="时效已过")

    found = {tab: set(queue(editor, tab)) for tab in ("", "urgent", "problem", "warning", "reserved", "done")}

    assert found == {
        "": {waiting, signed},
        "urgent": {signed},
        "problem": {waiting},
        "warning": {signed},
        "reserved": {reserved},
        "done": {declined},
    }


def test_what_answers_our_commissions_has_a_tab_of_its_own(world, editor):
    sent_at(world, 0)
    answer = recorded(world, commission=issued(world))

    assert [list(queue(editor, "commissioned")), queue_counts(editor).tabs["commissioned"]] == [[answer], 1]


def test_all_tabs_are_counted_by_one_query(world, editor, django_assert_num_queries):
    sent_at(world, 0, kind="problem")
    sent_at(world, 1, kind="warning", urgency="urgent")
    submissions.reserve(sent_at(world, 2), by=editor)
    submissions.decline(sent_at(world, 3), by=editor, reason="时效已过")

    with django_assert_num_queries(1):
        counts = queue_counts(editor).tabs

    assert counts == {
        "": 2,
        "urgent": 1,
        "commissioned": 0,
        "implementation": 0,
        "experience": 0,
        "warning": 1,
        "problem": 1,
        "ordinary": 0,
        "reserved": 1,
    }


def test_only_the_receiving_office_has_it_on_its_desk(world, editor, provincial_editor, officer, neighbour):
    submission = submitted(world)

    assert {who: list(arrived(who)) for who in (editor, provincial_editor, officer, neighbour)} == {
        editor: [submission],
        provincial_editor: [],
        officer: [],
        neighbour: [],
    }


@pytest.mark.parametrize("size", [2, 3])
def test_pages_follow_one_another_without_gap_and_back(world, editor, size):
    for minute in range(5):
        sent_at(world, minute)
    everything = list(queue(editor))
    rows, cursor = [], ""

    while True:
        page = paging.window(queue(editor), QUEUE_ORDER, cursor, size)
        rows.extend(page.rows)
        if not page.older:
            break
        cursor = page.older
    back = paging.window(queue(editor), QUEUE_ORDER, page.newer, size)

    assert rows == everything
    assert back.rows == everything[-len(page.rows) - size : -len(page.rows)]


@pytest.mark.parametrize("cursor", ["", "o~x~y~z", "o~1", "q~1~2~3", "o~1~2026-11-22~9~9"])
def test_a_cursor_that_means_nothing_shows_the_first_page(world, editor, cursor):
    submission = submitted(world)

    assert paging.window(queue(editor), QUEUE_ORDER, cursor).rows == [submission]


def test_drafts_are_listed_and_counted_by_state(world, editor, provincial_editor):
    editing, ready = taken(world), ready_draft(world)

    assert list(drafts(editor)) == [ready, editing]
    assert list(drafts(editor, "ready")) == [ready]
    assert draft_counts(editor) == {"editing": 1, "ready": 1, "placed": 0}
    assert draft_counts(provincial_editor) == {"editing": 0, "ready": 0, "placed": 0}
