import pytest
from tests.items.steps import BODY, TITLE, handed_over, written

from qianliyan.core.errors import NotAllowed, Stale, WrongState
from qianliyan.history.models import Event
from qianliyan.items.actions import review, versions, writing
from qianliyan.items.models import Item, Unsaved, Version
from qianliyan.items.models.version import Why
from qianliyan.items.states import ItemState


def second_officer(world):
    return world.seat("second_officer", "officer", world.county, "石二")


def test_a_new_item_belongs_to_the_unit_and_carries_the_drafters_phone(world, officer):
    item = writing.start(by=officer, title=TITLE)

    assert (item.office, item.drafter, item.state) == (world.county, officer.person, ItemState.DRAFTING)
    assert item.drafter_phone == "0900-1234567"


def test_who_does_not_report_cannot_start_an_item(reviewer):
    with pytest.raises(NotAllowed):
        writing.start(by=reviewer)


def test_autosave_keeps_the_text_and_makes_neither_version_nor_event(world, officer):
    item = written(world)
    events = Event.objects.count()

    saved = writing.save(item, by=officer, revision=0, body="新的正文")

    assert (saved.body, saved.title, saved.revision) == ("新的正文", TITLE, 1)
    assert (Version.objects.count(), Event.objects.count()) == (0, events)


def test_an_explicit_save_keeps_a_version_once(world, officer):
    item = written(world)

    first, again = versions.keep(item, by=officer), versions.keep(item, by=officer)

    assert (first.number, first.why, first.title, first.body) == (1, Why.KEPT, TITLE, BODY)
    assert again == first


def test_a_save_that_comes_too_late_is_refused_and_both_texts_remain(world, officer):
    item = written(world)
    colleague = second_officer(world)
    writing.save(item, by=colleague, revision=0, body="同事的文字")

    with pytest.raises(Stale) as refusal:
        writing.save(item, by=officer, revision=0, title=TITLE, body="我的文字")

    assert refusal.value.link == f"/items/{item.uid}/conflict/"
    assert Item.objects.get().body == "同事的文字"
    assert list(Unsaved.objects.values_list("person__name", "body")) == [("石小禾", "我的文字")]


def test_the_same_text_sent_twice_is_no_conflict(world, officer):
    item = written(world)
    writing.save(item, by=officer, revision=0, body="新的正文")

    again = writing.save(item, by=officer, revision=0, body="新的正文")

    assert again.revision == 1


def test_a_change_of_hands_keeps_the_text_of_the_one_before(world, officer):
    item = written(world)

    writing.save(item, by=second_officer(world), revision=0, body="第二个人写的")

    kept = Version.objects.get()
    assert (kept.body, kept.why, kept.by) == (BODY, Why.CHANGED_HANDS, "石小禾")


def test_a_text_under_review_cannot_be_written_on(world, officer):
    item = handed_over(world)

    with pytest.raises(WrongState):
        writing.save(item, by=officer, revision=item.revision, body="偷偷改")

    assert Item.objects.get().body == BODY


def test_a_neighbour_cannot_write_on_the_item(world, neighbour):
    item = written(world)

    with pytest.raises(NotAllowed):
        writing.save(item, by=neighbour, revision=0, body="别县写的")


def test_an_item_taken_back_can_be_written_on_again(world, officer):
    item = review.take_back(handed_over(world), by=officer)

    saved = writing.save(item, by=officer, revision=item.revision, body="再改")

    assert (saved.body, saved.state, saved.due) == ("再改", ItemState.DRAFTING, "")


def test_a_discarded_item_says_why_in_the_trail(world, officer):
    item = writing.discard(written(world), by=officer, reason="与上一条重复")

    assert item.state == ItemState.DISCARDED
    assert Event.objects.get(verb="item.discard").text.body == "与上一条重复"
