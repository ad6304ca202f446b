"""A deadline in words is the day that stands there, or a doubt; never a guess and never an error."""

from datetime import date

import pytest

from qianliyan.planning.breakdown import due_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11月30日前", date(2026, 11, 30)),
        ("2027年底", date(2027, 12, 31)),
        ("6月上旬", date(2026, 6, 10)),
        ("6月中旬前", date(2026, 6, 20)),
        ("2月下旬", date(2026, 2, 28)),
        ("年底", date(2026, 12, 31)),
        ("2月31日", date(2026, 2, 28)),
        ("11月0日", None),
        ("0000年3月1日", None),
        ("尽快", None),
    ],
)
def test_a_deadline_in_words(words, day):
    assert due_day(words, 2026) == day
