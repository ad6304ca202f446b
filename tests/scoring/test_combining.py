"""Several results of one item, several items of one unit: which of them count."""

import pytest

from tests.scoring.desk import columns, fact, result, scheme, totals

LEVELS = ("county", "city", "province", "state")


def adopted(combine, *rows):
    rules = scheme(
        "rules:\n  - rule: 采用\n    when: {fact: adopted}\n"
        "    points: {by: level, table: {county: 1, city: 2, province: 4, state: 8}}\n"
        + (f"combine:\n  - {{combine: 一稿多用, rules: [采用], {combine}}}\n" if combine else "")
    )
    return totals(rules, list(rows))["甲"]


@pytest.mark.parametrize(
    ("combine", "expected"),
    [
        ("", "16"),
        ("best: 1", "8"),
        ("best: 2, one_per: level", "12"),
        ("one_per: level", "15"),
        ("one_per: medium", "9"),
        ("max: 10", "10"),
        ("best: 1, prefer: first", "1"),
        ("by_place: [1, 1/2, 1/4]", "11"),
        ("by_place: [1, 1/2], best: 2", "10"),
        ("by_place: [1, 1/2], one_per: level, max: 10", "10"),
    ],
)
def test_levels_add_up_or_the_highest_counts(combine, expected):
    rows = [
        fact("adopted", level=level, medium="内刊", item="一", on=f"2026-03-0{n}") for n, level in enumerate(LEVELS, 1)
    ]
    rows.append(fact("adopted", level="county", medium="网站", item="一", on="2026-03-09"))

    assert adopted(combine, *rows) == expected


def test_items_do_not_compete_with_each_other():
    rows = [fact("adopted", level="city", item=name) for name in "一二三"]

    assert adopted("best: 1", *rows) == "6"


def test_a_month_may_count_only_a_unit_s_three_best_items():
    rows = [fact("adopted", level=level, item=level, on="2026-03-02") for level in LEVELS]
    rows += [fact("adopted", level="county", item="四月", on="2026-04-02")]

    assert adopted("within: unit, best: 3, each: month", *rows) == "15"


def test_the_second_late_report_counts_double_and_the_next_year_starts_anew():
    rules = scheme(
        "rules:\n  - {rule: 迟报, when: {fact: late}, points: -1, repeat: {each: half, times: [1, 2], then: double}}\n"
    )
    rows = [fact("late", on=f"2026-{month}-05") for month in ("01", "02", "03", "07")]

    found = result(rules, rows, period="2026")

    # 上半年 1 + 2 + 4，下半年重新从 1 起
    assert found.standings[0].total == -8


def test_the_last_factor_stays_where_the_scheme_does_not_double():
    rules = scheme("rules:\n  - {rule: 迟报, when: {fact: late}, points: -1, repeat: {each: year, times: [1, 3]}}\n")

    assert totals(rules, [fact("late") for _ in range(4)]) == {"甲": "-10"}


def test_a_rule_stands_in_for_another_only_where_the_item_calls_for_it():
    rules = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
        "  - rule: 约稿采用\n    when: {fact: adopted, item_has: {fact: commission_delivered}}\n"
        "    points: 5\n    instead_of: 采用\n"
    )
    rows = [fact("adopted", item="一"), fact("commission_delivered", item="一"), fact("adopted", item="二")]

    assert totals(rules, rows) == {"甲": "6"}


def test_an_item_without_its_review_form_is_void():
    rules = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
        "exclude:\n  - {when: {fact: adopted, item_has: {fact: error, kind: 缺审签单}}, why: 缺审签单，不计分}\n"
    )
    rows = [fact("adopted", item="一"), fact("error", kind="缺审签单", item="一"), fact("adopted", item="二")]

    found = result(rules, rows)

    assert found.standings[0].total == 1
    assert [(row.fact, row.why) for row in found.nothing] == [
        ("f1", "缺审签单，不计分"),
        ("f2", "本办法对“差错”不计分"),
    ]


def test_an_item_is_prized_by_its_highest_result():
    rules = scheme(
        "ladders:\n  - ladder: 好信息\n    rungs:\n"
        "      - {prize: 特等, when: {fact: instructed, leader_level: state}}\n"
        "      - prize: 一等\n"
        "        when: {any: [{fact: adopted, level: state}, {fact: instructed, leader_level: province}]}\n"
        "      - {prize: 二等, when: {fact: adopted, level: province}}\n"
    )
    rows = [
        fact("adopted", level="province", item="一"),
        fact("instructed", leader_level="province", item="一"),
        fact("adopted", "乙", level="province", item="二"),
        fact("adopted", "乙", level="city", item="三"),
    ]

    found = result(rules, rows)

    assert [(part.prize, part.item, part.names) for part in found.prizes] == [
        ("一等", "一", ("甲",)),
        ("二等", "二", ("乙",)),
    ]


def test_higher_levels_add_to_lower_ones():
    rules = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
        "  - {rule: 省采用另加, when: {fact: adopted, level: province}, points: 4, on_top_of: 采用}\n"
    )

    assert columns(rules, [fact("adopted", level="province")], "甲") == {"得分": "5"}
