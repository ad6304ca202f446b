"""By which names a circular of the office above means this office."""

import pytest

from qianliyan.assessment.above import is_ours


@pytest.mark.parametrize(
    ("unit", "ours"),
    [
        ("云川市", True),
        ("云川", True),
        ("云川市政府办公室", True),
        ("市政府办", True),
        ("云", False),
        ("云川市农业农村局", False),
        ("云川市人社局", False),
        ("云川市政协办", False),
        ("青山市", False),
        ("", False),
    ],
)
def test_a_circular_names_us_in_many_ways(world, unit, ours):
    assert is_ours(unit, world.city) is ours
