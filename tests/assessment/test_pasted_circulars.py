"""Circulars of the office above as they are pasted: prose with marks, tables, tables of points."""

from datetime import date
from decimal import Decimal

import pytest

from qianliyan.assessment.pasted.circular import Listed, Placed, read
from qianliyan.assessment.pasted.columns import columns_in
from qianliyan.assessment.pasted.matching import Candidate, Matcher, sure
from qianliyan.assessment.pasted.values import day_in, number_in

PROSE = """关于2026年第1季度政务信息采用情况的通报
各市人民政府办公室：
一、采用信息
云川市（2条）：《农村污水处理设施停运较多》▲；《学习〈条例〉的做法》▲●。
青山市：1.《春耕备耕进展》；2.《企业用工缺口扩大》★
（▲省级采用　★国办采用　●省领导批示）
"""
TABLE = (
    "序号\t报送单位\t信息标题\t采用刊物\t采用日期\t得分\n"
    "1\t云川市\t《农村污水处理设施停运较多》\t每日要情\t3月5日\t8\n"
    "2\t青山市\t春耕备耕进展\t《政务信息》\t2026.3.7\t6.5分\n"
    "\n名次\t单位\t累计得分\n1\t青山市\t120.5\n2\t云川市\t98\n"
)


def test_prose_gives_each_unit_its_titles_and_marks():
    found = read(PROSE, 2026)

    assert [(one.line, one.unit, one.title, one.marks) for one in found.pieces] == [
        (4, "云川市", "农村污水处理设施停运较多", "▲"),
        (4, "云川市", "学习〈条例〉的做法", "▲●"),
        (5, "青山市", "春耕备耕进展", ""),
        (5, "青山市", "企业用工缺口扩大", "★"),
    ]
    assert [found.meaning(mark) for mark in "▲★●△"] == [
        ("adopted", "province"),
        ("adopted", "state"),
        ("instructed", "province"),
        ("", ""),
    ]


def test_a_heading_names_the_unit_of_the_lines_below_it():
    found = read("云川市（2条）\n1.《甲》\n2.《乙》\n青山市（共1条）\n《丙》", 2026)

    assert [(one.unit, one.title) for one in found.pieces] == [("云川市", "甲"), ("云川市", "乙"), ("青山市", "丙")]


def test_a_table_is_read_by_its_heading_and_a_second_one_gives_the_places():
    found = read(TABLE, 2026)

    assert found.pieces == (
        Listed(2, "农村污水处理设施停运较多", "云川市", "每日要情", date(2026, 3, 5), Decimal(8), ""),
        Listed(3, "春耕备耕进展", "青山市", "政务信息", date(2026, 3, 7), Decimal("6.5"), ""),
    )
    assert found.places == (Placed("青山市", Decimal("120.5"), 1), Placed("云川市", Decimal(98), 2))


def test_who_is_given_no_place_is_placed_by_points_and_ties_are_shared():
    found = read("单位\t得分\n甲市\t3\n乙市\t5\n丙市\t5", 2026)

    assert [(one.unit, one.rank) for one in found.places] == [("甲市", 3), ("乙市", 1), ("丙市", 1)]


@pytest.mark.parametrize("text", ["", "\t\t", "没有题目的一段话。", "《", "》《", "单位\t得分\n甲市\t无"])
def test_what_is_no_circular_gives_nothing(text):
    found = read(text, 2026)

    assert (found.pieces, found.places) == ((), ())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3月5日", date(2026, 3, 5)),
        ("2025-12-31", date(2025, 12, 31)),
        ("2026/3/7 10:00", date(2026, 3, 7)),
        ("第31期", None),
        ("2月30日", None),
    ],
)
def test_days_are_read_as_tables_write_them(words, day):
    assert day_in(words, 2026) == day


def test_points_are_read_with_their_unit_and_their_sign():
    assert [number_in(words) for words in ("12.50分", "1,200", "−3", "无")] == [
        Decimal("12.50"),
        Decimal(1200),
        Decimal(-3),
        None,
    ]


def test_a_line_of_figures_is_no_heading():
    assert columns_in(["1", "云川市", "98"]) == {}
    assert columns_in(["序号", "单位", "得分"]) == {0: "number", 1: "unit", 2: "value"}


def pieces(*titles):
    return [
        Candidate("submission", number, str(number), title, date(2026, 3, 1)) for number, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("listed", "meant"),
    [
        ("青石县农村生活污水处理设施运行情况", 0),
        ("农村生活污水处理设施运行", None),
        ("关于青石县农村生活污水处理设施运行情况的报告", 0),
        ("企业用工缺口扩大 部分订单外流", 1),
        ("高标准农田建设中的几个问题", None),
    ],
)
def test_a_title_is_sure_only_when_no_other_comes_near(listed, meant):
    known = pieces(
        "青石县农村生活污水处理设施运行情况",
        "企业用工缺口扩大，部分订单外流",
        "白桑县农村生活污水处理设施运行情况",
    )

    found = sure(Matcher(known).likely(listed))

    assert (found.pk if found else None) == meant


def test_a_doubtful_title_shows_the_likely_ones_most_alike_first():
    known = pieces("春耕备耕进展顺利", "秋冬种进展", "春耕备耕中农资价格上涨")

    assert [one.candidate.pk for one in Matcher(known).likely("春耕备耕进展")] == [0, 2]
