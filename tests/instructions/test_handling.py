"""Registered, proposed, decided, forwarded, reported, closed; and each refusal beside it."""

from datetime import timedelta

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.history.models import Event
from qianliyan.instructions.actions import following, forwarding, proposing, reading, registering, reporting, telling
from qianliyan.instructions.actions.registering import Leader, Proof
from qianliyan.instructions.models import Forwarding, Instruction
from qianliyan.notices.models import Notice
from tests import thread
from tests.instructions.steps import (
    WORDS,
    decided,
    forwarded,
    from_above,
    given,
    line,
    photo,
    presented,
    proposed,
    registered,
    strokes,
)


def fresh(instruction):
    return Instruction.objects.get(pk=instruction.pk)


def test_numbers_run_through_the_year_without_gaps(world, secretary):
    submission = thread.submitted(world)
    made = [from_above(world, submission) for _time in range(3)]

    assert [one.number_text for one in made] == [f"〔{clock.today().year}〕第{n}号" for n in (1, 2, 3)]


def test_strokes_need_a_transcript_before_they_are_registered(world, mayor, secretary):
    instruction = reading.instruct(line(presented(world), mayor), by=mayor, strokes=strokes())
    with pytest.raises(NotReady, match="文字稿"):
        registering.register(instruction, by=secretary)

    done = registering.register(instruction, by=secretary, text="请农业农村局研究。")

    assert (done.state, done.text, done.checked_by) == ("registered", "请农业农村局研究。", secretary.label)


def test_what_a_leader_typed_is_not_rewritten_by_registering(world, secretary):
    done = registering.register(given(world), by=secretary, text="别的话", principal=False)

    assert (done.text, done.principal) == (WORDS, False)


def test_an_instruction_from_above_needs_its_proof(world, secretary):
    submission = thread.submitted(world)
    with pytest.raises(NotReady, match="扫描件或写明依据"):
        from_above(world, submission, scan=None)
    with pytest.raises(NotReady, match="不能晚于今天"):
        from_above(world, submission, on=clock.today() + timedelta(days=1))

    assert from_above(world, submission, scan=photo(secretary)).level == "province"


def test_somebody_outside_the_section_records_nothing(world, officer, editor, secretary_general):
    submission = thread.submitted(world)
    for somebody in (officer, editor, secretary_general):
        with pytest.raises(NotAllowed):
            registering.record(
                submission,
                by=somebody,
                leader=Leader("赵宁", "副市长", "city"),
                text=WORDS,
                given_on=clock.today(),
                proof=Proof(),
            )


def test_what_the_leader_wrote_himself_cannot_be_voided_a_wrong_record_can(world, secretary):
    with pytest.raises(NotAllowed):
        registering.void(registered(world), by=secretary, words="登错")

    wrong = from_above(world, thread.submitted(world, title="另一件"))
    assert registering.void(wrong, by=secretary, words="登错").state == "void"


def test_nobody_decides_what_he_proposed(world, chief, secretary_general):
    instruction = proposed(world)
    chief.post.powers = [*chief.post.powers, "sign_issue"]
    chief.post.save()
    with pytest.raises(NotAllowed):
        proposing.decide(instruction, by=chief)

    done = proposing.decide(instruction, by=secretary_general, remark="同意，抓紧办。")

    proposal = done.proposals.get()
    assert (done.state, proposal.verdict, proposal.remark) == ("decided", "approved", "同意，抓紧办。")


def test_a_returned_proposal_is_proposed_again_and_both_stay(world, chief, secretary_general):
    instruction = proposed(world)
    with pytest.raises(Unreadable, match="理由"):
        proposing.return_proposal(instruction, by=secretary_general, words=" ")
    proposing.return_proposal(instruction, by=secretary_general, words="请加上青石县。")
    proposing.propose(fresh(instruction), by=chief, text="拟转农业农村局、青石县。")

    assert [one.verdict for one in instruction.proposals.all()] == ["open", "returned"]


def test_the_leader_in_charge_decides_what_is_put_before_him_and_gets_no_notice(world, vice_mayor, mayor, chief):
    instruction = proposed(world, decider=vice_mayor)
    with pytest.raises(NotAllowed):
        proposing.decide(instruction, by=mayor)

    assert proposing.decide(instruction, by=vice_mayor).state == "decided"
    assert list(Notice.objects.filter(person__in=[vice_mayor.person, mayor.person])) == []


def test_a_decision_on_paper_is_recorded_with_its_sheet(world, secretary):
    instruction = proposed(world)
    with pytest.raises(Unreadable, match="照片"):
        proposing.record_decision(instruction, by=secretary, who="王岚")

    done = proposing.record_decision(instruction, by=secretary, who="王岚", sheet=photo(secretary))

    assert (done.state, done.proposals.get().decided_by) == ("decided", "王岚")


