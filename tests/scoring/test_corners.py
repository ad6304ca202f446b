"""Corners: parts that cannot work together, values that make one fact impossible, texts that are no scheme."""

import json

import jsonschema
import pytest

from qianliyan.scoring import reading, source, validation
from qianliyan.scoring.errors import FactsRefused, SchemeRefused
from qianliyan.scoring.ledger import explain
from qianliyan.scoring.partial import merge
from qianliyan.scoring.register import read
from qianliyan.scoring.run import fold_lines, fold_rows
from tests.scoring.desk import HEAD, fact, numbered, offices, result, scheme, totals

RULE = "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"
MISSED = "rules:\n  - {rule: 少报, when: {fact: quota_missed}, points: -1}\n"
QUOTA = "quotas:\n  - {quota: 月, each: month, count: {fact: submitted}, target: 2}\n"


def complaints(text):
    with pytest.raises(SchemeRefused) as refusal:
        reading.read_text(HEAD + text)
    return [problem.text for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (QUOTA + "columns:\n  - {column: 月}\n", "任务与计分栏重名：“月”"),
        (RULE + "columns:\n  - {column: 得分, formula: 1 + 1}\n", "“得分”由公式或条数算出，规则不能再记入"),
        (RULE + "tables:\n  表: {by: level, table: {city: 1}, bands: [[1, 1]]}\n", "分值表须写by和table，或只写bands"),
        (
            RULE.replace("fact: adopted", "fact: [adopted, quota_met]") + QUOTA,
            "任务完成情况不能与其他事实写在同一条规则里",
        ),
        (MISSED.replace("points: -1", "points: {formula: 字数}") + QUOTA, "关于任务的规则里不能用“characters”"),
        (RULE.replace("fact: adopted", "fact: adopted, role: lead"), "署名角色写在for里，不写在when里"),
        (MISSED + QUOTA + "combine:\n  - {combine: 高, rules: [少报], best: 1}\n", "关于任务的规则不能再参加同类取舍"),
        (
            RULE.replace("points: 1", "points: 1, repeat: {each: year, times: [1]}")
            + "combine:\n  - {combine: 高, rules: [采用], best: 1, within: unit}\n",
            "“采用”不能同时用于两处按单位取舍或重复加重",
        ),
        (
            RULE.replace("points: 1", "points: {formula: 本条得分}, repeat: {each: year, times: [1]}"),
            "按本条得分计算的规则不能再重复加重或按单位取舍",
        ),
        (RULE + "combine:\n  - {combine: 高, rules: [采用], each: month}\n", "“高”：同一条信息之内不分期，不能写each"),
        (QUOTA.replace("target: 2", "target: {by: group}"), "任务数须写数、table、per_head或register"),
        (
            RULE + "groups:\n  - {group: 县, when: {group: 县}}\nawards:\n  - {award: 奖, places: {区: 1}}\n",
            "没有名为“区”的组",
        ),
        (RULE.replace("points: 1", "points: {}"), "“points”（分值）不能为空"),
        (
            RULE + "total: 1分\n",
            "“total”（计分栏）写法不对：“1分”；应为可以写进公式的名称：汉字、字母、数字，不含标点和空格",
        ),
        (
            RULE + "columns:\n  - {column: 总, formula: 最大(得分, 1)}\n",
            "“计分栏”里的“1)”不是项目名；公式含逗号时要加引号",
        ),
        (RULE + f"issued_by: {'长' * 3}\nscheme2: 1\n", "“计分办法”里有不认识的项“scheme2”，是否为“scheme”"),
        (
            f"rules:\n  - {{rule: {'长' * 70}, when: {{fact: a}}, points: 1}}\n",
            "“rule”（名称）不能超过60个字",
        ),
    ],
)
def test_parts_that_cannot_work_together_are_refused(text, expected):
    assert complaints(text) == [expected]


def test_rules_for_different_receivers_may_speak_of_the_same_fact():
    rules = scheme(
        "rules:\n  - {rule: 县, when: {fact: adopted}, points: 1, for: {group: 县区}}\n"
        "  - {rule: 局, when: {fact: adopted}, points: 2, for: {group: 部门}}\n"
    )
    known = offices("- {office: 甲, group: 县区}\n- {office: 乙, group: 部门}\n")

    assert totals(rules, [fact("adopted", who) for who in "甲乙"], known) == {"甲": "1", "乙": "2"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"a: {'[' * 50}{']' * 50}\n", "内容嵌套过深或过大"),
        ("a: 1_000.5e999999999999\n", "里有不认识的项"),
        ("? [1]\n: 2\n", "不是项目名"),
        ("", "应是一组项目"),
        ("- 1\n", "应是一组项目"),
    ],
)
def test_texts_that_are_no_scheme_are_refused(text, reason):
    with pytest.raises(SchemeRefused, match=reason):
        reading.read_text(text, "破.yaml")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "破.yaml"
    path.write_bytes(b"a: \xff")

    with pytest.raises(SchemeRefused, match="不是UTF-8编码的文本"):
        reading.read_file(path)


