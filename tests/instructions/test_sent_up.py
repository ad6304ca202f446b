"""What was sent up and instructed above is told to the counties behind it."""

from qianliyan.instructions.actions import telling
from qianliyan.instructions.models import Telling
from qianliyan.offices.audiences import visible_to
from tests import thread
from tests.desk.test_upward import city, sent_up
from tests.instructions.steps import from_above

__all__ = ["city"]


def test_an_instruction_on_what_was_sent_up_is_told_to_the_county_behind_it(city, chief, officer, neighbour):
    instruction = from_above(city, sent_up(city, thread.ready_draft(city)))

    telling.tell_sources(instruction, by=chief, depth="full")

    assert [(one.office, one.level, one.text) for one in Telling.objects.all()] == [
        (city.county, "province", "云川市的做法可以推广。")
    ]
    assert (visible_to(Telling, officer).count(), visible_to(Telling, neighbour).count()) == (1, 0)
