"""Blocking findings: who lets them pass, and what stands in the way until then."""

import pytest

from qianliyan.core.errors import NotAllowed, NotReady, Unreadable
from qianliyan.history.models import Event
from qianliyan.items import proofs
from qianliyan.items.actions import review, writing
from qianliyan.items.models import Item
from qianliyan.items.requirements import before_deciding
from qianliyan.items.states import ItemState
from qianliyan.proofing.actions import ignore, release, withdraw_release
from qianliyan.proofing.models import Release
from qianliyan.proofing.subjects import find
from tests.proofing.steps import GAP, PHONE, POLITICS, found, proofed
from tests.thread import BODY, handed_over, reviewed, written_item


def texts(missing):
    return [one.text for one in missing]


def at_screening(world, **fields):
    return review.approve(handed_over(world, **fields), by=world.seats["checker"])


def test_the_secrecy_reviewer_passes_nothing_that_he_has_not_released(world, checker):
    item = at_screening(world, body=f"{BODY}\n{PHONE}")

    assert texts(before_deciding(item)) == ["手机号码“138****8000”：请删去，或请保密审查人核准"]
    with pytest.raises(NotReady, match="手机号码"):
        review.approve(item, by=checker)

    release(proofs.subject_of(item), found(item, "mobile-number"), by=checker, reason="公布的服务电话")
    assert before_deciding(item) == []
    assert review.approve(item, by=checker).due == "review"


def test_the_writer_never_releases_his_own_words(world, officer, checker):
    item = at_screening(world, body=f"{BODY}\n{PHONE}")
    officer.post.powers = ["draft", "screen", "sign"]
    officer.post.save()

    with pytest.raises(NotAllowed):
        release(proofs.subject_of(item), found(item, "mobile-number"), by=officer, reason="我自己看过")

    release(proofs.subject_of(item), found(item, "mobile-number"), by=checker, reason="公布的服务电话")
    assert Release.objects.get().by == checker.label


def test_neither_signatory_nor_another_office_releases_a_secret(world, signatory, neighbour):
    item = at_screening(world, body=f"{BODY}\n{PHONE}")
    neighbour.post.powers = ["screen"]

    for stranger in (signatory, neighbour):
        with pytest.raises(NotAllowed):
            release(proofs.subject_of(item), found(item, "mobile-number"), by=stranger, reason="可以")


def test_a_political_error_is_lifted_by_the_signatory_with_his_reason_only(world, checker, signatory):
    item = reviewed(world, body=f"{BODY}\n{POLITICS}")
    error = found(item, "political-wording")
    with pytest.raises(NotReady, match="规范提法"):
        review.sign(item, by=signatory)
    with pytest.raises(NotAllowed):
        release(proofs.subject_of(item), error, by=checker, reason="可以")
    with pytest.raises(Unreadable, match="理由"):
        release(proofs.subject_of(item), error, by=signatory, reason=" ")

    release(proofs.subject_of(item), error, by=signatory, reason="引用对方来函原文")

    assert review.sign(item, by=signatory).state == ItemState.SIGNED
    assert Event.objects.get(verb="finding.release").text.body == "引用对方来函原文"


def test_a_placeholder_stops_the_text_even_before_its_reviewers_and_nobody_releases_it(world, officer, signatory):
    item = written_item(officer, body=f"{BODY}\n{GAP}")
    with pytest.raises(NotReady, match="占位符未填"):
        review.hand_over(item, by=officer)

    with pytest.raises(Unreadable, match="任何人不能放行"):
        release(proofs.subject_of(item), found(item, "placeholder"), by=signatory, reason="就这样")


def test_what_blocks_cannot_be_ignored(world, officer):
    item = written_item(officer, body=f"{BODY}\n{PHONE}")

    with pytest.raises(Unreadable, match="不能忽略"):
        ignore(proofs.subject_of(item), found(item, "mobile-number"), by=officer, reason="不要紧")


def test_a_release_holds_for_the_words_it_was_given_for_and_for_no_others(world, officer, checker):
    item = written_item(officer, body=f"{BODY}\n{PHONE}")
    release(proofs.subject_of(item), found(item, "mobile-number"), by=checker, reason="公布的服务电话")
    assert proofed(item).blocking == []

    writing.save(item, by=officer, revision=0, body=f"{BODY}\n{PHONE}另有13900139000。")

    assert [one.quote for one in proofed(item).blocking] == ["13900139000"]


def test_a_correction_that_brings_a_number_in_is_not_signed(world, signatory):
    item = reviewed(world)

    with pytest.raises(NotReady, match="手机号码"):
        review.sign(item, by=signatory, body=f"{BODY}\n{PHONE}")

    assert Item.objects.get().state == ItemState.IN_REVIEW


def test_a_release_taken_back_blocks_again(world, officer, checker):
    item = written_item(officer, body=f"{BODY}\n{PHONE}")
    given = release(proofs.subject_of(item), found(item, "mobile-number"), by=checker, reason="公布的服务电话")
    with pytest.raises(NotAllowed):
        withdraw_release(proofs.subject_of(item), given, by=officer)

    withdraw_release(proofs.subject_of(item), given, by=checker)

    assert [one.finding.rule for one in proofed(item).blocking] == ["mobile-number"]


def test_a_reviewer_who_put_the_number_in_himself_does_not_release_it(world, checker):
    item = review.approve(handed_over(world), by=checker, body=f"{BODY}\n{PHONE}")
    number = found(item, "mobile-number")

    with pytest.raises(NotAllowed):
        release(find(checker, item.uid), number, by=checker, reason="我加的")

    second = world.seat("screener", "checker", world.county, "严审")
    release(find(second, item.uid), number, by=second, reason="公布的服务电话")
    assert proofed(item).blocking == []
