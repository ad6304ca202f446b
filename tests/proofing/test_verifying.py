"""Figures and what was answered about them: written down, kept through editing, taken along."""

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.desk.actions import merging
from qianliyan.desk.actions.joining import join
from qianliyan.desk.proofs import sent
from qianliyan.desk.proofs import subject_of as draft_subject
from qianliyan.items import proofs
from qianliyan.items.actions import review, sending, writing
from qianliyan.offices.powers import Power
from qianliyan.proofing.actions import Answer, ask, doubt, release, verify
from qianliyan.proofing.anchors import holds
from qianliyan.proofing.figures import Line
from qianliyan.proofing.models import Verification
from qianliyan.proofing.queries import proof_of
from qianliyan.proofing.requirements import figures_said
from tests.proofing.steps import PHONE, found, line, proofed, states, verified
from tests.thread import BODY, handed_over, ready_draft, reviewed, signed_item, submitted, taken, written_item

SHORT = "青石县正常运行83座、停运61座、改造中2座。"


def test_the_page_says_how_many_figures_were_verified_and_names_the_others(world, officer):
    item = written_item(officer, body=SHORT)
    assert figures_said(proofed(item)) == "3处关键数据，都还没有核实：青石县正常运行83座、停运61座、改造中2座"

    verified(item, "83座", officer)
    verified(item, "61座", officer)
    assert figures_said(proofed(item)) == "3处关键数据，2处已核；未核：改造中2座"

    verified(item, "2座", officer)
    assert figures_said(proofed(item)) == "3处关键数据，3处已核"


def test_whoever_vouches_says_who_was_asked_and_whoever_doubts_says_why(world, officer):
    item = written_item(officer, body=SHORT)
    subject = proofs.subject_of(item)

    with pytest.raises(Unreadable, match="向谁核实"):
        verify(subject, line(item, "83座"), by=officer, answer=Answer(answered="属实"))
    with pytest.raises(Unreadable, match="疑点"):
        doubt(subject, line(item, "83座"), by=officer, answer=Answer(asked="县住建局"))

    ask(subject, line(item, "83座"), by=officer, answer=Answer(asked="县住建局王工"))
    doubt(subject, line(item, "61座"), by=officer, answer=Answer(asked="县住建局王工", answered="应为62座"))
    assert states(item.uid) == {"83座": "open", "61座": "doubtful"}

    verify(subject, line(item, "83座"), by=officer, answer=Answer(asked="县住建局王工", basis="台账", answered="属实"))
    row = Verification.objects.get(quote="83座")
    assert (row.state, row.basis, row.seat, Verification.objects.count()) == ("verified", "台账", officer, 2)


def test_nobody_from_another_unit_writes_anything_down(world, officer, outsider):
    item = written_item(officer, body=SHORT)

    with pytest.raises(NotAllowed):
        verify(proofs.subject_of(item), line(item, "83座"), by=outsider, answer=Answer(asked="自己"))


def test_a_figure_keeps_its_record_through_editing_and_loses_it_when_it_becomes_another(world, officer):
    item = written_item(officer, body=SHORT)
    verified(item, "61座", officer)

    item = writing.save(item, by=officer, revision=0, body=f"经逐一核查，{SHORT}")
    assert (line(item, "61座").verified, line(item, "61座").reworded) == (True, False)

    item = writing.save(item, by=officer, revision=1, body=SHORT.replace("停运61座", "因故停止运行61座"))
    assert (line(item, "61座").verified, line(item, "61座").reworded) == (True, True)
    assert figures_said(proofed(item)).endswith("；核实后前后文字改过：因故停止运行61座")

    item = writing.save(item, by=officer, revision=2, body=SHORT.replace("61座", "161座"))
    assert (line(item, "161座").state, [row.quote for row in proofed(item).lost]) == ("", ["61座"])


def test_sending_and_taking_carry_the_verification_along(world, officer, editor):
    item = signed_item(world, kind="ordinary")
    verified(item, "83座", officer, asked="县住建局王工")
    submission = sending.submit(item, by=officer, receiver=world.city)
    assert states(submission.uid) == {"83座": "verified"}

    verify_sent = proof_of(sent(submission))
    other = next(one for one in verify_sent.lines if one.quote == "61座")
    verify(verify_sent.subject, other, by=editor, answer=Answer(asked="青石县政府办"))
    from_desk = merging.merge([submission, submitted(world, title="另一条")], by=editor)

    assert states(from_desk.uid) == {"83座": "verified", "61座": "verified"}
    assert states(item.uid) == {"83座": "verified"}
    rows = Verification.objects.filter(subject=from_desk.uid)
    assert {(row.asked, row.office, row.carried) for row in rows} == {
        ("县住建局王工", world.city, True),
        ("青石县政府办", world.city, True),
    }


