import re
from pathlib import Path

import pytest

from qianliyan.text.checking.names import NAMES
from qianliyan.text.checking.registry import RULES
from qianliyan.text.cleaning.clean import clean

DOCS = Path(__file__).parents[2] / "docs"
NEEDS = {"kind": "kind", "form": "form", "date": "date", "printed": "printed items"}
CLEANING = re.findall(
    r"(?m)^\| `(.+)` \| `(.+)` \|$", (DOCS / "algorithms" / "cleaning.md").read_text(encoding="utf-8")
)


def test_every_rule_has_a_name_for_people():
    assert sorted(NAMES) == sorted(RULES)


def test_the_table_of_rules_is_the_registry():
    page = (DOCS / "algorithms" / "checks.md").read_text(encoding="utf-8")
    rows = [line for line in page.split("\n") if line.startswith("| `") and line.count("|") == 6]

    assert rows == [
        f"| `{rule.id}` | {rule.relation} | {rule.severity} | "
        f"{', '.join(NEEDS[need] for need in sorted(rule.needs)) or '–'} | {rule.why} |"
        for rule in RULES.values()
    ]


@pytest.mark.parametrize(("before", "after"), CLEANING)
def test_the_examples_of_cleaning_hold(before, after):
    assert clean(before).text == after


def test_there_are_examples_of_cleaning():
    assert len(CLEANING) == 7


def test_every_command_is_in_the_manual_page(capsys):
    from qianliyan.text.cli import main

    with pytest.raises(SystemExit):
        main(["--help"])

    commands = re.search(r"\{(.+?)\}", capsys.readouterr().out)[1].split(",")
    page = (DOCS / "text.md").read_text(encoding="utf-8")
    assert [command for command in commands if f"qianliyan text {command} " not in page] == []
