"""Two people, or one person twice, at the same moment; only a database with real row locks can show that."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.items.steps import handed_over, signed, written
from tests.world import World, build

from qianliyan.core.errors import DomainError
from qianliyan.history.models import Event
from qianliyan.history.once import once
from qianliyan.items.actions import review, sending, writing
from qianliyan.items.models import Item, SignOff, Submission, Unsaved, Version

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


def at_once(*steps: Callable[[], object]) -> list[str]:
    """Take the steps in threads of their own at the same moment; return how they ended, sorted."""
    gate = Barrier(len(steps))

    def run(step: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=30)
            step()
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(steps)) as pool:
        return sorted(pool.map(run, steps))


def test_two_people_saving_at_once_lose_neither_text(world):
    item = written(world)
    seats = [world.seats["officer"], world.seat("second_officer", "officer", world.county, "石二")]

    ends = at_once(*(lambda by=seat: writing.save(item, by=by, revision=0, body=by.person.name) for seat in seats))

    assert ends == ["Stale", "done"]
    assert {Item.objects.get().body, Unsaved.objects.get().body} == {"石小禾", "石二"}


def test_one_hand_over_pressed_in_two_windows_begins_one_round(world):
    item = written(world)

    ends = at_once(*[lambda: review.hand_over(item, by=world.seats["officer"])] * 3)

    assert ends == ["WrongState", "WrongState", "done"]
    assert (Item.objects.get().round, Version.objects.count()) == (1, 1)


def test_one_stage_approved_from_two_screens_is_approved_once(world):
    item = handed_over(world)
    checker = world.seats["checker"]

    ends = at_once(*[lambda: review.approve(item, by=checker, asked="check")] * 3)

    assert ends == ["WrongState", "WrongState", "done"]
    assert (Item.objects.get().due, SignOff.objects.count()) == ("screen", 1)


def test_taking_back_and_approving_at_once_end_in_one_order_of_the_two(world):
    item = handed_over(world)
    officer, checker = world.seats["officer"], world.seats["checker"]

    ends = at_once(lambda: review.take_back(item, by=officer), lambda: review.approve(item, by=checker))

    after = Item.objects.get()
    assert (after.state, after.due) == ("drafting", "")
    assert ends in (["WrongState", "done"], ["done", "done"])
    assert SignOff.objects.count() == ends.count("done") - 1


def test_one_item_sent_from_two_screens_is_sent_once(world):
    item = signed(world)
    officer = world.seats["officer"]

    ends = at_once(*[lambda: sending.submit(item, by=officer, receiver=world.city)] * 3)

    assert ends == ["WrongState", "WrongState", "done"]
    assert (Submission.objects.count(), Event.objects.filter(verb="item.submit").count()) == (1, 1)


def test_the_same_button_twice_starts_one_item(world):
    officer = world.seats["officer"]

    def press() -> None:
        with once(officer, "the-same-key"):
            writing.start(by=officer)

    ends = at_once(press, press)

    assert ends == ["Repeated", "done"]
    assert Item.objects.count() == 1
