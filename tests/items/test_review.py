import pytest
from tests.items.steps import BODY, TITLE, handed_over, reviewed, signed, written

from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.items.actions import review
from qianliyan.items.models import Item, SignOff, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.models.version import Why
from qianliyan.items.queries import awaiting_decision, counts_for, returned_to, signed_unsent
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.notices.queries import bell_of


def decisions(item):
    return list(item.sign_offs.order_by("pk").values_list("stage", "decision", "seat__person__name", "version__number"))


def test_an_item_goes_through_every_stage_to_its_signature(world):
    item = signed(world)

    assert (item.state, item.due) == (ItemState.SIGNED, "")
    assert decisions(item) == [
        (Stage.CHECK, Decision.APPROVED, "安明", 1),
        (Stage.SCREEN, Decision.APPROVED, "安明", 1),
        (Stage.REVIEW, Decision.APPROVED, "岳川", 1),
        (Stage.SIGN, Decision.APPROVED, "方远", 1),
    ]


def test_nobody_decides_before_his_turn(world, signatory, reviewer):
    item = handed_over(world)

    with pytest.raises(NotAllowed):
        review.approve(item, by=reviewer)
    with pytest.raises(NotAllowed):
        review.sign(item, by=signatory)
    assert decisions(item) == []


def test_the_drafter_never_reviews_himself(world, officer, checker):
    own = world.seat("own_checker", "checker", world.county, "石小禾同名")
    own.person = officer.person
    own.save()
    item = handed_over(world)

    with pytest.raises(NotAllowed):
        review.approve(item, by=own)
    assert review.approve(item, by=checker).due == Stage.SCREEN


def test_a_checker_of_the_neighbouring_county_cannot_decide(world):
    stranger = world.seat("stranger", "checker", world.neighbour_county, "外人")

    with pytest.raises(NotAllowed):
        review.approve(handed_over(world), by=stranger)


def test_the_second_click_does_not_decide_the_next_stage(world, checker):
    item = handed_over(world)
    review.approve(item, by=checker, asked=Stage.CHECK)

    with pytest.raises(WrongState):
        review.approve(item, by=checker, asked=Stage.CHECK)

    assert Item.objects.get().due == Stage.SCREEN


def test_a_step_after_somebody_elses_says_where_the_item_is_now(world, officer, checker):
    item = handed_over(world)
    review.take_back(item, by=officer)

    with pytest.raises(WrongState, match="拟稿"):
        review.approve(item, by=checker)


def test_sending_back_needs_a_reason(world, checker):
    with pytest.raises(Unreadable):
        review.send_back(handed_over(world), by=checker, reason="　")


def test_a_returned_item_waits_for_its_drafter_and_tells_him(world, officer, checker):
    item = review.send_back(handed_over(world), by=checker, reason="61和83对不上146，请核对")

    assert (item.state, item.due) == (ItemState.DRAFTING, "")
    assert list(returned_to(officer)) == [item]
    assert [str(notice) for notice in bell_of(officer)] == ["您有1件待办"]
    again = review.hand_over(item, by=officer)
    assert (again.round, again.due, list(returned_to(officer))) == (2, Stage.CHECK, [])


def test_correcting_and_signing_is_one_act_on_a_version_of_the_signatory(world, signatory):
    item = reviewed(world)

    item = review.sign(item, by=signatory, body=BODY.replace("缺口大", "缺口较大"))

    version = Version.objects.get(number=2)
    assert (version.why, version.by, version.title) == (Why.CORRECTED, signatory.label, TITLE)
    assert item.body == version.body == BODY.replace("缺口大", "缺口较大")
    signature = SignOff.objects.get(stage=Stage.SIGN)
    assert (signature.version, signature.corrected) == (version, True)


def test_a_text_opened_for_correction_and_left_as_it_was_is_signed_as_it_was(world, signatory):
    item = review.sign(reviewed(world), by=signatory, title=TITLE, body=BODY)

    assert (item.state, Version.objects.count()) == (ItemState.SIGNED, 1)
    assert SignOff.objects.get(stage=Stage.SIGN).corrected is False


def test_a_correction_that_leaves_a_gap_is_not_signed(world, signatory):
    item = reviewed(world)

    with pytest.raises(NotReady, match="占位符未填"):
        review.sign(item, by=signatory, body=f"{BODY}其余2座〔　〕。")

    assert Item.objects.get().state == ItemState.IN_REVIEW


def test_a_voided_signature_stays_visible_and_the_text_opens_again(world, officer, signatory):
    item = review.void_signature(signed(world), by=officer, reason="停运数有变化")

    assert item.state == ItemState.DRAFTING
    assert set(item.sign_offs.values_list("void_reason", flat=True)) == {"停运数有变化"}
    assert item.sign_offs.filter(voided_at=None).count() == 0
    assert [str(notice) for notice in bell_of(signatory)] == ["您有1件新进展", "您有1件待办"]


def test_only_the_unit_voids_and_only_with_a_reason(world, officer, signatory):
    item = signed(world)

    with pytest.raises(NotAllowed):
        review.void_signature(item, by=signatory, reason="不该由签发人办")
    with pytest.raises(Unreadable):
        review.void_signature(item, by=officer, reason="")


def test_what_waits_for_whom(world, officer, checker, reviewer, signatory):
    item = handed_over(world)
    written(world, title="还在写")

    assert list(awaiting_decision(checker)) == [item]
    assert [list(awaiting_decision(seat)) for seat in (officer, reviewer, signatory)] == [[], [], []]
    assert counts_for(checker) == {
        "drafting": 1,
        "in_review": 1,
        "signed": 0,
        "submitted": 0,
        "discarded": 0,
        "awaiting": 1,
    }


def test_urgent_items_wait_first(world, checker):
    handed_over(world, title="平件")
    handed_over(world, title="特急件", urgency="extra")

    assert [item.title for item in awaiting_decision(checker)] == ["特急件", "平件"]


def test_a_signed_item_waits_to_be_sent_by_the_officers(world, officer, signatory):
    item = signed(world)

    assert (list(signed_unsent(officer)), list(signed_unsent(signatory))) == ([item], [])
