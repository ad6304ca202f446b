"""报送把关: a leader by name clears items of certain kinds before they are signed."""

from datetime import date

import pytest
from tests import thread

from qianliyan.configuration.models import Value
from qianliyan.core.errors import NotAllowed, NotReady
from qianliyan.items.actions import review
from qianliyan.items.clearance import read
from qianliyan.items.queries import awaiting_decision
from qianliyan.items.settings import CLEARANCE


def clearance(world, *lines):
    Value.objects.create(key=CLEARANCE.key, office=world.county, value=list(lines), valid_from=date(2020, 1, 1))


@pytest.fixture
def deputy(world):
    """A second reviewing leader of the county, 余向东."""
    return world.seat("deputy", "reviewer", world.county, "余向东")


def test_items_of_the_kind_wait_for_the_named_leader_and_for_no_other(world, deputy, reviewer, signatory):
    clearance(world, "问题：余向东")

    item = thread.reviewed(world, kind="problem")

    assert (item.due, item.clearer) == ("clear", deputy.person)
    assert [list(awaiting_decision(seat)) for seat in (deputy, reviewer)] == [[item], []]
    with pytest.raises(NotAllowed):
        review.approve(item, by=reviewer)
    assert review.sign(review.approve(item, by=deputy), by=signatory).state == "signed"


def test_other_kinds_go_to_the_signatory_as_before(world, deputy):
    clearance(world, "问题：余向东")

    assert thread.reviewed(world, kind="ordinary").due == "sign"


def test_all_kinds_can_have_the_same_leader(world, deputy):
    clearance(world, "全部：余向东")

    assert thread.reviewed(world, kind="ordinary").due == "clear"


def test_a_leader_who_has_no_seat_is_said_before_the_item_is_handed_over(world):
    clearance(world, "问题：余向东")

    with pytest.raises(NotReady) as refusal:
        thread.handed_over(world, kind="problem")

    assert "报送把关" in refusal.value.missing[0].text


def test_a_line_that_says_nothing_is_not_passed_over(world, deputy):
    clearance(world, "余向东管问题")

    with pytest.raises(NotReady) as refusal:
        thread.handed_over(world)

    assert "余向东管问题" in refusal.value.missing[0].text


def test_lines_are_read_with_either_colon():
    assert read(["问题: 余向东", "预警：赵立军", ""]).names == {"problem": "余向东", "warning": "赵立军"}


def test_the_leader_of_the_office_above_clears_nothing_below(world, deputy):
    Value.objects.create(key=CLEARANCE.key, office=world.city, value=["全部：余向东"], valid_from=date(2020, 1, 1))

    assert thread.reviewed(world, kind="problem").due == "sign"