def test_a_draft_that_takes_up_another_has_its_verification_too(world, editor):
    one, other = ready_draft(world), ready_draft(world, title="另一条")
    subject = draft_subject(other)
    verify(subject, proof_of(subject).lines[0], by=editor, answer=Answer(asked="县住建局王工"))

    joined = join(one, other, by=editor)

    assert states(joined.uid) == {proof_of(subject).lines[0].quote: "verified"}


def test_of_a_verified_problem_nothing_goes_along_but_that_the_unit_verified_it(world, officer, editor, sign_in):
    item = signed_item(world, kind="problem")
    verified(item, "83座", officer, answered="王工：台账为准", basis="县住建局台账")
    submission = sending.submit(item, by=officer, receiver=world.city)
    merged = merging.merge([submitted(world, title="另一条"), submission], by=editor)

    for subject in (sent(submission), draft_subject(merged)):
        row = Verification.objects.get(subject=subject.uid)
        assert (row.asked, row.answered, row.basis, row.shielded) == ("报送单位已核", "", "", True)
        page = sign_in(editor).get(reverse("proofing:verification", args=[subject.uid])).content.decode()
        assert [word for word in ("石小禾记", "王工", "台账为准") if word in page] == []


def test_what_an_editor_asks_himself_afterwards_says_so_again(world, officer, editor):
    item = signed_item(world, kind="problem")
    verified(item, "83座", officer)
    subject = sent(sending.submit(item, by=officer, receiver=world.city))

    row = verify(
        subject, next(one for one in proof_of(subject).lines if one.record), by=editor, answer=Answer("电力公司")
    )

    assert (row.asked, row.seat, row.carried, row.shielded) == ("电力公司", editor, False, False)


def test_what_the_unit_s_secrecy_reviewer_released_goes_along_and_a_lifted_wording_does_not(world, officer, checker):
    item = review.approve(handed_over(world, body=f"{BODY}\n{PHONE}"), by=checker)
    release(proofs.subject_of(item), found(item, "mobile-number"), by=checker, reason="公布的服务电话")
    for role in ("checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    item = review.sign(item, by=world.seats["signatory"])

    submission = sending.submit(item, by=officer, receiver=world.city)

    assert proof_of(sent(submission)).blocking == []


def test_a_draft_is_signed_with_the_issue_and_an_item_by_its_own_signatory(world, officer):
    assert draft_subject(taken(world)).signed_by == Power.SIGN_ISSUE
    assert proofs.subject_of(written_item(officer)).signed_by == Power.SIGN


def test_unverified_figures_do_not_stop_a_signature(world, signatory):
    assert review.sign(reviewed(world), by=signatory).state == "signed"


WORDS = st.text(alphabet="县市核查设施运行停止改造其中", min_size=1, max_size=6)


def places(parts):
    """Lines for figures after words, as a text of these parts would give them."""
    text, found = "", []
    for words, figure in parts:
        text += words
        found.append(Line("body", len(text), len(text) + len(figure), figure, words))
        text += f"{figure}，"
    return found


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(WORDS, st.integers(1, 400)), min_size=1, max_size=8, unique_by=lambda pair: pair),
    st.data(),
)
def test_records_find_their_figures_again_after_any_insertion_deletion_and_move(parts, data):
    old = places([(words, f"{number}座") for words, number in parts])
    kept = data.draw(st.permutations(parts))[: data.draw(st.integers(0, len(parts)))]
    added = data.draw(st.lists(st.tuples(WORDS, st.integers(500, 900)), max_size=4))
    new = places([(words, f"{number}座") for words, number in data.draw(st.permutations([*kept, *added]))])

    held = holds(old, new)

    for number, (words, figure) in enumerate(parts):
        same = [at for at, place in enumerate(new) if (place.about, place.quote) == (words, f"{figure}座")]
        if same:
            assert (held[number].place in same, held[number].closeness) == (True, 0)
        if number in held:
            assert new[held[number].place].quote == old[number].quote
    assert len({hold.place for hold in held.values()}) == len(held)
