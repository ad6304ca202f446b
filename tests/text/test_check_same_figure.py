import pytest

from qianliyan.text.checking.check import check
from tests.text.marked import expected, found

TWO_VALUES = [
    "全市受灾面积12.6万亩。经核查，全市受灾面积【13.6万亩】，损失正在统计。",
    "全市受灾面积12.6万亩，青溪县受灾面积3.1万亩。",
    "全县行政村总数118个。目前全县行政村总数【128个】。",
    "全市粮食面积去年为120万亩，今年全市粮食面积125万亩。",
]
SCALES = [
    "下达补助资金3200万元。市县要管好用好【3200亿元】资金。",
    "青溪县3200万元、河东县2800万元、南山区【2600亿元】。",
    "青溪县3200万元、河东县2800万元、南山区1.2亿元。",
    "总投资3.2亿元，已完成1.8亿元。",
]
GENERAL = [
    "一位种植户反映化肥涨价。农户【普遍认为】种粮不划算。",
    "走访120户种植户，一位种植户反映化肥涨价，农户普遍认为种粮不划算。",
    "群众普遍反映办事方便。",
]


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        *(("two-values", example) for example in TWO_VALUES),
        *(("scale-mixup", example) for example in SCALES),
        *(("generalising", example) for example in GENERAL),
    ],
)
def test_one_quantity_with_two_values_is_found(rule, example):
    text, marked = expected(example)

    assert found(text, rule) == marked


@pytest.mark.parametrize(
    ("title", "body", "message"),
    [
        ("青溪县整治欠薪案件56件", "今年以来，全县办结欠薪案件65件。", "标题写56件，正文写作65件，请核对。"),
        ("青溪县投入1200万元修渠", "全县完成渠系修复。", "标题写1200万元，正文里没有这个数，请核对。"),
    ],
)
def test_a_figure_of_the_title_must_stand_in_the_body(title, body, message):
    findings = [finding for finding in check(body, title=title) if finding.rule == "title-figure"]

    assert [(finding.part, finding.message) for finding in findings] == [("title", message)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青溪县整治欠薪案件56件", "全县办结五十六件。"),
        ("青溪县推出12项措施", "全县推出措施12项。"),
        ("2026年春灌超百万亩", "全县春灌102万亩。"),
        ("三项措施保春耕", "一是……"),
    ],
)
def test_a_figure_of_the_title_that_stands_in_the_body_is_left_alone(title, body):
    assert [finding for finding in check(body, title=title) if finding.rule == "title-figure"] == []
