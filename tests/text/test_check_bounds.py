import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qianliyan.text.checking.check import check
from qianliyan.text.cleaning.clean import clean

PIECES = [
    "（", "1", "一", "，", "\n", "?", "国?", "12万人、", "3月5日至", "来源：", "(a", "甲\t1\n", "。。.", '"中', "  ",
    "“《（",
    "一、甲\n1.乙\n",
    "占12%，", "138 ", "國", "æ", "信(xìn", "由12家增加到13家，增长", "X", "其中甲12人、乙13人、",
    "第1页 ", "\ufffd", "１", "住址甲", "6222 ", "共",
]  # fmt: skip
SIZES = (4_000, 16_000)


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_little_more_than_four_times_as_long(piece):
    short, long = (best_of_three((piece * size)[:size]) for size in SIZES)

    # A quadratic rule would take sixteen times as long, and ten seconds at a hundred thousand characters.
    assert long < 9 * short + 0.3


def best_of_three(text):
    """The least processor time of three tries, free of what a collection of garbage or a busy neighbour adds."""
    return min(timed(text) for _ in range(3))


def timed(text):
    start = time.process_time()
    check(text, kind="problem", form="single")
    clean(text)
    return time.process_time() - start


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400), st.sampled_from([None, "problem", "experience", "warning", "ordinary", "implementation"]))
def test_any_text_can_be_checked_and_every_place_lies_in_it(text, kind):
    findings = check(text, kind=kind)

    assert all(0 <= finding.start <= finding.end <= len(text) for finding in findings)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=20))
def test_any_title_and_body_can_be_checked_and_every_place_lies_in_its_part(body, title):
    parts = {"title": len(title), "body": len(body)}

    assert all(0 <= finding.start <= finding.end <= parts[finding.part] for finding in check(body, title=title))
