"""What cannot be counted is refused whole, with line and reason."""

import pytest

from qianliyan.scoring import reading
from qianliyan.scoring.errors import FactsRefused, SchemeRefused
from qianliyan.scoring.register import read_file
from qianliyan.scoring.run import fold_lines, score_file
from tests.scoring.desk import DATA, HEAD, offices, scheme

RULE = "rules:\n  - {rule: 采用, when: {fact: adopted}, points: 1}\n"


def complaints(text):
    with pytest.raises(SchemeRefused) as refusal:
        reading.read_text(HEAD + text, "试.yaml")
    return refusal.value.lines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rules: 1\n", "试.yaml:4:1：“rules”（计分规则）应是列表"),
        ("rule: 1\n", "试.yaml:4:1：“计分办法”里有不认识的项“rule”，是否为“rules”"),
        ("rules:\n  - {rule: 甲, when: {fact: adopted}}\n", "试.yaml:5:5：“计分规则”缺少“points”（分值）"),
        (
            RULE.replace("points: 1", "points: 一"),
            "试.yaml:5:39：“points”（分值）写法不对：“一”；应为一个数；分值表；几个表相乘；公式；或由编辑录入",
        ),
        (RULE.replace("points: 1", "points: {formula: 1 +}"), "试.yaml:5:39：公式“1 +”写法不对"),
        (
            RULE.replace("points: 1", "points: {formula: 名次(得分)}"),
            "试.yaml:5:39：单条事实的分值公式里不能用名次、任务等函数",
        ),
        (
            RULE.replace("points: 1", "points: {by: [level, form], table: {city: 1}}"),
            "试.yaml:5:39：分值表在“体裁”这一层应当分行",
        ),
        (RULE.replace("points: 1", "points: {table: 省分值}"), "试.yaml:5:39：没有名为“省分值”的分值表（须写明by）"),
        (RULE.replace("points: 1", "points: 1, split: {ratio: [-1, 2]}"), "试.yaml:5:50：份额不能为负"),
        (RULE.replace("points: 1", "points: 1, split: {ratio: [0, 0]}"), "试.yaml:5:50：份额不能全为零"),
        (RULE + "print: {places: 9}\n", "试.yaml:6:9：“places”（小数位数）不能大于6"),
        (
            RULE + "periods: [fortnight]\n",
            "试.yaml:6:11：“周期”不能是“fortnight”；可用：week（周）、month（月）、two_months（两个月）、quarter（季度）、half（半年）、year（年度）",
        ),
        (RULE + "total: 总分\n", "试.yaml:6:1：没有名为“总分”的计分栏"),
        (RULE + "  - {rule: 采用, column: 乙, when: {fact: x}, points: 1}\n", "试.yaml:6:6：“采用”重名"),
        (
            RULE + "  - {rule: 约稿, when: {fact: adopted, commission: {present: true}}, points: 1}\n",
            "试.yaml:6:5：“约稿”与规则“采用”会对同一事实重复计分；请写明instead_of（代替）或on_top_of（另加），或分清条件",
        ),
        (
            "columns:\n  - {column: 甲, formula: 乙 + 1}\n  - {column: 乙, formula: 甲}\n",
            "试.yaml:5:6：循环引用：甲 → 乙 → 甲",
        ),
        (RULE + "columns:\n  - {column: 总, formula: 没有 + 1}\n", "试.yaml:7:17：没有名为“没有”的计分栏"),
        (RULE + "columns:\n  - {column: 总, formula: 达标(没有)}\n", "试.yaml:7:17：公式“达标(没有)”里没有“没有”"),
        (RULE + "combine:\n  - {combine: 取高, rules: [没有], best: 1}\n", "试.yaml:7:19：没有名为“没有”的规则"),
        (RULE + "tables:\n  档: {bands: [[1, 1], [2, 2]]}\n", "试.yaml:7:3：分段要从高到低排列，且不能重复"),
        (RULE + "quotas:\n  - {quota: 月, each: month, target: 2}\n", "试.yaml:7:5：“任务”须有且只有其一：count、sum"),
        (
            RULE
            + "quotas:\n  - {quota: 月, each: month, sum: 得分, target: {by: office, table: {丁: 1}}}\n"
            + "offices:\n  - {office: 甲}\n",
            "试.yaml:7:38：名册中没有单位“丁”",
        ),
    ],
)
def test_a_scheme_is_refused_with_line_and_reason(text, expected):
    assert complaints(text) == [expected]


def test_a_quota_that_waits_for_its_own_deduction_is_a_circle():
    text = (
        "rules:\n  - {rule: 扣, when: {fact: quota_missed, quota: 月}, points: -1}\n"
        "quotas:\n  - {quota: 月, each: month, sum: 得分, target: 2}\n"
    )

    assert complaints(text) == ["试.yaml:1:1：循环引用：得分 → 月 → 得分"]


