"""An office asks its units: who hears of it and when, who may, and what is shown before it is sent."""

from datetime import timedelta

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.notices.models import Notice
from qianliyan.offices.audiences import may_see
from qianliyan.planning.actions import commissions
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.queries.burden import burdens_of, overlapping
from qianliyan.planning.queries.commissions import open_for, overdue
from tests.planning.steps import issued, prepared, row_of


def test_nobody_hears_of_a_commission_before_it_is_sent(world, officer, editor):
    commission = prepared(world)

    assert may_see(editor, commission)
    assert not may_see(officer, commission)
    assert Notice.objects.count() == 0


def test_the_units_asked_get_it_with_a_notice_and_nobody_else(world, officer, outsider, editor):
    commission = issued(world, units=[world.county])

    assert commission.state == "issued"
    assert may_see(officer, commission)
    assert not may_see(outsider, commission)
    assert [row.commission for row in open_for(officer)] == [commission]
    assert [(n.person, n.kind) for n in Notice.objects.all()] == [(officer.person, "to_do")]


def test_a_commission_without_units_or_with_a_past_deadline_is_not_sent(world, editor):
    commission = prepared(world, units=[], due_at=clock.now() - timedelta(hours=1))

    with pytest.raises(NotReady) as refusal:
        commissions.issue(commission, by=editor)

    assert [one.text for one in refusal.value.missing] == ["没有选被约单位", "报送期限已经过了"]


def test_only_units_below_the_office_can_be_asked(world):
    with pytest.raises(Unreadable):
        prepared(world, units=[world.province])

    assert Commission.objects.count() == 0


def test_an_officer_of_a_unit_asks_nobody(world, officer):
    with pytest.raises(NotAllowed):
        commissions.prepare(by=officer, title="题", content="文")


def test_what_was_sent_is_not_changed_any_more(world, editor):
    commission = issued(world)

    with pytest.raises(WrongState):
        commissions.revise(commission, by=editor, revision=0, title="另一个题目")


def test_another_choice_of_units_replaces_the_first(world, editor):
    commission = commissions.revise(prepared(world), by=editor, revision=0, units=[world.department])

    assert [row.office for row in commission.addressees.all()] == [world.department]


def test_a_cancelled_commission_asks_nobody_and_says_why(world, editor, officer):
    commission = commissions.cancel(issued(world), by=editor, reason="省里已统一布置")

    assert list(open_for(officer)) == []
    assert (commission.state, commission.end_reason) == ("cancelled", "省里已统一布置")
    assert may_see(officer, commission)


def test_cancelling_needs_a_reason(world, editor):
    with pytest.raises(Unreadable):
        commissions.cancel(issued(world), by=editor, reason="  ")


def test_a_follow_up_asks_the_same_units_and_names_what_it_follows(world, editor):
    first = commissions.close(issued(world, units=[world.county]), by=editor)

    second = commissions.follow_up(first, by=editor)

    assert (second.follows, second.title) == (first, f"{first.title}（跟踪）")
    assert [row.office for row in second.addressees.all()] == [world.county]
    assert second.state == "preparing"


def test_the_burden_of_a_unit_counts_what_it_has_not_answered(world):
    first = issued(world)
    second = prepared(world, title="请报送秋粮收购进度", content="截至本周的收购量和价格。")

    burdens = burdens_of([world.county, world.department], world.city.pk, without=second.pk)

    assert [(one.office, [row.commission for row in one.own], one.count) for one in burdens] == [
        (world.county, [first], 1),
        (world.department, [first], 1),
    ]
    assert overlapping(second, burdens) == []


def test_a_commission_that_asks_for_the_same_is_shown_before_it_is_sent(world):
    first = issued(world)
    second = prepared(world, title="农村供水冬季保障情况怎样")

    assert overlapping(second, burdens_of([world.county], world.city.pk, without=second.pk)) == [first]


def test_only_the_clock_says_that_a_unit_is_late(world, editor):
    commission = issued(world, units=[world.county, world.department])
    assert list(overdue(editor)) == []

    with clock.at(commission.due_at + timedelta(minutes=1)):
        late = list(overdue(editor))
        row = row_of(commission, world.county)

        assert late == [commission]
        assert (row.suspected_late, row.state) == (True, "pending")
    assert Addressee.objects.filter(state="pending").count() == 2
