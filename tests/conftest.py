"""People and pages for every test."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from qianliyan.offices.models import Seat
from tests.world import World, build

ROLES = (
    "officer",
    "checker",
    "reviewer",
    "signatory",
    "editor",
    "colleague",
    "chief",
    "secretary_general",
    "neighbour",
    "outsider",
    "provincial_editor",
)


@pytest.fixture
def world(db: None) -> World:
    cache.clear()
    return build()


def _role(name: str) -> Callable[..., Seat]:
    def person(world: World) -> Seat:
        return world.seats[name]

    return pytest.fixture(name=name)(person)


for _name in ROLES:
    globals()[_name] = _role(_name)


@pytest.fixture
def sign_in() -> Callable[[Seat], Client]:
    """Give a browser in which this seat's person is signed in."""

    def client_for(seat: Seat) -> Client:
        client = Client()
        client.force_login(seat.person.user, backend="qianliyan.accounts.backends.SignIn")
        session = client.session
        session["seat"] = str(seat.uid)
        session.save()
        return client

    return client_for