def test_all_problems_are_told_at_once():
    assert len(complaints("rules:\n  - {rule: 甲}\n  - {when: {fact: a}, points: 1}\n")) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "破.yaml:1:5：YAML写法有误：这里不能再有冒号（是否缺了换行、缩进或引号）"),
        ("a: 1\na: 2", "破.yaml:2:1：同一处有两个相同的项：a"),
        ("a:\n\t- 1", "破.yaml:2:1：YAML写法有误：有不能直接书写的字符（制表符不能用来缩进，特殊字符要加引号）"),
        ("a: *b", "破.yaml:1:4：YAML写法有误：引用了没有定义的锚点"),
    ],
)
def test_broken_yaml_is_refused_at_its_line(text, expected):
    with pytest.raises(SchemeRefused) as refusal:
        reading.read_text(text, "破.yaml")

    assert refusal.value.lines() == [expected]


@pytest.mark.parametrize("name", ["cycle", "overlap", "negative", "unknown_office"])
def test_broken_fixtures_stay_broken(name):
    with pytest.raises(SchemeRefused) as refusal:
        reading.read_file(DATA / "broken" / f"{name}.yaml")

    assert all(problem.line > 1 for problem in refusal.value.problems)


GOOD = '{"id":"1","on":"2026-03-05","fact":"adopted","offices":["甲"]}'


def refused(tmp_path, *lines, known=None, period=None):
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(FactsRefused) as refusal:
        score_file(scheme(RULE), path, known, period)
    return [line.removeprefix(f"{path}:") for line in refusal.value.lines()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (GOOD, "2：事实编号“1”重复"),
        ('{"id":"2","on":"2026-03-05"', "2：JSON不完整或写法有误"),
        ('{"id":"2","fact":"adopted"}', "2：缺少“on”"),
        ('{"id":"2","on":"2026-02-30","fact":"adopted"}', "2：“on”不是日期，应如2026-03-31"),
        ('{"id":2,"on":"2026-02-03","fact":"adopted"}', "2：“id”类型不对：应是文字，却是整数"),
        (GOOD.replace('"1"', '"2"').replace('["甲"]', '[{"office":"甲","weight":-1}]'), "2：份额不能为负"),
        (GOOD.replace('"1"', '"2"').replace('["甲"]', '[{"office":"甲","weight":0}]'), "2：份额不能全为零"),
        (GOOD.replace('"1"', '"2"').replace('["甲"]', '["甲","甲"]'), "2：“甲”在同一事实中出现两次"),
        (GOOD.replace('"1"', '"2"').replace("{", '{"period":"2026-13",'), "2：2026年没有13月"),
        (
            GOOD.replace('"1"', '"2"').replace("2026", "2025"),
            "2：事实“2”：2025-03不在考核年度2026内（本次考核期2026-03）",
        ),
    ],
)
def test_one_bad_fact_stops_the_run_at_its_line(tmp_path, line, expected):
    assert refused(tmp_path, GOOD, line, period="2026-03") == [expected]


def test_a_million_line_file_with_one_broken_line_names_the_line(tmp_path):
    lines = [GOOD.replace('"1"', f'"{number}"') for number in range(50_000)]
    lines[31_415] = lines[31_415][:20]

    assert refused(tmp_path, *lines) == ["31416：JSON不完整或写法有误"]


def test_units_outside_the_register_are_unknown(tmp_path):
    assert refused(tmp_path, GOOD, known=offices("- office: 乙\n")) == ["1：名册中没有单位“甲”"]


def test_no_facts_and_no_period_is_nothing_to_count(tmp_path):
    assert refused(tmp_path, "") == [f"{tmp_path}/facts.jsonl：没有事实，须写明考核期，如2026-03"]


def test_a_register_with_a_nameless_or_twice_named_unit_is_refused(tmp_path):
    path = tmp_path / "名册.yaml"
    path.write_text("- office: 甲\n- {group: 县}\n- office: 甲\n", encoding="utf-8")

    with pytest.raises(FactsRefused) as refusal:
        read_file(path)

    assert [line.removeprefix(f"{path}:") for line in refusal.value.lines()] == [
        "2:3：缺少“office”（名称）",
        "3:3：“甲”重复",
    ]


def test_decoding_stops_at_bytes_that_are_no_text():
    with pytest.raises(FactsRefused, match="1：不是UTF-8编码"):
        fold_lines(scheme(RULE), [b'{"id":"\xff","on":"2026-03-05","fact":"adopted"}'])
