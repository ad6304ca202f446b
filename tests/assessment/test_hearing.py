"""Claims and faults: nothing counts before it was decided, and no fault before the unit was heard."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import hearing
from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.models import Claim, Determination
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.projection import project
from qianliyan.assessment.suspected import suspicions
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.notices.models import Notice
from qianliyan.workbench.today.jobs import jobs_for
from tests.assessment.steps import page_of, this_year
from tests.planning import steps as planning
from tests.workbench.test_today import counts_for

PAPER = Paper("《省报》2版")


def claimed(officer, on=None):
    return hearing.claim("省报刊发经验", on=on or clock.today(), asked=Decimal(5), paper=PAPER, by=officer)


def opened(world, judge):
    known = {"matter": "山体滑坡", "happened_on": clock.today(), "known": "省里先知道"}
    return hearing.open_matter(world.county, Fault.LATE, by=judge, **known)


def facts(world):
    return [(one["fact"], one.get("value"), one["offices"]) for one in project(world.city, this_year())]


def test_a_granted_claim_counts_with_what_was_granted(world, judge, officer, editor):
    made = claimed(officer)
    assert facts(world) == []
    with pytest.raises(NotAllowed):
        hearing.accept(made, granted=Decimal(3), decision="", by=editor)

    hearing.accept(made, granted=Decimal("3.50"), decision="按转载计", by=judge)

    assert facts(world) == [("claim", Decimal("3.5"), [{"office": "青石县政府办"}])]
    with pytest.raises(WrongState):
        hearing.withdraw(made, by=officer)


def test_a_claim_beyond_what_the_rules_take_is_refused_before_it_stops_every_calculation(world, judge, officer):
    made = claimed(officer)

    with pytest.raises(Unreadable, match="规定录入值为0至40"):
        hearing.accept(made, granted=Decimal(9999), decision="", by=judge)

    assert made.state == "open"


def test_what_units_asked_waits_for_the_assessor_and_what_they_may_say_for_the_unit(world, judge, officer):
    claimed(officer)
    matter = opened(world, judge)

    assert [one.what for one in jobs_for(judge, counts_for(judge))] == ["1件申报待审定"]
    assert [(one.what, one.label) for one in jobs_for(officer, counts_for(officer))] == [(str(matter), "去说明")]
    hearing.state(matter, statement="已按时报送", by=officer)
    assert [one.what for one in jobs_for(judge, counts_for(judge))] == ["1件申报待审定", "1件认定已有情况说明"]
    assert jobs_for(officer, counts_for(officer)) == []


def test_a_declined_claim_has_its_reason_and_does_not_count(world, judge, officer):
    made = claimed(officer)
    with pytest.raises(Unreadable, match="理由"):
        hearing.decline(made, decision=" ", by=judge)

    assert hearing.decline(made, decision="没有依据", by=judge).decision == "没有依据"
    assert facts(world) == []


def test_after_the_cut_off_day_nothing_is_claimed(world, officer):
    with clock.at(clock.now().replace(year=2026, month=3, day=10, hour=1)):
        assert claimed(officer, on=date(2026, 2, 1)).state == "open"
    with (
        clock.at(clock.now().replace(year=2026, month=3, day=11, hour=1)),
        pytest.raises(Unreadable, match="2026-03-10"),
    ):
        claimed(officer, on=date(2026, 2, 1))
    with (
        clock.at(clock.now().replace(year=2026, month=1, day=11, hour=1)),
        pytest.raises(Unreadable, match="2026-01-10"),
    ):
        claimed(officer, on=date(2025, 12, 1))


def test_a_fault_counts_only_when_it_is_determined_after_the_unit_was_heard(world, judge, officer, neighbour):
    matter = opened(world, judge)
    assert Notice.objects.filter(person=officer.person).exists()
    with pytest.raises(NotReady, match="还没有说明"):
        hearing.determine(matter, decision="属实", basis="认定〔2026〕1号", by=judge)
    with pytest.raises(NotAllowed):
        hearing.state(matter, statement="代为说明", by=neighbour)
    assert facts(world) == []

    hearing.state(matter, statement="当时通信中断", by=officer)
    hearing.determine(matter, decision="属实", basis="认定〔2026〕1号", by=judge)

    assert facts(world) == [("late", None, [{"office": "青石县政府办"}])]


def test_silence_does_not_stop_a_determination_for_ever(world, judge):
    matter = opened(world, judge)

    with clock.at(clock.now() + timedelta(days=20)):
        assert hearing.determine(matter, decision="属实", basis="", by=judge).state == "determined"


def test_what_is_dropped_never_counts(world, judge):
    dropped = hearing.drop(opened(world, judge), decision="系省里误报", by=judge)

    assert (dropped.state, facts(world)) == ("dropped", [])


def test_a_matter_is_opened_by_the_assessors_about_their_own_units(world, judge, editor):
    with pytest.raises(NotAllowed):
        opened(world, editor)
    with pytest.raises(NotAllowed):
        hearing.open_matter(world.province, Fault.LATE, matter="事", happened_on=clock.today(), known="", by=judge)


def test_a_claim_goes_through_the_pages(world, judge, officer, neighbour, sign_in):
    browser, page = sign_in(officer), reverse("assessment:new_claim")
    given = {"title": "省报刊发经验", "on": f"{clock.today()}", "asked": "5", "evidence": "《省报》2版"}
    wrong = browser.post(page, {**given, "asked": "五", "evidence": ""})
    browser.post(page, given)
    claim = Claim.objects.get()
    decision = reverse("assessment:claim_decision", args=[claim.uid, "acceptance"])

    assert (wrong.status_code, "2处要改" in page_of(wrong)) == (422, True)
    assert sign_in(neighbour).get(reverse("assessment:claim", args=[claim.uid])).status_code == 404
    assert sign_in(judge).post(decision, {"granted": "三", "words": ""}).status_code == 422
    sign_in(judge).post(decision, {"granted": "3", "words": "按转载计"})
    assert "核准3.00分" in page_of(browser.get(reverse("assessment:claims")))


def test_a_determination_goes_through_the_pages(world, judge, officer, neighbour, sign_in):
    given = {"unit": world.county.pk, "fault": "late", "matter": "山体滑坡", "known": "省里先知道"}
    given |= {"happened_on": f"{clock.today()}"}
    assert sign_in(judge).post(reverse("assessment:new_matter"), {**given, "unit": ""}).status_code == 422
    sign_in(judge).post(reverse("assessment:new_matter"), given)
    matter = Determination.objects.get()
    page = reverse("assessment:matter", args=[matter.uid])

    assert "疑似迟报" in page_of(sign_in(officer).get(page))
    assert sign_in(neighbour).get(page).status_code == 404
    sign_in(officer).post(reverse("assessment:matter_step", args=[matter.uid, "statement"]), {"words": "通信中断"})
    sign_in(judge).post(reverse("assessment:matter_step", args=[matter.uid, "decision"]), {"words": "属实"})
    assert "已认定" in page_of(sign_in(officer).get(reverse("assessment:matters")))


def test_what_passed_its_day_leads_to_a_matter_and_is_nobody_s_fault_before(world, judge, officer, chief, sign_in):
    asked = planning.issued(world)
    row = planning.row_of(asked, world.county)
    type(row).objects.filter(pk=row.pk).update(due_at=clock.now() - timedelta(days=2))
    browser, page = sign_in(judge), reverse("assessment:matters")

    (one,) = suspicions(world.city)
    shown = page_of(browser.get(page))

    assert (one.name, one.fault) == ("青石县政府办", Fault.COMMISSION_MISSED)
    assert ("疑似迟报" in shown, one.what in shown, one.what in page_of(sign_in(officer).get(page))) == (
        True,
        True,
        False,
    )
    assert facts(world) == []
    assert one.what in browser.get(one.url).content.decode()
    hearing.open_matter(world.county, one.fault, matter=one.what, happened_on=one.due, known="电话问过", by=judge)
    assert suspicions(world.city) == []
