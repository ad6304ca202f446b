"""Why a unit has its figure: lines put off until the month was known, quotas, and what was displaced."""

import json

import pytest

from qianliyan.__main__ import main
from qianliyan.scoring.errors import FactsRefused
from qianliyan.scoring.ledger import explain
from qianliyan.scoring.output import as_data
from qianliyan.scoring.register import read_file
from qianliyan.scoring.run import fold_rows
from tests.scoring.desk import HEAD, SCHEMES, fact, numbered, offices, result, scheme, totals

TWO_A_MONTH = scheme(
    "rules:\n  - {rule: 图片, when: {fact: picture}, points: {by: grade, table: {好: 3, 一般: 1}}}\n"
    "  - {rule: 少报, column: 扣分, when: {fact: quota_missed, quota: 月}, points: {formula: 0.5 × 欠缺数},"
    " repeat: {each: year, times: [1, 2]}}\n"
    "combine:\n  - {combine: 每月两张, rules: [图片], within: unit, best: 2, each: month}\n"
    "quotas:\n  - {quota: 月, each: month, count: {fact: submitted}, target: 2}\n"
)


def test_a_displaced_line_is_told_with_the_combination_that_displaced_it():
    rows = [fact("picture", grade=grade, item=f"{n}") for n, grade in enumerate(("一般", "好", "好"))]

    found = result(TWO_A_MONTH, rows)

    explanation = explain(found, "offices", "甲")
    assert [(line.fact, line.words) for line in explanation.parts[0].lines] == [("f2", "好 3"), ("f3", "好 3")]
    assert [(row.fact, row.rule, row.why) for row in explanation.nothing] == [("f1", "图片", "每月两张：只计2项")]
    assert [row["fact"] for row in as_data(found, lines=True)["nothing"]] == ["f1"]


def test_a_missed_quota_is_explained_with_done_target_and_repetition():
    found = result(TWO_A_MONTH, [fact("submitted", on="2026-01-05")], period="2026-01..2026-02")

    lines = {part.column.name: part.lines for part in explain(found, "offices", "甲").parts}["扣分"]

    assert [(line.fact, line.points, line.words) for line in lines] == [
        ("任务：月 2026-01", 0.5, "完成1，任务2：0.5×1 = 0.5"),
        ("任务：月 2026-02", 2, "完成0，任务2：0.5×2 = 1 × 2（第2次） = 2"),
    ]


def test_the_printed_explanation_lists_what_earned_nothing(tmp_path, capsysbinary):
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(numbered([fact("submitted")])[0]), encoding="utf-8")

    main(["score", "explain", str(SCHEMES / "S05.yaml"), str(path), "--office", "甲"])

    assert capsysbinary.readouterr().out.decode().endswith("未计分：\n  2026-03-05  f1    本办法对“报送”不计分\n")


def test_a_fact_without_anybody_earns_nothing_and_says_so():
    rules = scheme("rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n")
    rows = [fact("adopted", ""), fact("adopted", "", item="一"), fact("adopted", item="二")]

    found = fold_rows(rules, numbered(rows))

    assert found.reasons == {"没有可以记分的单位或人员": 2}


def test_a_lone_fact_may_count_for_points_and_quota_at_once():
    rules = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
        "quotas:\n  - {quota: 月, each: month, count: {fact: adopted}, target: 1}\n"
        "columns:\n  - {column: 总, formula: 得分 + 10 × 达标(月)}\ntotal: 总\n"
    )

    blind = fold_rows(rules, numbered([fact("adopted")]))

    assert blind.tallies["offices"].quotas == {("甲", 0, 739676, 1): [1, 1]}
    assert totals(rules, [fact("adopted")]) == {"甲": "11"}


def test_a_number_that_depends_on_the_item_may_be_missing():
    rules = scheme(
        "rules:\n  - {rule: 采用, when: {fact: adopted, item_lacks: {fact: late}}, points: {formula: 字数 / 100}}\n"
        "  - {rule: 奖, when: {fact: prize, any: [{grade: 一}, {grade: 二}]}, points: 1}\n"
    )

    found = result(rules, [fact("adopted"), fact("prize")])

    assert [(row.rule, row.why) for row in found.nothing] == [
        ("采用", "没有“字数”"),
        ("", "不符合规则“奖”的条件（（等次：一）或（等次：二））"),
    ]


def test_a_rule_about_a_quota_may_be_for_some_units_only():
    rules = scheme(
        "rules:\n  - {rule: 少报, when: {fact: quota_missed}, points: -1, for: {group: 县区}}\n"
        "quotas:\n  - quota: 月\n    each: month\n    count: {fact: submitted}\n"
        "    target: {by: group, table: {县区: 1, 部门: 1}}\n"
    )
    known = offices("- {office: 甲, group: 县区}\n- {office: 乙, group: 部门}\n- office: 丙\n")

    assert totals(rules, [], known, "2026-03") == {"乙": "0", "丙": "0", "甲": "-1"}


def test_a_table_of_quotas_leaves_out_the_quota_it_does_not_name():
    rules = scheme(
        "rules:\n  - {rule: 少报, when: {fact: quota_missed}, points: {by: quota, table: {月: -1}}}\n"
        "quotas:\n  - {quota: 月, each: month, count: {fact: submitted}, target: 1}\n"
        "  - {quota: 季, each: quarter, count: {fact: submitted}, target: 1}\n"
    )

    assert totals(rules, [], offices("- office: 甲\n"), "2026-Q1") == {"甲": "-3"}


def test_a_broken_register_is_refused_with_its_own_name(tmp_path):
    path = tmp_path / "名册.yaml"
    path.write_text("a: b: c", encoding="utf-8")

    with pytest.raises(FactsRefused, match=r"名册\.yaml:1:5：YAML写法有误"):
        read_file(path)


def test_a_scheme_written_on_windows_is_read(tmp_path, capsys):
    path = tmp_path / "试.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + "rules: []\n").replace("\n", "\r\n").encode())

    assert main(["score", "check", str(path)]) == 1
    assert capsys.readouterr().err == f"{path}:4:1：“rules”（计分规则）不能是空列表\n"
