"""详略·残缺: what an item of its kind must name, and quantities without a number."""

import re
from collections.abc import Iterator, Mapping

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

TIME = re.compile(
    r"\d{1,2}月|\d{1,2}日|\d{4}年|[一二三四上下][季半](?:度|年)|今年|去年|截至|近日|日前|近期|目前|[昨今当]日|[昨今]天|本周|[一二三四五六七八九十]月|当前|本月|上周|以来|入[春夏秋冬汛]"
)
PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:省|市|县|区|镇|乡|街道|村|社区|园区|开发区|流域|水库|公路|河|全[市县区省])")
ACTOR = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:局|委|办|厅|部|院|政府|公司|企业|学校|医院|合作社|银行|协会|农户|群众|居民|学生|商户|职工|司机|农民|养殖户|种植户|经营户)|(?:市|县|区|镇|乡)(?:政府|里)?"
)
FIGURE = re.compile(r"\d|[一二三四五六七八九十百千两](?:名|家|户|个|起|件|处|万|亿|成)")
SOURCE = re.compile(
    r"据[^，。]{0,20}(?:反映|统计|调查|了解|监测|介绍|测算|通报|预报|数据)|调研|走访|问卷|统计|监测|抽样|摸排|反映|排查|调查|座谈|截至|数据显示|核查|普查|检查|抽查|受访"
)

ELEMENTS: Mapping[str, tuple[tuple[str, re.Pattern[str], str], ...]] = {
    "problem": (
        ("时间", TIME, "【请补充：时间】"),
        ("地点", PLACE, "【请补充：地点】"),
        ("数据", FIGURE, "【请补充：数据】"),
        ("信息来源（调研、统计、谁反映）", SOURCE, "【请补充：来源】"),
    ),
    "warning": (
        ("时间", TIME, "【请补充：时间】"),
        ("地点", PLACE, "【请补充：地点】"),
        ("数据", FIGURE, "【请补充：数据】"),
    ),
    "experience": (
        ("时间", TIME, "【请补充：时间】"),
        ("单位", ACTOR, "【请补充：单位】"),
        ("数据", FIGURE, "【请补充：数据】"),
    ),
    "implementation": (
        ("时间", TIME, "【请补充：时间】"),
        ("单位", ACTOR, "【请补充：单位】"),
        ("数据", FIGURE, "【请补充：数据】"),
    ),
    "ordinary": (("时间", TIME, "【请补充：时间】"), ("单位", ACTOR, "【请补充：单位】")),
}
VAGUE = re.compile(
    r"(?:部分|少数|一些|不少|许多|大量|多数|个别)(?:地区|乡镇|县区|企业|单位|干部|群众|农户|居民|村|社区|学校|项目|商户|经营户|种植户|养殖户)"
    r"|(?:[\u4e00-\u9fff]{2,6}(?:率|度|量|价格|成本|水平|收入|进度|比例))(?:普遍)?(?:偏[低高慢少大]|较[低高慢少大多]|明显(?:下降|上升|偏[低高]))"
    r"|(?:问题|现象|矛盾|情况)(?:比较|较为|十分|非常|日益|尤为)(?:突出|严重|普遍)|(?:群众|居民|企业)[^，。；]{0,4}意见(?:很|较|比较)大"
    r"|(?:案例|病例|事故|投诉|纠纷|数量|人数|案件|价格|需求|产量|销量|客流|订单)有所(?:上升|下降|增加|减少|增多|回落)|时有发生"
)
# What the next point says (三是……) is about something else.
NEXT_POINT = re.compile(
    r"\s*(?:[一二三四五六七八九十]是|其[一二三四五]|第[一二三四五六]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])"
)


def elements(context: Context) -> Iterator[Hit]:
    """Name the elements an item of its kind should have and does not."""
    for name, pattern, placeholder in ELEMENTS.get(context.kind or "", ()):
        if not pattern.search(context.text):
            yield Hit(*context.subject_span, f"没有写明{name}。", placeholder=placeholder)


def vague(context: Context) -> Iterator[Hit]:
    """Find 偏低, 较多, 部分, 比较突出 where neither the sentence nor the next one gives a number."""
    for match in VAGUE.finditer(context.text, context.body_start):
        sentence = context.sentence_at(match.start())
        following = context.sentence_at(sentence.end + 1)
        if NEXT_POINT.match(context.text, following.start):
            following = sentence
        if not FIGURE.search(context.text, sentence.start, max(sentence.end, following.end)):
            yield Hit(*match.span(), f"“{match.group()}”没有数字：请写明是多少。", placeholder="【请补充：数量】")


RULES = (
    Rule(
        "missing-element",
        "详略·残缺",
        Severity.ADVICE,
        "时间、地点、主体、数据、来源是信息的要件。",
        elements,
        frozenset({"kind"}),
    ),
    Rule("vague-quantity", "详略·残缺", Severity.NOTE, "“偏低”“较多”“部分”没有数字，领导无从判断轻重。", vague),
)
