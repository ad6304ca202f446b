"""Bounds, formulas, quotas and periods: what a unit's figures come to."""

import pytest

from qianliyan.scoring.errors import FactsRefused
from tests.scoring.desk import columns, fact, offices, result, scheme, totals

ADOPTED = "rules:\n  - {rule: 采用, column: 采用, when: {fact: adopted}, points: 4}\n"


def figure(text, rows, period=None, name="甲", known=None):
    """Give the total of a scheme whose total column is described by `text`."""
    rules = scheme(f"{ADOPTED}columns:\n{text}")
    found = result(rules, rows, known, period)
    return next(part for part in found.standings if part.name == name)


def monthly(*numbers):
    """Give so many adopted items in January, February …"""
    return [fact("adopted", on=f"2026-{month:02}-10") for month, n in enumerate(numbers, 1) for _ in range(n)]


@pytest.mark.parametrize(
    ("bounds", "total"),
    [
        ("[{each: month, max: 10}]", 22),
        ("[{each: year, max: 20}]", 20),
        ("[{each: month, max: 10}, {each: year, max: 20}]", 20),
        ("[{each: quarter, min: 5}]", 34),
        ("[{each: month, max: 10}, {each: quarter, max: 12}]", 22),
    ],
)
def test_bounds_hold_from_the_shortest_period_to_the_longest(bounds, total):
    text = f"  - {{column: 采用, bounds: {bounds}}}\ntotal: 采用\n"

    # 一月3条12分，二月0，三月0，四月1条4分，五月2条8分
    assert figure(text, monthly(3, 0, 0, 1, 2), "2026").total == total


def test_a_month_is_printed_beside_the_running_total_and_each_keeps_its_bounds():
    text = "  - {column: 采用, bounds: [{each: month, max: 10}, {each: year, max: 15}]}\ntotal: 采用\n"

    part = figure(text, monthly(3, 3), "2026-02")

    assert (part.total, part.running) == (10, 15)


@pytest.mark.parametrize(
    ("over", "total"),
    [("sum", 24), ("mean", 2), ("max", 12), ("min", 0), ("last", 0)],
)
def test_pieces_of_a_year_are_put_together_as_the_scheme_says(over, total):
    text = f"  - {{column: 总, each: month, over: {over}, formula: 采用}}\ntotal: 总\n"

    assert figure(text, monthly(3, 0, 0, 1, 2), "2026").total == total


def test_months_are_ranked_and_the_places_averaged():
    text = "  - {column: 名次分, each: month, over: mean, formula: 100 - 5 × (名次(采用) - 1)}\ntotal: 名次分\n"
    rows = [fact("adopted", "甲", on="2026-01-01"), fact("adopted", "乙", on="2026-02-01")]

    # 一月甲第一乙第二，二月反之：(100 + 95) ÷ 2
    assert figure(text, rows, "2026-01..2026-02").total == 97.5


def test_the_best_unit_is_the_measure_inside_each_group():
    known = offices("- {office: 甲, group: 县区}\n- {office: 乙, group: 县区}\n- {office: 丙, group: 部门}\n")
    rules = scheme(
        ADOPTED
        + 'columns:\n  - {column: 总, formula: "100 × 采用 / 组内最高(采用) + 组内家数() + 组内平均(采用)'
        + ' + 全体最高(采用)"}\ntotal: 总\n'
    )
    rows = [fact("adopted", who) for who in "甲乙乙丙丙丙"]

    # 乙 100 + 2 + (4 + 8) ÷ 2 + 12；丙 100 + 1 + 12 + 12
    assert totals(rules, rows, known) == {"乙": "120", "甲": "70", "丙": "125"}


def test_bands_turn_raw_points_into_marks():
    rules = scheme(
        ADOPTED + "tables:\n  档次: {bands: [[8, 5], [4, 3]]}\n"
        'columns:\n  - {column: 总, formula: "查表(档次, 采用)"}\ntotal: 总\n'
    )

    assert totals(
        rules, [fact("adopted", who) for who in "甲甲乙"], offices("- office: 丙\n- office: 甲\n- office: 乙\n")
    ) == {
        "甲": "5",
        "乙": "3",
        "丙": "0",
    }


def test_points_become_money_above_a_line():
    rules = scheme(ADOPTED + 'columns:\n  - {column: 奖金, unit: 元, formula: "8 × 最大(0, 采用 - 10)"}\ntotal: 奖金\n')

    assert totals(rules, monthly(3), period="2026") == {"甲": "16"}


def test_two_failed_commissions_make_the_year_nothing():
    rules = scheme(
        ADOPTED.replace(
            "rules:\n", "rules:\n  - {rule: 失约, column: 失约, when: {fact: commission_missed}, points: 1}\n"
        )
        + 'columns:\n  - {column: 总, formula: "如果(失约 ≥ 2, 0, 采用)"}\ntotal: 总\n'
    )
    rows = [
        fact("adopted", "甲、乙"),
        *[fact("commission_missed", "乙") for _ in range(2)],
        fact("commission_missed", "甲"),
    ]

    assert totals(rules, rows) == {"甲": "2", "乙": "0"}