def test_days_and_odd_numbers_in_a_scheme_keep_their_writing():
    assert source.read_text("自: 2026-01-01\n非: .nan\n值: 0.10\n").data == {
        "自": "2026-01-01",
        "非": ".nan",
        "值": source.Decimal("0.10"),
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\n", "名册应当写明offices（单位）或persons（人员）"),
        ("offices: 1\n", "应是列表"),
        ("- 1\n", "缺少“office”（名称）"),
    ],
)
def test_a_register_of_another_form_is_refused(text, reason):
    with pytest.raises(FactsRefused, match=reason):
        read(source.read_text(text))


def test_attributes_may_be_lists_and_mappings():
    rules = scheme("rules:\n  - {rule: 采用, when: {fact: adopted, tags: 重点, extra: {present: true}}, points: 1}\n")

    assert totals(rules, [fact("adopted", tags=["重点", ["x"]], extra={"a": [1], "b": 2})]) == {"甲": "1"}


def test_a_prize_may_depend_on_the_rest_of_the_item():
    rules = scheme(
        "ladders:\n  - ladder: 好信息\n    rungs:\n"
        "      - {prize: 一等, when: {fact: adopted, item_has: {fact: effect}}}\n"
        "      - {prize: 二等, when: {fact: adopted}}\n"
    )
    rows = [fact("adopted", item="一"), fact("effect", item="一"), fact("adopted", item="二")]

    assert [(part.item, part.prize) for part in result(rules, rows).prizes] == [("一", "一等"), ("二", "二等")]


def test_facts_of_a_longer_stretch_are_scored_over_the_year():
    rows = [fact("adopted", on="2026-01-01"), fact("adopted", on="2026-05-01")]

    found = result(scheme(RULE + "periods: [month, quarter]\n"), rows)

    assert (found.period.label, found.standings[0].total) == ("2026", 2)


def test_counts_and_pieces_are_put_into_words():
    rules = scheme(
        RULE
        + "  - {rule: 迟报, column: 扣分, when: {fact: late}, points: 1, repeat: {each: year, times: [1, 2]}}\n"
        + "columns:\n  - {column: 条数, counts: [采用, 迟报]}\n"
        + "  - {column: 总, each: quarter, formula: 得分 - 扣分}\ntotal: 总\n"
    )
    rows = [fact("adopted", on="2026-01-01"), fact("late", on="2026-01-02"), fact("late", on="2026-05-02")]

    found = result(rules, rows, period="2026-H1")

    parts = {part.column.name: (part.value, part.words) for part in explain(found, "offices", "甲").parts}
    assert parts["条数"] == (3, "采用、迟报的条数")
    assert parts["总"] == (-2, "得分 - 扣分；2026-Q1：1−1；2026-Q2：0−2")


def test_points_below_nothing_may_be_bounded_on_one_item():
    rules = scheme(
        "rules:\n  - {rule: 扣, when: {fact: error}, points: -4}\n"
        "combine:\n  - {combine: 每条至多扣五分, rules: [扣], min: -5}\n"
    )

    found = result(rules, [fact("error", item="一"), fact("error", item="一"), fact("error", item="二")])

    assert found.standings[0].total == -9
    assert [line.words for line in found.entries] == ["-4", "-4，每条至多扣五分：至-5为止 = -1", "-4"]


def test_what_lies_outside_the_period_is_counted_as_outside(tmp_path, capsysbinary):
    from qianliyan.__main__ import main

    (tmp_path / "s.yaml").write_text(HEAD + RULE, encoding="utf-8")
    rows = numbered([fact("adopted"), fact("adopted", on="2026-04-01")])
    (tmp_path / "f.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    main(["score", "run", str(tmp_path / "s.yaml"), str(tmp_path / "f.jsonl"), "--period", "2026-03"])

    assert "不在本期的事实：1条" in capsysbinary.readouterr().out.decode()


def test_an_empty_part_can_be_merged():
    rules = scheme(RULE)

    assert merge([fold_lines(rules, []), fold_rows(rules, [{"id": "a", **fact("adopted")}])]).ids == {"a"}


def test_how_much_is_missing_can_stand_in_a_formula():
    rules = scheme(QUOTA + "columns:\n  - {column: 总, formula: 欠缺数(月) + 任务数(月) × 10}\ntotal: 总\n")

    assert totals(rules, [fact("submitted")]) == {"甲": "21"}


def test_the_fact_of_untruth_may_be_written_without_quotes():
    rules = scheme(
        "rules:\n  - {rule: 虚报, when: {fact: [false, late]}, points: {by: fact, table: {false: -3, late: -1}}}\n"
    )

    assert totals(rules, [fact("false"), fact("late")]) == {"甲": "-4"}


def test_the_published_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(validation.schema())
