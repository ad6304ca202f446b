"""A unit answers: it signs for a commission, writes an item for it, or has nothing to report."""

from datetime import timedelta

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import submissions
from qianliyan.items.actions import purposes, sending, writing
from qianliyan.items.models import Item
from qianliyan.planning.actions import answers, commissions, contacts, key_tasks
from qianliyan.planning.actions.key_tasks import TaskEntry
from qianliyan.planning.models import Contact
from qianliyan.planning.queries.commissions import open_for
from tests import thread
from tests.planning.steps import issued, prepared, row_of


def test_signing_for_it_is_the_units_own_business(world, officer, neighbour):
    commission = issued(world)

    with pytest.raises(NotAllowed):
        answers.sign_for(row_of(commission, world.county), by=neighbour)
    signed = answers.sign_for(row_of(commission, world.county), by=officer)

    assert (signed.state, signed.signed_for_at is None) == ("signed_for", False)


def test_whoever_begins_to_write_for_it_has_signed_for_it_and_starts_with_what_it_asks(world, officer):
    commission = issued(world, kind="problem", form="special")

    item = writing.start(by=officer, commission=commission)

    assert (item.commission, item.kind, item.form) == (commission, "problem", "special")
    assert row_of(commission, world.county).state == "signed_for"


def test_sending_the_item_answers_the_commission(world, officer):
    commission = issued(world)

    submission = thread.submitted(world, commission=commission)

    assert submission.commission == commission
    assert row_of(commission, world.county).state == "answered"
    assert row_of(commission, world.department).state == "pending"
    assert list(open_for(officer)) == []


def test_what_comes_back_leaves_the_commission_open_again(world, editor):
    commission = issued(world)
    submission = thread.submitted(world, commission=commission)

    submissions.send_back(submission, by=editor, reason="数据前后不一致，请核对")

    row = row_of(commission, world.county)
    assert (row.state, row.answered_at) == ("signed_for", None)


def test_a_second_answer_keeps_the_commission_answered_when_the_first_is_withdrawn(world, signatory):
    commission = issued(world)
    first = thread.submitted(world, commission=commission)
    thread.submitted(world, commission=commission, title="第二件")

    sending.withdraw(first, by=signatory, reason="另报")

    assert row_of(commission, world.county).state == "answered"


def test_nothing_to_report_can_still_become_something(world, officer):
    commission = issued(world)
    row = answers.report_nothing(row_of(commission, world.county), by=officer, remark="辖区无此类设施")
    assert (row.state, row.remark) == ("nothing", "辖区无此类设施")

    thread.submitted(world, commission=commission)

    assert row_of(commission, world.county).state == "answered"


def test_the_section_records_what_it_heard_by_telephone_and_says_from_whom(world, editor):
    commission = issued(world)
    row = row_of(commission, world.department)

    with pytest.raises(Unreadable):
        answers.record_nothing(row, by=editor, remark="")
    recorded = answers.record_nothing(row, by=editor, remark="田青电话答复")

    assert (recorded.state, recorded.remark) == ("nothing", "田青电话答复")


def test_a_closed_commission_is_not_answered_by_a_word_but_by_an_item(world, officer, editor):
    commission = issued(world)
    item = thread.signed_item(world, commission=commission)
    commissions.close(commission, by=editor)

    with pytest.raises(WrongState):
        answers.report_nothing(row_of(commission, world.department), by=world.seats["outsider"])
    sending.submit(item, by=officer, receiver=world.city)

    assert row_of(commission, world.county).state == "answered"


def test_an_item_cannot_be_for_a_commission_that_was_not_given_to_the_unit(world, officer):
    commission = issued(world, units=[world.department])

    with pytest.raises(Unreadable):
        writing.start(by=officer, commission=commission)

    assert Item.objects.count() == 0


def test_what_it_is_for_can_be_chosen_after_signing_and_does_not_void_the_signature(world, officer, editor):
    commission = issued(world)
    task = key_tasks.enter(by=editor, year=2026, source="分解表", entry=TaskEntry("农村供水", lead=(world.county,)))
    item = purposes.serve(thread.signed_item(world), by=officer, commission=commission, key_task=task)

    submission = sending.submit(item, by=officer, receiver=world.city)

    assert (submission.commission, submission.key_task) == (commission, task)


def test_after_sending_it_is_too_late_to_choose(world, officer):
    submission = thread.submitted(world)

    with pytest.raises(WrongState):
        purposes.serve(submission.item, by=officer, commission=issued(world), key_task=None)


def test_the_leaders_of_a_unit_do_not_choose_for_the_writer(world, reviewer):
    item = thread.handed_over(world)

    with pytest.raises(NotAllowed):
        purposes.serve(item, by=reviewer, commission=None, key_task=None)


def test_a_unit_is_reminded_until_it_has_answered(world, editor):
    commission = issued(world)
    row = row_of(commission, world.county)
    contacts.remind(row, by=editor, said="请今天下班前报")
    thread.submitted(world, commission=commission)

    with pytest.raises(WrongState):
        contacts.remind(row, by=editor)

    assert [(one.kind, one.said) for one in Contact.objects.all()] == [("reminder", "请今天下班前报")]


def test_reminding_all_reminds_those_who_are_silent(world, officer, editor):
    commission = issued(world)
    answers.report_nothing(row_of(commission, world.county), by=officer)

    count = contacts.remind_all(list(commission.addressees.all()), by=editor)

    assert (count, {one.addressee.office for one in Contact.objects.all()}) == (
        2,
        {world.neighbour_county, world.department},
    )


def test_more_time_is_for_one_unit_and_only_later(world, editor):
    commission = issued(world)
    row = row_of(commission, world.county)
    later = commission.due_at + timedelta(days=2)

    with pytest.raises(Unreadable):
        contacts.extend(row, by=editor, due_at=commission.due_at - timedelta(days=1), reason="核实数据")
    contacts.extend(row, by=editor, due_at=later, reason="核实数据")

    assert (row_of(commission, world.county).due_at, row_of(commission, world.department).due_at) == (
        later,
        commission.due_at,
    )
    with clock.at(commission.due_at + timedelta(hours=1)):
        assert not row_of(commission, world.county).suspected_late
        assert row_of(commission, world.department).suspected_late


def test_a_telephone_call_is_entered_with_whom_and_what(world, editor, officer):
    row = row_of(issued(world), world.county)

    with pytest.raises(NotAllowed):
        contacts.note_call(row, by=officer, spoken_to="石小禾", said="今天报")
    contact = contacts.note_call(row, by=editor, spoken_to="石小禾", said="正在核数，今天下午报")

    assert (contact.kind, contact.spoken_to, contact.said) == ("call", "石小禾", "正在核数，今天下午报")


def test_before_it_is_sent_there_is_nothing_to_remind_of(world, editor):
    with pytest.raises(WrongState):
        contacts.remind(row_of(prepared(world), world.county), by=editor)


def test_a_commission_of_the_city_is_none_of_the_provinces_business(world, officer):
    commission = issued(world)
    item = thread.signed_item(world, commission=commission)
    world.county.parent = world.province
    world.county.save()

    submission = sending.submit(Item.objects.get(pk=item.pk), by=officer, receiver=world.province)

    assert submission.commission is None
