"""A scheme as a table of numbers: what is typed comes back into the text, and nothing else moves."""

import difflib
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

import pytest

from qianliyan.scoring import reading
from qianliyan.scoring.sheet.cells import NUMBER
from qianliyan.scoring.sheet.drawing import drawn
from qianliyan.scoring.sheet.filling import NotFilled, filled

ROOT = Path(__file__).parents[2]
SCHEMES = [
    *sorted((ROOT / "examples/schemes").glob("*.yaml")),
    *sorted((ROOT / "tests/data/scoring/invented").glob("*")),
    ROOT / "src/qianliyan/scoring/schemes/default.yaml",
]
SMALL = """# 县里的办法
scheme: small
title: 小办法
version: 1
rules:
  - rule: 采用  # 第一条
    column: 采用
    when: {fact: adopted}
    points:
      by: form
      table:
        brief: 0.50
        其他: 2

# 批示另计
  - rule: 批示
    column: 批示
    when: {fact: instructed}
    points: 10
columns:
  - {column: 采用, bounds: [{each: month, max: 10}]}
  - {column: 得分, formula: 采用 + 批示}
"""


def test_every_real_scheme_comes_back_byte_for_byte_when_nothing_is_typed():
    for path in SCHEMES:
        text = path.read_text(encoding="utf-8")
        cells = list(drawn(text).cells())

        assert len({cell.name for cell in cells}) == len(cells), path.name
        assert filled(text, {cell.name: f" {cell.text} " for cell in cells}) == text, path.name


def test_only_the_lines_of_changed_numbers_change():
    text = (ROOT / "examples/schemes/S62.yaml").read_text(encoding="utf-8")

    after = filled(text, {"columns/%E7%AE%80%E6%8A%A5/bounds/0/max": "12", "rules/%E7%AE%80%E6%8A%A5/points": "２.５"})

    assert changed(text, after) == [
        "- {rule: 简报, clause: 说明, column: 简报, when: {fact: submitted, kind: 简报}, points: 2}",
        "+ {rule: 简报, clause: 说明, column: 简报, when: {fact: submitted, kind: 简报}, points: 2.5}",
        "- {column: 简报, bounds: [{each: month, max: 10}]}",
        "+ {column: 简报, bounds: [{each: month, max: 12}]}",
    ]


@pytest.mark.parametrize("code", ["S01", "S23", "S45"])
def test_every_number_of_a_scheme_can_be_changed(code):
    text = (ROOT / f"examples/schemes/{code}.yaml").read_text(encoding="utf-8")
    cells = [cell for cell in drawn(text).cells() if cell.kind == NUMBER]

    after = filled(text, {cell.name: f"{number}/7" for number, cell in enumerate(cells, 1)})

    assert [cell.text for cell in drawn(after).cells() if cell.kind == NUMBER] == [
        f"{number}/7" for number in range(1, len(cells) + 1)
    ]


def test_what_is_added_stands_before_the_rest_and_remarks_stay_where_they_were():
    after = filled(
        SMALL,
        {
            **new("rules/采用/points/table/+", row="专报", value="3"),
            **new("columns/+/批示", each="year", max="60"),
            **new("groups/+", group="县区", when="县、区"),
            **new("quotas/+", quota="每季一条", each="quarter", count="adopted", target="1"),
        },
    )

    assert changed(SMALL, after) == [
        "+ special: 3",
        "+ {column: 批示, bounds: [{each: year, max: 60}]}",
        "+ quotas:",
        "+ {quota: 每季一条, each: quarter, count: {fact: adopted}, target: 1}",
        "+ groups:",
        "+ {group: 县区, when: {group: [县, 区]}}",
    ]
    assert reading.read_text(after).column("批示").bounds[0].high == Fraction(60)


def test_an_emptied_row_and_an_emptied_cap_go_and_the_remark_behind_them_stays():
    after = filled(SMALL, {**cell("rules/采用/points/table/其他", ""), **cell("columns/采用/bounds/0/max", "")})

    assert changed(SMALL, after) == [
        "- 其他: 2",
        "- {column: 采用, bounds: [{each: month, max: 10}]}",
        "+ {column: 采用}",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"rules/批示/points": "十"}, "“分值”应填数，如5、0.5、1/2，不是“十”"),
        ({"rules/批示/points": ""}, "“分值”不能空着"),
        (
            {"rules/采用/points/table/+/row": "简讯", "rules/采用/points/table/+/value": "1"},
            "表里已有“简讯”，请直接改它的数值",
        ),
        ({"rules/采用/points/table/+/row": "专报"}, "“数值”不能空着"),
        ({"rules/采用/points/table/brief": "", "rules/采用/points/table/其他": ""}, "分值表至少留一行，“其他”不能删去"),
    ],
)
def test_what_cannot_stand_is_refused_with_a_sentence(typed, said):
    with pytest.raises(NotFilled) as refusal:
        filled(SMALL, {name: word for path, text in typed.items() for name, word in cell(path, text).items()})

    assert list(refusal.value.problems.values()) == [said]


def test_a_change_after_which_the_scheme_means_nothing_is_refused_as_a_whole():
    group = new("groups/+", group="县区", when="县、区")

    with pytest.raises(NotFilled) as refusal:
        filled(filled(SMALL, group), group)

    assert "这样改，办法就不能用了" in refusal.value.problems[""]


def cell(path, text):
    return {"/".join(quote(part, safe="") for part in path.split("/")): text}


def new(place, **values):
    return {name: word for key, value in values.items() for name, word in cell(f"{place}/{key}", value).items()}


def changed(before, after):
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [f"{line[0]} {line[2:].strip().removeprefix('- ')}" for line in lines if line[0] in "-+"]
