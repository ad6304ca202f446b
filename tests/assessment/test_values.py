"""What may stand in a cell of a pasted table."""

from decimal import Decimal

import pytest

from qianliyan.assessment.pasted.values import number_in


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12.5分", Decimal("12.5")),
        ("1,200", Decimal(1200)),
        ("−3", Decimal(-3)),
        ("139000012345", None),
        ("没有", None),
    ],
)
def test_a_number_of_points_is_no_telephone_number(cell, number):
    assert number_in(cell) == number
