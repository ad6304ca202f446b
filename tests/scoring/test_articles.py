"""A scheme read out as articles, and two versions compared."""

import re

import pytest

from qianliyan.__main__ import main
from qianliyan.scoring import articles, reading
from tests.scoring.desk import HEAD, SCHEMES, scheme

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def lines(text):
    return [part.line() for part in articles.articles(scheme(text))]


def test_every_section_is_put_into_words():
    text = """
calendar: {year_starts: 12, back_fill: {day: 15, months_after: 1}}
subjects: [offices, persons]
print: {places: 1}
exclude: [{when: {made_by: receiving_office}, why: 本室编写, clause: 第二条}]
rules:
  - {rule: 采用, clause: 第三条, when: {fact: adopted, level: {at_least: city}, kind: {not: ordinary}}, points: {by: level, table: {city: 2, 其他: {其他: 3}}}, persons_split: {ratio: [3, 2]}, for: {group: 县区}}
  - {rule: 长稿, when: {fact: adopted, characters: {min: 800, below: 2000}}, points: {product: [2, {entered: {min: 1}}]}, on_top_of: 采用, round: {places: 0}}
  - {rule: 迟报, when: {fact: late, blamed_by: {present: true}}, points: -1, split: {shares: {lead: 1, assist: 1/2}}, repeat: {each: year, times: [1, 2], then: double}, note: 经认定}
  - {rule: 网稿, when: {fact: web, any: [{medium: web}, {medium: tv}]}, points: {formula: 字数 / 100}, factors: [{when: {item_has: {fact: instructed}, item_lacks: {fact: late}}, times: 2}], split: {kind: equal, first: 2, roles: [lead]}}
combine:
  - {combine: 取高, rules: [采用], one_per: level, best: 1}
  - {combine: 月限, rules: [网稿], within: unit, best: 3, each: month, prefer: first, max: 10, min: -5}
quotas:
  - {quota: 月, each: month, count: {fact: submitted}, target: 2}
  - {quota: 季, each: quarter, sum: 得分, target: {per_head: 3}}
  - {quota: 年, each: year, sum: 得分, target: {register: 年}}
columns:
  - {column: 条数, counts: [采用], bounds: [{each: month, max: 10, min: 1}]}
  - {column: 总, each: quarter, over: mean, formula: 得分 + 1, round: {places: 2, mode: down}, note: 说明}
total: 总
groups: [{group: 县区, when: {group: 县区}}, {group: 其余, when: {office: {present: true}}, ranked: false}]
ranking: {of: running, ties: dense, then: [得分], clause: 第九条}
marks: [{mark: 未达标, if: 得分 < 6, each: quarter}]
awards: [{award: 先进, places: {县区: 2}, ties: cut, requires: [{if: 得分 > 0, why: 无得分}]}]
ladders: [{ladder: 好信息, rungs: [{prize: 一等, when: {fact: instructed}}]}]
"""
    text = text.replace("其他: {其他: 3}}}", "其他: 3}}")

    assert lines(text) == [
        "考核年度：自上年12月起",
        "补报：所属月次月15日前有效",
        "第二条　不计分：编写：本办公室（本室编写）",
        "第三条　采用：事实：采用；层级：市级、省级、国家级；种类：除动态外，按层级：市级 2，其他 3；只记给组别：县区；合报的按份额，合写的按3∶2分配",
        "长稿：事实：采用；字数：不少于800、不足2000，（每条2） × （由考核人员录入（不少于1））；合报、合写的按份额；在“采用”之外另加；取整数，四舍五入",
        "迟报：事实：迟报；批评机关：有，每条-1；合报、合写的牵头记1、配合记0.5；年度内第一次起依次乘以1、2，再犯逐次加倍；经认定",
        "网稿：事实：网络；（媒体：网络）或（媒体：电视），按公式 字数 / 100；同一条另有（事实：批示）；同一条没有（事实：迟报）的乘以2；合报、合写的前2名平分（限牵头）",
        "取高：同一条信息的采用，每种层级只计一次，只计最高1项",
        "月限：同一单位的网稿，每月，只计最先3项，合计不超过10，合计不低于-5",
        "月：每月2条，计数（事实：报送）",
        "季：每季度每人3分，合计“得分”",
        "年：每年度按名册的“年”，合计“得分”",
        "条数：采用的条数；每月不超过10分；每月不低于1分",
        "总：得分 + 1；逐季度计算，各期平均；保留2位小数，截去尾数；说明",
        "县区：组别：县区",
        "其余：单位：有（不参加排名）",
        "第九条　名次：按累计“总”从高到低，同分再比得分，同分并列，其后名次顺延",
        "未达标：逐季度，得分 < 6",
        "先进：县区2名；末位同分都不列入；须得分 > 0（否则无得分）",
        "好信息：一等：事实：批示",
        "取舍：保留1位小数，四舍五入",
    ]


@pytest.mark.parametrize("path", sorted(SCHEMES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_number_of_a_real_scheme_gets_lost(path):
    rules = reading.read_file(path)
    said = set(NUMBER.findall(articles.as_text(rules)))

    held = {number for rule in rules.data.get("rules", []) for number in NUMBER.findall(str(rule["points"]))}
    held -= {"1", "2", "3", "4"} if not rules.rules else set()
    assert {number for number in held if number not in said} == set()


def test_two_versions_are_compared_article_by_article(tmp_path, capsys):
    rule = "rules:\n  - {rule: 采用, clause: 第三条, when: {fact: adopted}, points: 2}\n"
    for name, points in (("旧", "2"), ("新", "3")):
        (tmp_path / f"{name}.yaml").write_text(HEAD + rule.replace("points: 2", f"points: {points}"), encoding="utf-8")

    assert main(["score", "show", str(tmp_path / "旧.yaml"), str(tmp_path / "新.yaml")]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "试行办法 → 试行办法",
        "− 计分·得分｜第三条　采用：事实：采用，每条2；合报的按份额",
        "＋ 计分·得分｜第三条　采用：事实：采用，每条3；合报的按份额",
    ]


def test_one_scheme_is_printed_under_headings(capsys):
    assert main(["score", "show", str(SCHEMES / "S03.yaml")]) == 0

    out = capsys.readouterr().out
    assert out.startswith("六安市政务信息报送计分考评奖励办法（S03，版本1）\n\n总则\n")
    assert "  省采用：事实：采用；层级：省级，每条40；合报的按份额" in out
