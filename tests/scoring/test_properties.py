"""What must hold for any facts: order and partition do not matter, ledgers add up, the same bytes come out."""

import json
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from qianliyan.scoring import conditions, output, workbook
from qianliyan.scoring.ledger import explain
from qianliyan.scoring.overlap import apart
from qianliyan.scoring.partial import merge
from qianliyan.scoring.run import everybody, finished, fold_lines, fold_rows
from qianliyan.scoring.scheme import OFFICES
from tests.scoring.desk import real, scheme

BUSY = scheme(
    """
split: weights
subjects: [offices, persons]
rules:
  - rule: 采用
    column: 采用
    when: {fact: adopted}
    points: {by: level, table: {city: 1, province: 3, 其他: 1/3}}
    split: equal
  - {rule: 批示, column: 批示, when: {fact: instructed}, points: {formula: value × 2}}
  - {rule: 迟报, column: 扣分, when: {fact: late}, points: 1, repeat: {each: quarter, times: [1, 2], then: double}}
  - {rule: 折半, column: 采用, when: {fact: error}, points: {formula: "-50% × item_points"}}
  - {rule: 图片, column: 图片, when: {fact: picture}, points: 1}
  - {rule: 未完成, column: 扣分, when: {fact: quota_missed, quota: 任务}, points: {formula: missing / 3}}
exclude:
  - {when: {fact: adopted, item_has: {fact: void}}, why: 作废}
combine:
  - {combine: 最高两层, rules: [采用], one_per: level, best: 2}
  - {combine: 每月两张, rules: [图片], within: unit, best: 2, each: month}
quotas:
  - {quota: 任务, each: month, count: {fact: [submitted, adopted]}, target: 2}
columns:
  - {column: 采用, bounds: [{each: month, max: 4}, {each: year, max: 9}]}
  - {column: 总, formula: "采用 + 批示 + 图片 - 扣分 + 名次(采用) / 7"}
total: 总
"""
)
FACTS = st.lists(
    st.fixed_dictionaries(
        {
            "fact": st.sampled_from(
                ["submitted", "adopted", "instructed", "late", "error", "picture", "void", "effect"]
            ),
            "on": st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(str),
            "item": st.sampled_from([None, "一", "二", "三", "四"]),
            "level": st.sampled_from([None, "city", "province", "state"]),
            "value": st.integers(0, 5),
            "offices": st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=3, unique=True),
            "authors": st.lists(st.sampled_from("张王"), max_size=2, unique=True),
        }
    ),
    max_size=25,
).map(lambda rows: [{"id": f"f{number}", **row} for number, row in enumerate(rows)])


def printed(partial):
    return output.as_json(finished(BUSY, partial, period="2026"), lines=True)


@settings(max_examples=60, deadline=None)
@given(FACTS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_order_and_any_partition_by_item_give_the_same_bytes(rows, dice, number):
    whole = printed(fold_rows(BUSY, rows, watch=everybody))
    shuffled = dice.sample(rows, len(rows))
    parts = [[row for row in shuffled if hash(row["item"] or row["id"]) % number == place] for place in range(number)]
    dice.shuffle(parts)

    assert printed(merge(fold_rows(BUSY, part, watch=everybody) for part in parts)) == whole


@settings(max_examples=60, deadline=None)
@given(FACTS)
def test_the_lines_of_a_ledger_and_their_bounds_add_up_to_the_column(rows):
    found = finished(BUSY, fold_rows(BUSY, rows, watch=everybody), period="2026")

    for standing in found.of(OFFICES):
        for part in explain(found, OFFICES, standing.name).parts:
            if not part.column.formula:
                assert sum((line.points for line in part.lines), part.adjustment) == part.value


@settings(max_examples=40, deadline=None)
@given(FACTS)
def test_watching_changes_no_figure_and_recalculation_gives_the_same_bytes(rows):
    watched = finished(BUSY, fold_rows(BUSY, rows, watch=everybody), period="2026")
    blind = finished(BUSY, fold_rows(BUSY, rows), period="2026")
    lines = [json.dumps(row).encode() for row in rows]

    assert output.as_json(watched) == output.as_json(blind)
    assert output.as_json(finished(BUSY, fold_lines(BUSY, lines), period="2026")) == output.as_json(blind)
    assert workbook.as_xlsx(watched) == workbook.as_xlsx(watched)


@settings(max_examples=40, deadline=None)
@given(FACTS)
def test_points_without_bounds_are_additive_over_items(rows):
    rules = real("S01")
    everything = finished(rules, fold_rows(rules, rows), period="2026")
    by_item = {}
    for row in rows:
        by_item.setdefault(row["item"] or row["id"], []).append(row)
    singly = {}
    for part in by_item.values():
        for standing in finished(rules, fold_rows(rules, part), period="2026").standings:
            singly[standing.name] = singly.get(standing.name, Fraction(0)) + standing.total

    assert {standing.name: standing.total for standing in everything.standings} == singly


TESTS = st.one_of(
    st.sampled_from(["a", "b"]),
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1),
    st.fixed_dictionaries({"not": st.sampled_from(["a", ["a", "b"]])}),
    st.fixed_dictionaries({"present": st.booleans()}),
    st.fixed_dictionaries({}, optional={"min": st.integers(0, 3), "below": st.integers(0, 3)}).filter(bool),
    st.fixed_dictionaries({}, optional={"above": st.integers(0, 3), "max": st.integers(0, 3)}).filter(bool),
)
PLAIN = st.dictionaries(st.sampled_from(["x", "y"]), TESTS, min_size=1)
WHENS = st.one_of(PLAIN, st.fixed_dictionaries({"any": st.lists(PLAIN, min_size=1, max_size=2)}))
VALUES = st.sampled_from([None, "a", "b", "c", 0, 1, 2, 3])


@settings(max_examples=400, deadline=None)
@given(WHENS, WHENS, VALUES, VALUES)
def test_conditions_that_are_apart_never_hold_for_one_fact(first, second, x, y):
    one, other = conditions.read(first), conditions.read(second)
    fact = {"x": x, "y": y}

    if apart(one, other):
        assert not (one.holds(fact) and other.holds(fact))
