from datetime import date

import pytest
from tests.items.steps import BODY, TITLE, signed, submitted, written

from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.history.actors import SYSTEM
from qianliyan.history.models import Event
from qianliyan.history.workflow import move
from qianliyan.items.actions import attachments, review, sending, writing
from qianliyan.items.models import Item, Submission
from qianliyan.items.queries import files_sent, returned_to
from qianliyan.items.requirements import before_submitting
from qianliyan.items.states import RETURN, TAKE, ItemState, SubmissionState
from qianliyan.offices.actions import change


def test_a_submission_holds_what_was_signed_under_todays_name(world, officer):
    item = signed(world, urgency="urgent", kind="problem")
    change(world.county, on=date(2026, 1, 1), name="青石市人民政府办公室", by=SYSTEM)

    submission = sending.submit(item, by=officer, receiver=world.city)

    assert (submission.title, submission.body, submission.kind) == (TITLE, BODY, "problem")
    assert (submission.sender, submission.receiver) == (world.county, world.city)
    assert submission.sender_name == "青石市人民政府办公室"
    assert (submission.urgent, submission.characters) == (True, len("".join(BODY.split())))
    assert (submission.drafter_name, submission.signatory_name, submission.signed_on_paper) == ("石小禾", "方远", False)
    assert Item.objects.get().state == ItemState.SUBMITTED


def test_an_unsigned_item_is_not_sent(world, officer):
    with pytest.raises(WrongState):
        sending.submit(written(world), by=officer, receiver=world.city)

    assert Submission.objects.count() == 0


def test_a_text_that_is_not_the_signed_one_is_not_sent(world, officer):
    item = signed(world)
    Item.objects.update(body="签发之后换过的文字")

    with pytest.raises(NotReady, match="与签发的不一致"):
        sending.submit(item, by=officer, receiver=world.city)


def test_an_item_goes_only_to_the_office_above(world, officer):
    item = signed(world)

    with pytest.raises(Unreadable):
        sending.submit(item, by=officer, receiver=world.neighbour_county)
    assert before_submitting(item) == []


def test_only_the_units_officers_send(world, neighbour, checker):
    item = signed(world)

    for seat in (neighbour, checker):
        with pytest.raises(NotAllowed):
            sending.submit(item, by=seat, receiver=world.city)


def test_sending_twice_sends_once(world, officer):
    submission = submitted(world)

    with pytest.raises(WrongState):
        sending.submit(submission.item, by=officer, receiver=world.city)

    assert Submission.objects.count() == 1


def test_the_signatory_withdraws_with_a_reason_and_the_item_opens_again(world, officer, signatory):
    submission = submitted(world)

    with pytest.raises(NotAllowed):
        sending.withdraw(submission, by=officer, reason="情况有变")
    with pytest.raises(Unreadable):
        sending.withdraw(submission, by=signatory, reason="")
    submission = sending.withdraw(submission, by=signatory, reason="情况有新变化，核实后再报")

    assert (submission.state, Item.objects.get().state) == (SubmissionState.WITHDRAWN, ItemState.DRAFTING)
    assert Event.objects.get(verb="submission.withdraw").text.body == "情况有新变化，核实后再报"


def test_what_was_taken_cannot_be_withdrawn(world, editor, signatory):
    submission = move(submitted(world), TAKE, by=editor)

    with pytest.raises(WrongState, match="选用"):
        sending.withdraw(submission, by=signatory, reason="情况有变")


def test_a_returned_item_is_revised_signed_and_sent_again(world, officer, editor, checker, reviewer, signatory):
    first = move(submitted(world), RETURN, by=editor, text="83+61与146不符")
    item = sending.reopen(first.item)
    assert list(returned_to(officer)) == [item]

    item = writing.save(item, by=officer, revision=item.revision, body=f"{BODY}其余2座改造中。")
    item = review.hand_over(item, by=officer)
    for seat in (checker, checker, reviewer):
        item = review.approve(item, by=seat)
    second = sending.submit(review.sign(item, by=signatory), by=officer, receiver=world.city)

    assert (first.body, second.body) == (BODY, f"{BODY}其余2座改造中。")
    assert (second.follows, second.round, second.version.number) == (first, 2, 2)


def test_what_was_attached_at_the_signature_goes_with_it(world, officer):
    item = written(world)
    attachment = attachments.attach(item, b"%PDF-1.4 table", "附表.pdf", by=officer)
    item = review.hand_over(item, by=officer)
    for role in ("checker", "checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    submission = sending.submit(review.sign(item, by=world.seats["signatory"]), by=officer, receiver=world.city)

    sending.withdraw(submission, by=world.seats["signatory"], reason="换附表")
    attachments.detach(attachment, by=officer)

    assert list(files_sent(submission)) == [attachment.file]
