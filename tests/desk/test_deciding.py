from datetime import timedelta

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import submissions
from qianliyan.desk.models import Draft, Handling, HandlingKind, Source
from qianliyan.history.models import Event, EventText
from qianliyan.history.workflow import open_to
from qianliyan.items.actions import sending, writing
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import DESK_STEPS, ItemState, SubmissionState
from tests.desk.steps import signed
from tests.thread import submitted


def verbs_of(submission):
    found = Event.objects.filter(thing_type="items.submission", thing_pk=submission.pk).order_by("pk")
    return list(found.values_list("verb", flat=True))


def test_whoever_signs_for_a_submission_handles_it(world, editor):
    submission = submitted(world)

    signed = submissions.sign_for(submission, by=editor)

    assert (signed.state, signed.handler) == (SubmissionState.SIGNED_FOR, editor.person)
    assert verbs_of(submission) == ["submission.send", "submission.sign_for"]


def test_taking_makes_a_draft_and_leaves_what_was_sent_as_it_was(world, editor):
    submission = submitted(world)
    before = Submission.objects.filter(pk=submission.pk).values("title", "body", "kind", "form", "version").get()

    draft = submissions.take(submission, by=editor)

    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.TAKEN
    assert (draft.title, draft.body, draft.kind, draft.form, draft.editor, draft.office) == (
        submission.title,
        submission.body,
        submission.kind,
        submission.form,
        editor.person,
        world.city,
    )
    assert list(Source.objects.values_list("draft", "submission", "weight", "role")) == [
        (draft.pk, submission.pk, 1, "main")
    ]
    assert (
        Submission.objects.filter(pk=submission.pk).values("title", "body", "kind", "form", "version").get() == before
    )


def test_the_unit_cannot_take_its_own_submission_but_the_editor_can(world, officer, editor):
    submission = submitted(world)

    with pytest.raises(NotAllowed):
        submissions.take(submission, by=officer)

    assert Draft.objects.count() == 0
    assert submissions.take(submission, by=editor).title == submission.title


def test_what_a_colleague_has_taken_cannot_be_taken_again(world, editor, colleague):
    submission = submitted(world)
    submissions.take(submission, by=colleague)

    with pytest.raises(WrongState) as refusal:
        submissions.take(submission, by=editor)

    assert "选用" in refusal.value.text
    assert "同事刚刚办理过" in refusal.value.text
    assert Draft.objects.count() == 1


def test_a_return_gives_the_item_back_with_the_reason(world, editor):
    submission = submitted(world)

    returned = submissions.send_back(submission, by=editor, reason=" 83加61与146不符，请核对 ")

    assert returned.state == SubmissionState.RETURNED
    assert Item.objects.get(pk=submission.item_id).state == ItemState.DRAFTING
    handling = Handling.objects.get(submission=submission)
    assert (handling.kind, handling.reason, handling.seat) == (
        HandlingKind.RETURNED,
        "83加61与146不符，请核对",
        editor,
    )
    event = Event.objects.get(verb="submission.return")
    assert EventText.objects.get(event=event).body == "83加61与146不符，请核对"


def test_a_returned_item_is_revised_signed_and_sent_once_more(world, editor, officer):
    first = submitted(world)
    submissions.send_back(first, by=editor, reason="请核对停运座数")

    item = writing.save(first.item, by=officer, revision=first.item.revision, body="核对后的正文")
    second = sending.submit(signed(world, item), by=officer, receiver=world.city)

    assert (second.body, second.follows, second.state) == ("核对后的正文", first, SubmissionState.RECEIVED)
    assert Submission.objects.get(pk=first.pk).state == SubmissionState.RETURNED


def test_a_returned_item_is_sent_again_without_a_changed_word_when_it_was_right(world, editor, officer):
    first = submitted(world)
    submissions.send_back(first, by=editor, reason="请核实停运座数")

    second = sending.submit(signed(world, Item.objects.get()), by=officer, receiver=world.city)

    assert (second.version, second.follows) == (first.version, first)
    assert submissions.take(second, by=editor).title == first.title


@pytest.mark.parametrize("verb", [submissions.send_back, submissions.decline])
def test_returning_and_declining_need_a_reason(world, editor, verb):
    submission = submitted(world)

    with pytest.raises(Unreadable):
        verb(submission, by=editor, reason="  ")

    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.RECEIVED
    assert Handling.objects.count() == 0


def test_a_reason_of_a_thousand_characters_is_refused_with_both_figures(world, editor):
    submission = submitted(world)

    with pytest.raises(Unreadable) as refusal:
        submissions.decline(submission, by=editor, reason="长" * 1000)

    assert refusal.value.text == "理由请不超过500字，现在是1000字。"


def test_declining_leaves_the_item_as_sent_and_keeps_the_reason(world, editor):
    submission = submitted(world)

    declined = submissions.decline(submission, by=editor, reason="已有类似信息刊发")

    assert declined.state == SubmissionState.NOT_ADOPTED
    assert Item.objects.get(pk=submission.item_id).state == ItemState.SUBMITTED
    assert list(Handling.objects.values_list("kind", "reason")) == [("not_adopted", "已有类似信息刊发")]


def test_a_reserve_expires_after_the_days_that_the_office_set(world, editor):
    submission = submitted(world)

    reserved = submissions.reserve(submission, by=editor)

    assert reserved.state == SubmissionState.RESERVED
    handling = Handling.objects.get(submission=submission)
    assert (handling.kind, handling.expires_on) == ("reserved", clock.today() + timedelta(days=30))
    assert submissions.take(reserved, by=editor).title == submission.title


def test_what_the_unit_withdrew_cannot_be_handled_any_more(world, editor, signatory):
    submission = submitted(world)
    sending.withdraw(submission, by=signatory, reason="情况有变化")

    with pytest.raises(WrongState):
        submissions.sign_for(submission, by=editor)


def test_the_buttons_are_those_of_the_state_and_the_seat(world, editor, officer, secretary_general):
    submission = submitted(world)

    labels = {who: [str(step.label) for step in open_to(DESK_STEPS, submission, who)] for who in (editor, officer)}

    assert labels == {editor: ["签收", "选用", "备用", "退回修改", "未采用"], officer: []}
    assert open_to(DESK_STEPS, submission, secretary_general) == []
