"""Everybody can reach and read every component, on a desk and on a phone."""

import pytest

from tests.journeys.browser import DESKTOP, PHONE


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_every_component_is_accessible(people, size):
    someone = people.window(size).open("/styleguide/")

    someone.is_accessible()
