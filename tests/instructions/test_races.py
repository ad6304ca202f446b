"""The same letter twice, two secretaries, two units at the same moment; only real row locks can show that."""

import pytest

from qianliyan.instructions.actions import reading, registering, reporting
from qianliyan.instructions.models import Circle, Forwarding, Instruction, Register
from tests.instructions.steps import WORDS, court, forwarded, from_above, given, line, presented
from tests.items.test_races import at_once
from tests.thread import submitted
from tests.world import build

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(transactional_db):
    return court(build())


def test_one_letter_that_arrives_four_times_at_once_is_one_instruction(world):
    mayor = world.seats["mayor"]
    reader = line(presented(world), mayor)

    ends = at_once(*[lambda: reading.instruct(reader, by=mayor, text=WORDS, once="one")] * 4)

    assert ends == ["done"] * 4
    assert [one.text for one in Instruction.objects.all()] == [WORDS]


def test_circling_twice_at_once_draws_one_circle(world):
    mayor = world.seats["mayor"]
    reader = line(presented(world), mayor)

    assert at_once(*[lambda: reading.circle(reader, by=mayor)] * 3) == ["done"] * 3
    assert Circle.objects.count() == 1


def test_numbers_taken_at_once_have_no_gap_and_no_double(world):
    submission = submitted(world)

    ends = at_once(*[lambda: from_above(world, submission)] * 6)

    assert ends == ["done"] * 6
    assert sorted(Instruction.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_one_instruction_registered_by_two_takes_one_number(world):
    instruction, secretary = given(world), world.seats["secretary"]

    ends = at_once(*[lambda: registering.register(instruction, by=secretary)] * 2)

    assert ends == ["WrongState", "done"]
    assert Register.objects.get().last == 1


def test_the_last_two_units_reporting_at_once_end_it_once(world):
    instruction = forwarded(world, world.department, world.county)
    by = {world.department: world.seats["outsider"], world.county: world.seats["officer"]}
    rows = list(Forwarding.objects.filter(instruction=instruction).select_related("office"))

    ends = at_once(*(lambda row=row: reporting.report(row, by=by[row.office], text="已办。") for row in rows))

    assert ends == ["done", "done"]
    assert Instruction.objects.get().state == "reported"