def test_something_divided_by_nothing_is_refused_with_unit_and_column():
    rules = scheme(ADOPTED + "columns:\n  - {column: 总, formula: 采用 / (采用 - 4)}\ntotal: 总\n")

    with pytest.raises(FactsRefused, match="“甲”的“总”（2026-03）：4÷0：除数为零"):
        totals(rules, [fact("adopted")])


def test_a_register_without_the_number_a_formula_needs_is_refused():
    rules = scheme(ADOPTED + "columns:\n  - {column: 总, formula: 采用 / 登记(heads)}\ntotal: 总\n")

    assert totals(rules, [fact("adopted")], offices("- {office: 甲, heads: 8}\n")) == {"甲": "0.5"}
    with pytest.raises(FactsRefused, match="名册中没有“heads”"):
        totals(rules, [fact("adopted")])


QUOTA = (
    "rules:\n  - {rule: 少报, column: 扣分, when: {fact: quota_missed, quota: 任务}, points: {formula: 2 × missing}}\n"
    "  - {rule: 多报, column: 加分, when: {fact: quota_met, quota: 任务}, points: {formula: 0.5 × excess}}\n"
    "columns:\n  - {column: 总, formula: 加分 - 扣分}\ntotal: 总\n"
)


@pytest.mark.parametrize(
    ("target", "known", "total"),
    [
        ("2", "- office: 甲\n", "1.5"),
        ("{per_head: 3}", "- {office: 甲, heads: 2}\n", "-2"),
        ("{register: 月}", "- {office: 甲, targets: {月: 4}}\n", "0.5"),
        ("{by: group, table: {县区: 1}}", "- {office: 甲, group: 县区}\n", "2"),
        ("{by: group, table: {县区: 1}}", "- {office: 甲, group: 部门}\n", "0"),
    ],
)
def test_targets_come_from_number_head_register_or_class(target, known, total):
    rules = scheme(QUOTA + f"quotas:\n  - {{quota: 任务, each: month, count: {{fact: submitted}}, target: {target}}}\n")
    rows = [fact("submitted", item=f"{n}") for n in range(5)]

    assert totals(rules, rows, offices(known), "2026-03") == {"甲": total}


def test_an_item_counts_once_for_a_quota_unless_facts_are_counted():
    for per, done in (("item", 1), ("fact", 2)):
        rules = scheme(f"quotas:\n  - {{quota: 任务, each: month, count: {{fact: adopted}}, per: {per}, target: 3}}\n")
        found = result(rules, [fact("adopted", item="一"), fact("adopted", item="一")])
        assert found.standings[0].quotas[0].done == done


def test_weeks_belong_to_the_month_in_which_they_end():
    rules = scheme(
        "rules:\n  - {rule: 漏周, when: {fact: quota_missed, quota: 每周}, points: -1}\n"
        "quotas:\n  - {quota: 每周, each: week, count: {fact: submitted}, target: 1}\n"
    )
    rows = [fact("submitted", on=day) for day in ("2026-02-23", "2026-03-08")]

    # 2026年3月结束的周：3月1、8、15、22、29日；报了前两周
    assert totals(rules, rows, period="2026-03") == {"甲": "-3"}


def test_a_quota_of_a_quarter_is_not_judged_before_the_quarter_ends():
    rules = scheme(QUOTA + "quotas:\n  - {quota: 任务, each: quarter, count: {fact: submitted}, target: 2}\n")
    rows = [fact("submitted", on="2026-01-05")]

    judged = [columns(rules, rows, "甲", period=period)["扣分"] for period in ("2026-02", "2026-03", "2026-Q1")]
    assert judged == ["0", "2", "2"]


def test_adoption_may_be_dated_by_the_day_of_submission():
    rules = scheme(ADOPTED + "calendar: {dated_by: {adopted: submitted_on}}\ntotal: 采用\n")
    rows = [fact("adopted", on="2026-04-02", submitted_on="2026-03-30"), fact("adopted", on="2026-04-02")]

    assert [totals(rules, rows, period=period)["甲"] for period in ("2026-03", "2026-04")] == ["4", "4"]


def test_two_months_without_a_report_in_a_row_cost_five_points():
    text = '  - {column: 总, each: month, formula: "如果(连续零期(采用) ≥ 2, -5, 采用)"}\ntotal: 总\n'

    # 一月4，二月0，三月、四月连续为零 −5 −5，五月4，六月0
    assert figure(text, monthly(1, 0, 0, 0, 1, 0), "2026-H1").total == -2


def test_a_longer_quota_is_shown_up_to_the_end_of_the_printed_month():
    rules = scheme("quotas:\n  - {quota: 季, each: quarter, count: {fact: submitted}, target: 3}\n")
    rows = [fact("submitted", on=f"2026-{month}-05") for month in ("01", "02", "03", "04")]

    progress = result(rules, rows, period="2026-02").standings[0].quotas

    assert [(part.done, part.target, part.period.label) for part in progress] == [(2, 3, "2026-Q1")]
