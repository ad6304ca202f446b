from datetime import timedelta

import pytest
from django.urls import reverse

from qianliyan.core import clock
from qianliyan.desk.actions import submissions
from qianliyan.desk.actions.presence import attend, forget_absent
from qianliyan.desk.models import Presence
from qianliyan.history.models import Event
from tests.thread import submitted


def test_an_open_page_says_who_else_reads_and_who_edits(world, editor, colleague, chief, sign_in):
    submission = submitted(world)
    draft = submissions.take(submission, by=colleague)
    sign_in(colleague).post(reverse("desk:draft_presence", args=[draft.uid]), {"editing": "1"})
    sign_in(chief).post(reverse("desk:draft_presence", args=[draft.uid]))

    page = sign_in(editor).post(reverse("desk:draft_presence", args=[draft.uid])).content.decode()

    assert [words in page for words in ("苗编正在编辑", "何科正在看", "林编")] == [True, True, False]


def test_the_row_in_the_list_says_that_a_colleague_reads_it(world, editor, colleague, sign_in):
    submission = submitted(world)
    sign_in(colleague).post(reverse("desk:presence", args=[submission.uid]))

    seen = [sign_in(seat).get(reverse("desk:queue")).content.decode() for seat in (editor, colleague)]

    assert ["苗编正在看" in page for page in seen] == [True, False]


def test_a_minute_later_nobody_is_there_and_the_row_is_gone(world, editor, colleague, sign_in):
    submission = submitted(world)
    attend(submission.uid, by=colleague, editing=False)

    with clock.at(clock.now() + timedelta(seconds=61)):
        page = sign_in(editor).post(reverse("desk:presence", args=[submission.uid])).content.decode()
        removed = forget_absent()

    assert ("苗编" in page, removed, Presence.objects.count()) == (False, 1, 1)


def test_presence_leaves_no_trace_in_the_trail(world, editor):
    submission = submitted(world)
    before = Event.objects.count()

    attend(submission.uid, by=editor, editing=True)
    attend(submission.uid, by=editor, editing=True)

    assert (Event.objects.count(), Presence.objects.count()) == (before, 1)


@pytest.mark.parametrize("who", ["officer", "provincial_editor"])
def test_who_has_not_got_it_on_his_desk_learns_of_nobody(world, colleague, sign_in, who):
    submission = submitted(world)
    attend(submission.uid, by=colleague, editing=False)

    answer = sign_in(world.seats[who]).post(reverse("desk:presence", args=[submission.uid]))

    assert answer.status_code == 404
