import pytest

from tests.instructions.steps import court


@pytest.fixture
def world(world):
    return court(world)


def _seat(name):
    def person(world):
        return world.seats[name]

    return pytest.fixture(name=name)(person)


mayor, vice_mayor, secretary = (_seat(name) for name in ("mayor", "vice_mayor", "secretary"))
