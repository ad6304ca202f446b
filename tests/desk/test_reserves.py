from datetime import timedelta

from qianliyan.core import clock
from qianliyan.desk.actions import submissions
from qianliyan.desk.actions.reserves import bring_back_expired
from qianliyan.history.models import Event
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.notices.models import Notice
from tests.thread import submitted


def reserved(world, editor):
    return submissions.reserve(submitted(world), by=editor, reason="等全市数据")


def test_what_has_lain_in_reserve_long_enough_comes_back_and_its_editor_is_told(world, editor, sign_in):
    submission = reserved(world, editor)
    Notice.objects.all().delete()

    with clock.at(clock.now() + timedelta(days=31)):
        assert bring_back_expired() == 1
        page = sign_in(editor).get("/desk/").content.decode()

    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.SIGNED_FOR
    assert list(Notice.objects.values_list("person__name", "kind")) == [("林编", "to_do")]
    assert Event.objects.get(verb="submission.expire").actor == "系统"
    assert ["备用到期" in page, "等全市数据" in page] == [True, True]


def test_until_its_last_day_it_stays(world, editor):
    reserved(world, editor)

    with clock.at(clock.now() + timedelta(days=30)):
        assert bring_back_expired() == 0
    assert bring_back_expired() == 0


def test_what_was_reserved_once_more_has_its_new_time(world, editor):
    submission = reserved(world, editor)
    with clock.at(clock.now() + timedelta(days=31)):
        bring_back_expired()
        submissions.reserve(submission, by=editor)

        assert bring_back_expired() == 0

    with clock.at(clock.now() + timedelta(days=62)):
        assert bring_back_expired() == 1


def test_what_was_taken_meanwhile_is_left_alone(world, editor):
    first, second = reserved(world, editor), reserved(world, editor)
    submissions.take(first, by=editor)

    with clock.at(clock.now() + timedelta(days=31)):
        assert bring_back_expired() == 1

    assert {one.pk: one.state for one in Submission.objects.all()} == {first.pk: "taken", second.pk: "signed_for"}
