from fractions import Fraction

import pytest

from qianliyan.text.numerals import from_chinese, to_chinese
from qianliyan.text.parsing.names import NameList
from qianliyan.text.parsing.parse import parse


def figures(text):
    return [(number.span.of(text), number.value, number.unit) for number in parse(text, title="").numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受灾12.6万亩", [("12.6万亩", Fraction(126000), "亩")]),
        ("转移30余人", [("30余人", Fraction(30), "人")]),
        ("投资1,234.5亿元", [("1,234.5亿元", Fraction(123450000000), "元")]),
        ("同比下降-3.2％", [("-3.2％", Fraction(-32, 10), "%")]),
        ("需3-5天", [("3", Fraction(3), ""), ("5天", Fraction(5), "天")]),
        ("提高0.8个百分点", [("0.8个百分点", Fraction(8, 10), "个百分点")]),
        ("占百分之二十点五", [("百分之二十点五", Fraction(205, 10), "%")]),
        ("超过三分之一", [("三分之一", Fraction(100, 3), "%")]),
        ("共一千二百户", [("一千二百户", Fraction(1200), "户")]),
        ("２０处隐患", [("２０处", Fraction(20), "处")]),
    ],
)
def test_numbers_have_value_scale_and_unit(text, expected):
    assert figures(text) == expected


def test_figures_of_dates_times_and_heading_numbers_are_no_numbers():
    assert figures("1.2026年3月5日9时30分，完成12项") == [("12项", Fraction(12), "项")]


@pytest.mark.parametrize(
    ("text", "expected", "possible"),
    [
        ("2026年3月5日", (2026, 3, 5), True),
        ("二〇二六年三月五日", (2026, 3, 5), True),
        ("2月30日", (None, 2, 30), False),
        ("2025年2月29日", (2025, 2, 29), False),
        ("13月5日", (None, 13, 5), False),
        ("2026-03-05", (2026, 3, 5), True),
        ("2026年", (2026, None, None), True),
        ("9月份", (None, 9, None), True),
    ],
)
def test_dates_are_read_and_judged_by_the_calendar(text, expected, possible):
    (found,) = parse(text + "，", title="").dates

    assert ((found.year, found.month, found.day), found.possible) == (expected, possible)


@pytest.mark.parametrize(
    ("text", "possible"), [("9时30分", True), ("25时", False), ("8:05", True), ("23时75分", False)]
)
def test_times_are_judged_by_the_clock(text, possible):
    (found,) = parse(f"会议于{text}开始", title="").times

    assert found.possible is possible


def test_signs_are_paired_line_by_line():
    text = "会上说：“要快（尽快。”\n《通知》（第1号)要求落实”。"

    signs = parse(text, title="").signs

    assert [pair.span.of(text) for pair in signs.pairs] == ["“要快（尽快。”", "《通知》", "（第1号)"]
    assert [alone.of(text) for alone in signs.alone] == ["（", "”"]


def test_names_of_the_list_are_found_longest_first():
    names = NameList(["青溪县", "青溪县财政局", "河东镇"])
    text = "青溪县财政局会同河东镇办理。"

    assert [span.of(text) for span in parse(text, title="").named(names)] == ["青溪县财政局", "河东镇"]


@pytest.mark.parametrize(
    ("number", "written"), [(0, "〇"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (1200, "一千二百")]
)
def test_chinese_numerals_are_written_and_read(number, written):
    assert to_chinese(number) == written
    assert from_chinese(written) == number


@pytest.mark.parametrize(
    ("written", "number"), [("一亿二千万", 120_000_000), ("两千三百", 2300), ("二〇二六", 2026), ("甲", None)]
)
def test_longer_numerals_are_read(written, number):
    assert from_chinese(written) == number
