"""The examples of docs/algorithms are run: what the page says is what comes out."""

import json
import re

import pytest

from qianliyan.scoring import attributes, grammar, reading
from qianliyan.scoring.run import score
from qianliyan.scoring.validation import schema
from tests.scoring.desk import ROOT

PAGE = (ROOT / "docs" / "algorithms" / "scoring.md").read_text(encoding="utf-8")
FACTS = (ROOT / "docs" / "algorithms" / "facts.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n(.*?)```\n+```jsonl\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE)


@pytest.mark.parametrize(("rules", "facts", "expected"), EXAMPLES, ids=lambda text: text.split("\n")[1][:20])
def test_an_example_comes_out_as_written(rules, facts, expected):
    result = score(reading.read_text(rules), [json.loads(line) for line in facts.splitlines()])

    ours = {f"{part.name} {result.text(part.total, result.scheme.total)}" for part in result.standings}
    assert ours == set(expected.splitlines())


def test_every_example_is_found():
    assert len(EXAMPLES) == PAGE.count("```yaml\n") == 5


def test_every_function_and_section_of_the_language_is_described():
    sections = set(schema()["properties"]) - {"scheme", "title", "version", "issued_by", "valid", "source", "readings"}
    missing = [name for name in grammar.FUNCTIONS if name not in PAGE]
    missing += [name for name in sections if f"`{name}" not in PAGE and f"{name}:" not in PAGE]

    assert missing == []


def test_every_fact_a_real_scheme_asks_for_is_on_the_list():
    asked = set()
    for path in [*(ROOT / "examples" / "schemes").glob("*.yaml"), *ROOT.glob("src/qianliyan/scoring/schemes/*.yaml")]:
        for condition in reading.read_file(path).conditions:
            asked |= {value for name, test in condition.tests if name == "fact" for value in test.values}

    assert {name for name in asked if f"`{name}`" not in FACTS} == set()


def test_every_word_of_the_list_has_a_chinese_name():
    names = set(re.findall(r"^\| `(\w+)`", FACTS, re.MULTILINE)) - {
        "attribute",
        "period",
        "authors",
        "offices",
        "evidence",
        "urgent",
    }

    assert {name for name in names if attributes.label(name) == name} == set()


def test_the_facts_of_the_page_can_be_read():
    lines = re.findall(r"```jsonl\n(.*?)```", FACTS, re.DOTALL)[0].splitlines()
    default = reading.read_file(ROOT / "src/qianliyan/scoring/schemes/default.yaml")

    found = score(default, [json.loads(line) for line in lines])

    # 专报信息综合 1 × 2/3 + 15 ÷ 2，1 × 1/3 + 15 ÷ 2
    assert {part.name: found.text(part.total) for part in found.standings if part.subject == "offices"} == {
        "白桑县": "8.2",
        "青石县": "7.8",
    }
