"""Sentences written without looking at the rules: what an editor strikes out, and what only looks like a fault."""

from datetime import date

import pytest

from qianliyan.text.checking.check import check
from qianliyan.text.checking.finding import Severity

ON = date(2026, 11, 28)
WRONG = [
    ("全市排查隐患320处，其中重大隐患45处、一般隐患285处。", "sum-of-parts"),
    ("应发放补贴资金800万元，实际发放640万元，发放率达到85%。", "share-of-numbers"),
    ("前三季度接待游客由120万人次增加到150万人次，同比下降25%。", "growth-rate"),
    ("11月31日，县住建局组织验收。", "impossible-date"),
    ("11月28日（星期五），市政府召开调度会。", "weekday"),
    ("整治行动从2026年9月20日开展至2026年9月5日结束。", "reversed-period"),
    ("群众满意率达到104%。", "ratio-over-100"),
    ("截止10月底，全县完成造林2.3万亩。", "confusable-in-context"),
    ("要严防死守，不能有丝豪松懈。", "confusable"),
    ("各部门要各施其职、密切配合。", "confusable"),
    ("该镇渡过了最困难的时期，群众情绪稳定。", "confusable-in-context"),
    ("企业反映，订单减少、用工成本高“融资难，建议出台措施。", "unpaired"),
    ("一是加强领导；二是强化督查；四是严肃问责。", "point-sequence"),
    ("联系人王某，身份证号11010519491231002X。", "identity-number"),
    ("请拨打户主手机13912345678核实。", "mobile-number"),
    ("港澳台三国企业参加展会。", "political-wording"),
    ("中国、台湾两国学者参加论坛。", "political-wording"),
    (
        "全体党员要增强“四个意识”、坚定“四个自信”、做到“两个维护”，学习贯彻习近平新时代中国特色社会主意思想。",
        "fixed-formula",
    ),
    ("项目总投资1.2亿元，占全县投资12亿元的20%。", "share-of-numbers"),
    ("药品短缺〔待补〕问题突出。", "placeholder"),
    ("本件属机密材料，请注意保存。", "secret-mark"),
    ("工作人员连夜赶赶到现场处置。", "repeated-word"),
    ("项目占地面积达300公倾。", "confusable-in-context"),
    ("我县今年招商引资到位资金同比增涨12%。", "confusable"),
    ("有关部门应立刻制定措施，，防止事态扩大。", "doubled-punctuation"),
    ("今年投资36亿元，比去年的30亿元增加8亿元。", "growth-rate"),
]
RIGHT = [
    "全市排查隐患320处，其中重大隐患35处、一般隐患285处，已整改300处。",
    "应发放补贴资金800万元，实际发放640万元，发放率80%。",
    "前三季度接待游客由120万人次增加到150万人次，同比增长25%。",
    "11月27日（星期五），市政府召开调度会。",
    "截至10月底，全县完成造林2.3万亩，占年度任务2.5万亩的92%。",
    "投诉量由去年同期的86件降至43件，下降50%，其中供水类12件、供暖类9件。",
    "全县12个乡镇中，9个已完成任务，其余3个计划12月底前完成。",
    "参保率98.6%，较上年提高1.2个百分点。",
    "项目总投资1.2亿元，其中中央预算内资金4000万元、地方配套8000万元。",
    "党员占35%，35岁以下占40%，女性占52%。",
    "9月20日至10月5日，开展为期16天的专项整治。",
    "超额完成任务，完成率达到104%。",
    "工业增加值同比增长8.3%，增速比上半年回落0.9个百分点。",
    "该镇度过了最困难的时期。",
    "企业反映“融资难、融资贵”问题仍然存在，12家企业合计资金缺口3600万元。",
    "一是摸清底数。组织150名干部入户。二是分类处置。对68户逐户建档。三是跟踪问效。",
    "港澳台同胞和海外侨胞参加了活动。",
    "中国台湾地区的13家企业参加了展会。",
    "热线电话12345，24小时受理。",
    "近5年平均每年减少3.1%，2021年至2025年由6.8万人减至5.8万人。",
    "小麦亩均单产412公斤，比上年增加18公斤，增长4.6%。",
    "每户补助不超过3万元，其中危房加固1.2万元、重建3万元。",
    "男性216人、女性184人，共400人；其中60岁以上132人。",
    "据了解，3个乡镇反映秋粮霉变，涉及1.6万亩，预计损失240万元。",
    "截止阀门损坏，导致停水4小时。",
    "水位由112.3米降至108.9米，低于死水位0.6米。",
    "会议由副市长主持，16个部门负责人参加。",
    "第三季度用电量4.2亿千瓦时，环比增长6.1%，同比下降1.8%。",
    "快递站点停业68个，占412个村级站点的16.5%。",
    "油菜播种面积由18.2万亩扩大到20.1万亩，增加1.9万亩。",
    "今年下达4.2亿元，比上年的3.6亿元增加0.6亿元，增长16.7%。",
    "户均收入2.16万元，比上年的1.98万元增加1800元。",
    "投资由5亿元增加到6亿元，成本下降20%。",
]


def weighty(text: str) -> list[str]:
    """The rules that have something of weight to say."""
    found = check(text, title="", written_on=ON)
    return [finding.rule for finding in found if finding.severity != Severity.NOTE]


@pytest.mark.parametrize(("text", "rule"), WRONG)
def test_what_an_editor_strikes_out_is_found(text, rule):
    assert rule in weighty(text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_a_fault_is_left_alone(text):
    assert weighty(text) == []
