"""An assessor, and a year in which something was worked out."""

import pytest

from qianliyan.assessment.actions import schemes
from qianliyan.core import clock
from tests import thread
from tests.assessment.steps import RULES, adopted_outside, assessor, calculated, copy_of, printed


@pytest.fixture
def judge(world):
    return assessor(world)


@pytest.fixture
def made(world, judge, editor):
    first = thread.submitted(world, kind="problem")
    second = copy_of(first, world.neighbour_county)
    entry = printed(world, (first, 2), (second, 1))
    adopted_outside(editor, entry)
    schemes.publish(schemes.begin("试行", source=RULES, valid_from=clock.today(), by=judge), by=judge)
    return calculated(judge)
