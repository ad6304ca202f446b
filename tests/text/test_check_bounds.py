import sys
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
    "第1页 ", "\ufffd", "１", "住址甲", "6222 ", "共", "清河镇12户、", "12万",
    "合计12人，", "信(xìn)", "提前12天3月5日", "……",
]  # fmt: skip
# Rows without a full stop: whatever looks back over its sentence sees all of it.
ROWS = [
    "清河镇12户、", "占12%，", "其中甲12人、", "合计12人，", "12个县（甲、乙）", "提前12天3月5日", "分别增长12%、",
    "由12户增加，逐年扩大，", "人均12元，共12人，", "尚未完成12户，", "剩余12户，", "甲镇、乙镇、",
    "信(xìn)", "首页\n", "甲\n",
]  # fmt: skip
SIZES = (4_000, 16_000)


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_little_more_than_four_times_as_long(piece):
    short, long = (best_of_three((piece * size)[:size]) for size in SIZES)

    # A quadratic rule would take sixteen times as long, and ten seconds at a hundred thousand characters.
    assert long < 9 * short + 0.3


@pytest.mark.parametrize("row", ROWS)
def test_twice_the_row_takes_twice_the_steps(row):
    work((row * 500)[:500])  # reads the lists
    short, long = (work((row * size)[:size]) for size in (2_000, 4_000))

    assert long < 2.3 * short


def work(text):
    """Count the calls and turns of loops that checking and cleaning a text take: the same on every machine."""
    steps = 0

    def count(*_):
        nonlocal steps
        steps += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        check(text, kind="problem", form="single")
        clean(text)
    finally:
        sys.settrace(before)
    return steps


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
