"""A value that only one fact or one unit makes impossible, and parts that do not fit together."""

import json

import pytest

from qianliyan.scoring.errors import FactsRefused
from qianliyan.scoring.folding import DoubtfulFacts
from qianliyan.scoring.partial import merge
from qianliyan.scoring.run import fold_rows, score_file
from tests.scoring.desk import fact, numbered, result, scheme

RULE = "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
MISSED = "rules:\n  - {rule: 少报, when: {fact: quota_missed}, points: -1}\n"
QUOTA = "quotas:\n  - {quota: 月, each: month, count: {fact: submitted}, target: 2}\n"


def test_one_item_may_not_be_torn_between_parts():
    rules = scheme(RULE)
    row = fact("adopted", item="一")
    first, second = (fold_rows(rules, [{"id": name, **row}]) for name in "ab")

    with pytest.raises(FactsRefused, match="信息“一”被分在两个分区"):
        merge([first, second])
    with pytest.raises(FactsRefused, match="事实编号“a”在两个分区中都有"):
        merge([first, fold_rows(rules, [{"id": "a", **fact("adopted")}])])


@pytest.mark.parametrize(
    ("rule", "more", "doubt"),
    [
        ("points: {formula: 字数}", {"characters": "很长"}, "“字数”不是数：很长"),
        (
            "points: {entered: {min: 1}}, factors: [{when: {item_lacks: {fact: x}}, times: 2}]",
            {"value": 0},
            "超出规定范围（1至不限）",
        ),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_line(tmp_path, rule, more, doubt):
    path = tmp_path / "facts.jsonl"
    rows = numbered([fact("submitted"), fact("adopted", **more)])
    path.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    with pytest.raises(FactsRefused, match=f":3：事实“f2”：.*{doubt}"):
        score_file(scheme(RULE.replace("points: 1", rule)), path)


def test_a_doubt_of_a_unit_s_column_refuses_the_file_too(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(numbered([fact("adopted")])[0]), encoding="utf-8")

    with pytest.raises(FactsRefused, match="“甲”的“总”（2026-03）：1÷0"):
        score_file(scheme(RULE + "columns:\n  - {column: 总, formula: 得分 / (得分 - 1)}\ntotal: 总\n"), path)


def test_a_day_that_is_none_is_doubtful():
    rules = scheme(RULE + "calendar: {dated_by: {adopted: printed_on}}\n")

    with pytest.raises(DoubtfulFacts, match="“printed_on”不是日期：三月"):
        result(rules, [fact("adopted", printed_on="三月")])


def test_rows_of_a_database_are_refused_by_their_number():
    with pytest.raises(FactsRefused, match="2：缺少“fact”"):
        result(scheme(RULE), [fact("adopted"), {"on": "2026-03-01"}])


def test_a_derived_fact_in_a_file_earns_nothing():
    found = result(scheme(MISSED + QUOTA), [fact("quota_missed"), fact("submitted"), fact("submitted")])

    assert [row.why for row in found.nothing if row.fact == "f1"] == ["“未完成任务”由计算得出，不作为事实录入"]
    assert found.standings[0].total == 0


def test_a_share_of_an_item_without_its_number_earns_nothing():
    rules = scheme(RULE + "  - {rule: 折扣, when: {fact: error}, points: {formula: 本条得分 × 字数}}\n")

    found = result(rules, [fact("adopted", item="一"), fact("error", item="一")])

    assert [(row.rule, row.why) for row in found.nothing] == [("折扣", "没有“字数”")]
