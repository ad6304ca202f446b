"""A scheme read out as articles, and two versions compared."""

import re

import pytest

from qianliyan.__main__ import main
from qianliyan.scoring import articles, reading
from tests.scoring.desk import DATA, HEAD, SCHEMES

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def test_every_section_is_put_into_words():
    rules = reading.read_file(DATA / "everything.yaml")

    written = (DATA / "everything.txt").read_text(encoding="utf-8").splitlines()
    assert [part.line() for part in articles.articles(rules)] == written


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
