"""How a value is formed: numbers, tables, products, formulas, entered values, factors."""

from fractions import Fraction

import pytest

from qianliyan.scoring.exact import Rounding, decimal_text, exact
from tests.scoring.desk import fact, result, scheme, totals


def points(text, *rows):
    """Score facts under one rule."""
    return totals(scheme(f"rules:\n  - rule: 采用\n    when: {{fact: adopted}}\n    points: {text}\n"), list(rows))


@pytest.mark.parametrize(
    ("written", "number"),
    [(3, Fraction(3)), ("1/3", Fraction(1, 3)), ("-50%", Fraction(-1, 2)), ("0.1", Fraction(1, 10)), ("＋1", None)],
)
def test_numbers_are_read_exactly_or_not_at_all(written, number):
    if number is None:
        with pytest.raises(ValueError, match="不是数"):
            exact(written)
    else:
        assert exact(written) == number


def test_a_third_is_printed_with_six_places_and_a_tenth_exactly():
    assert [decimal_text(Fraction(1, 3)), decimal_text(Fraction(-2, 3)), decimal_text(Fraction(1, 10))] == [
        "0.333333",
        "-0.666667",
        "0.1",
    ]


@pytest.mark.parametrize(
    ("mode", "printed"),
    [("half_up", ["0.3", "-0.3", "0.4"]), ("half_even", ["0.2", "-0.2", "0.4"]), ("down", ["0.2", "-0.2", "0.3"])],
)
def test_rounding_follows_the_habit_the_scheme_names(mode, printed):
    rounding = Rounding(1, mode)

    assert [rounding.text(Fraction(number)) for number in ("0.25", "-0.25", "0.35")] == printed


def test_loose_zeros_are_dropped_where_the_scheme_says_so():
    assert [Rounding(1, zeros=False).text(Fraction(n)) for n in ("12", "12.5", "100")] == ["12", "12.5", "100"]


def test_one_tenth_added_ten_times_is_one():
    rules = scheme("rules:\n  - {rule: 采用, when: {fact: adopted}, points: 0.1}\n")

    assert totals(rules, [fact("adopted") for _ in range(10)]) == {"甲": "1"}


def test_a_table_goes_as_deep_as_its_keys_and_others_is_the_last_row():
    table = "{by: [publication, form], table: {要情: {brief: 1, 其他: 2}, 其他: {其他: 1/2}}}"

    rows = [fact("adopted", publication=name, form=form) for name in ("要情", "快讯") for form in ("brief", "single")]

    assert points(table, *rows) == {"甲": "4"}


def test_a_table_can_ask_a_yes_or_no():
    table = "{by: principal, table: {true: 15, false: 8}}"

    rows = [fact("adopted", principal=True), fact("adopted", principal=False)]
    assert points(table, *rows) == {"甲": "23"}
    rules = scheme(f"rules:\n  - rule: 采用\n    when: {{fact: adopted}}\n    points: {table}\n")
    assert [line.words for line in result(rules, rows).entries] == ["主要领导批示 15", "非主要领导批示 8"]


def test_a_lattice_multiplies_level_and_kind():
    lattice = "{product: [{by: level, table: {city: 1, province: 2}}, {by: kind, table: {experience: 4, ordinary: 2}}]}"

    assert points(lattice, fact("adopted", level="province", kind="experience")) == {"甲": "8"}


def test_a_formula_may_pay_by_length():
    assert points("{formula: 取整(characters / 100) × 0.5}", fact("adopted", characters=1050)) == {"甲": "5"}


def test_a_missing_number_earns_nothing_and_says_why():
    rules = scheme("rules:\n  - {rule: 采用, when: {fact: adopted}, points: {formula: characters / 100}}\n")

    found = result(rules, [fact("adopted")])

    assert [(row.rule, row.why) for row in found.nothing] == [("采用", "没有“字数”")]


def test_factors_chain():
    rules = scheme(
        "rules:\n  - rule: 采用\n    when: {fact: adopted}\n    points: 2\n    factors:\n"
        "      - {when: {level: {at_least: city}}, times: 2}\n      - {when: {reposted: true}, times: 1/2}\n"
        "      - {when: {item_has: {fact: instructed}}, times: 3, why: 有批示}\n"
    )

    found = result(rules, [fact("adopted", level="state", reposted=True, item="一"), fact("instructed", item="一")])

    assert [line.words for line in found.entries] == [
        "2 × 2（层级：市级、省级、国家级） × 0.5（转载：是） × 3（有批示） = 6"
    ]


def test_a_rule_can_round_each_share():
    rules = scheme("rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1, split: equal, round: {places: 1}}\n")

    assert totals(rules, [fact("adopted", "甲、乙、丙")]) == {"甲": "0.3", "乙": "0.3", "丙": "0.3"}


def test_unknown_attributes_can_be_matched_and_lists_match_any_of_their_values():
    rules = scheme(
        "rules:\n  - {rule: 图, when: {fact: adopted, media: picture}, points: 0.5}\n"
        "  - {rule: 县志, when: {fact: adopted, 栏目: 县志}, points: 7, on_top_of: 图}\n"
    )

    assert totals(rules, [fact("adopted", media=["video", "picture"], 栏目="县志")]) == {"甲": "7.5"}
