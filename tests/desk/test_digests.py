from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from qianliyan.core import clock
from qianliyan.desk.actions import submissions
from qianliyan.desk.actions.digests import make_due
from qianliyan.desk.models import Digest
from qianliyan.notices.models import Notice
from tests.desk.recorded import given, recorded
from tests.thread import submitted

# 2026-10-01 to 08 is the national holiday.
HOLIDAY = datetime(2026, 10, 2, 2, tzinfo=UTC)
FIRST_WORKING_DAY = datetime(2026, 10, 8, 2, tzinfo=UTC)
SEPTEMBER = datetime(2026, 9, 20, 2, tzinfo=UTC)


@pytest.fixture
def declined(world, editor):
    with clock.at(SEPTEMBER):
        for title, reason in (("甲", "时效已过"), ("乙", "内容较一般，参考价值不大")):
            submissions.decline(submitted(world, title=title), by=editor, reason=reason)


def test_on_the_first_working_day_each_unit_is_told_once_what_was_not_adopted(world, declined):
    Notice.objects.all().delete()
    made = []
    for moment in (HOLIDAY, FIRST_WORKING_DAY, FIRST_WORKING_DAY):
        with clock.at(moment):
            made.append(make_due())

    assert made == [0, 1, 0]
    digest = Digest.objects.get()
    assert (digest.receiver, digest.sender, digest.month, digest.count) == (
        world.city,
        world.county,
        date(2026, 9, 1),
        2,
    )
    assert list(Notice.objects.values_list("person__name", "url")) == [
        ("石小禾", reverse("desk:digest", args=[digest.uid]))
    ]


def test_the_unit_reads_titles_and_reasons_and_others_do_not(world, declined, officer, editor, neighbour, sign_in):
    with clock.at(FIRST_WORKING_DAY):
        make_due()
        address = reverse("desk:digest", args=[Digest.objects.get().uid])
        page = sign_in(officer).get(address).content.decode()

        assert [words in page for words in ("2026年9月未采用的信息", "甲", "时效已过", "乙")] == [True] * 4
        assert "/items/" in page
        assert "/submissions/" in sign_in(editor).get(address).content.decode()
        assert sign_in(neighbour).get(address).status_code == 404
        assert "2件" in sign_in(officer).get(reverse("desk:digests")).content.decode()
        assert "还没有反馈" in sign_in(neighbour).get(reverse("desk:digests")).content.decode()


def test_a_month_without_a_decision_tells_nobody_anything(world, editor):
    recorded(world, received_at=given().received_at)

    assert make_due() == 0