def test_each_unit_signs_and_reports_and_with_the_last_report_the_section_hears(world, outsider, officer, chief):
    instruction = forwarded(world, world.department, world.county)
    lead, second = Forwarding.objects.filter(instruction=instruction)
    assert (lead.office, lead.lead, second.office, second.lead) == (world.department, True, world.county, False)
    with pytest.raises(NotAllowed):
        reporting.sign_for(lead, by=officer)

    reporting.sign_for(lead, by=outsider)
    reporting.report(lead, by=outsider, text="已制定运维办法。")
    assert fresh(instruction).state == "forwarded"
    reporting.report(second, by=officer, text="已落实经费。")

    assert fresh(instruction).state == "reported"
    assert [one.text for one in instruction.reports.order_by("pk")] == ["已制定运维办法。", "已落实经费。"]


def test_more_time_is_asked_once_and_granted_or_not(world, outsider, chief):
    row = Forwarding.objects.get(instruction=forwarded(world))
    until = row.due_on + timedelta(days=7)
    with pytest.raises(Unreadable, match="晚于原定时限"):
        reporting.ask_extension(row, by=outsider, until=row.due_on, reason="涉及面广")
    asked = reporting.ask_extension(row, by=outsider, until=until, reason="涉及面广")
    with pytest.raises(Unreadable, match="已经申请延期"):
        reporting.ask_extension(row, by=outsider, until=until, reason="涉及面广")
    with pytest.raises(NotAllowed):
        following.grant(asked, by=outsider)

    following.grant(asked, by=chief)

    assert Forwarding.objects.get(pk=row.pk).due_on == until
    with pytest.raises(WrongState):
        following.refuse(asked, by=chief, remark="不行")


def test_units_are_reminded_and_a_passed_day_only_seems_late(world, outsider, chief):
    row = Forwarding.objects.get(instruction=forwarded(world))
    following.remind(row, by=chief)
    following.note_call(row, by=chief, note="李科长答复本周内报")

    assert [one.by_phone for one in row.reminders.order_by("pk")] == [False, True]
    assert (row.seems_late(row.due_on), row.seems_late(row.due_on + timedelta(days=1))) == (False, True)
    assert fresh(row.instruction).state == "forwarded"


def test_more_is_wanted_from_one_unit_and_the_wrong_unit_is_let_go(world, outsider, officer, chief):
    instruction = forwarded(world, world.department, world.county)
    lead, second = Forwarding.objects.filter(instruction=instruction)
    reporting.report(lead, by=outsider, text="正在办。")
    forwarding.recall(second, by=chief, words="不涉及该县")
    assert fresh(instruction).state == "reported"

    following.ask_again(Forwarding.objects.get(pk=lead.pk), by=chief, words="请写明完成时间")
    assert fresh(instruction).state == "forwarded"
    with pytest.raises(Unreadable, match="至少保留一个"):
        forwarding.recall(Forwarding.objects.get(pk=lead.pk), by=chief, words="转错")
    reporting.report(Forwarding.objects.get(pk=lead.pk), by=outsider, text="12月底完成。")

    assert fresh(instruction).state == "reported"


def test_supervision_takes_its_number_and_gives_its_result(world, chief):
    instruction = decided(world)
    with pytest.raises(Unreadable, match="督查编号"):
        forwarding.supervise(instruction, by=chief, number=" ")
    forwarding.supervise(instruction, by=chief, number="云督〔2026〕31号")
    forwarding.take_result(instruction, by=chief, text="已整改到位。")

    assert (fresh(instruction).state, fresh(instruction).supervision_number) == ("reported", "云督〔2026〕31号")


def test_it_is_closed_only_when_somebody_decided_what_the_sources_are_told(world, outsider, chief):
    instruction = forwarded(world)
    reporting.report(Forwarding.objects.get(), by=outsider, text="已办。")
    with pytest.raises(NotReady, match="告知来源"):
        forwarding.close(instruction, by=chief, outcome="已出台办法。")
    telling.tell_sources(instruction, by=chief, depth="nothing")

    done = forwarding.close(instruction, by=chief, outcome="已出台办法。")

    assert (done.state, done.closed_on, done.outcome) == ("closed", clock.today(), "已出台办法。")


def test_what_asks_for_nothing_is_filed_away_with_a_reason(world, chief):
    done = proposing.file_away(registered(world), by=chief, words="领导表示肯定，无需办理")

    assert (done.state, done.outcome) == ("closed", "领导表示肯定，无需办理")
    assert Event.objects.filter(verb="instruction.file_away").count() == 1
