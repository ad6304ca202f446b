"""真假·失真: the same quantity with two values in one text."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.figures import COUNTED
from qianliyan.text.checking.showing import show
from qianliyan.text.parsing.numbers import Number

SCOPE = re.compile(r"(?:全[市县区省乡镇村]|共|累计|合计|总计)")
# The same quantity of different periods is not the same: 上半年, 前三季度, 1—10月.
PERIOD = re.compile(
    r"(?:\d{4}年)?(?:前[一二三四]季度|[上下]半年|第?[一二三四]季度|\d{1,2}[—－-]\d{1,2}月份?|今年以来|\d{1,2}月份?(?!\d))"
)
# A period is named at most so many characters before its figure.
FAR = 60
OF_ONE = re.compile(
    r"(?P<same>(?:该|本|此|这一|这个)[\u4e00-\u9fff]{0,4}?)?"
    r"(?P<what>总投资|总面积|建筑面积|占地面积|总库容|装机容量|设计产能|线路全长|总人口)额?(?:为|达|约)?$"
)
# “建议将68所农村学校饮水设备纳入……”: those named before, however far before, so the figure is the same.
DEFINITE = re.compile(r"(?:[，。；、]|建议|对|把|将|上述|这|为)(?:将|把|对|上述|这)$")
# What is to come need not be what was counted before.
COMING = re.compile(r"下一步|明年|下月|计划|拟|新增|再|后续|另")
THOSE = re.compile(r"(?:上述|以上|前述|这)的?$")
NAMED_SHORT = re.compile(r"[\u4e00-\u9fff]{2}")
FAR_BACK = 400
NAMED_AFTER = re.compile(r"[\u4e00-\u9fff]{6}")
LEADING = re.compile(r"(?:已经|已|约|近|达到|高达|达|为|共有|共|有|是|累计|超过|超|增至|合计|计|了)+$")
LABEL = re.compile(r"[\u4e00-\u9fff]{3,8}$")
TIME_WORDS = re.compile(
    r"上年|去年|同期|今年|明年|前年|月|季度|上半年|下半年|年底|年末|此前|原|计划|目标|力争|预计|到\d|\d年|日|日前|时"
)
WEAK_LABEL = re.compile(
    r"(?:增长|增加|下降|减少|提高|上升|同比|环比|占|比例|比重|其中|分别|完成|实现|每|平均|投入|新增|资金|以上|超过|安排|第|率|不足|增幅|降幅|今年|报告期)$"
)


def two_values(context: Context) -> Iterator[Hit]:
    """Find a quantity named alike twice, of the same whole and the same period, with different values."""
    seen: dict[tuple[str, str, str], tuple[str, Number]] = {}
    for number in _body_figures(context):
        named = _name(context, number)
        if named is None:
            continue
        subject, label, period = named
        before, earlier = seen.setdefault((label, number.unit, period), (subject, number))
        if before.endswith(subject) or subject.endswith(before):
            yield from _different(context.text, label, earlier, number)
    yield from _said_again(context)
    yield from _counted_again(context)
    yield from _those(context)


def _body_figures(context: Context) -> Iterator[Number]:
    for number in context.document.numbers:
        in_body = number.span.start >= context.body_start
        if in_body and not number.chinese and number.unit in COUNTED and not number.percent:
            yield number


def _different(text: str, label: str, earlier: Number, number: Number) -> Iterator[Hit]:
    apart = abs(earlier.value - number.value) > max(earlier.step, number.step)
    if apart and not (earlier.approximate or number.approximate):
        yield Hit(
            *number.span,
            f"同一数据前后不一：“{label}”前文写作{show(text, earlier)}，此处写作{show(text, number)}。",
        )


def _name(context: Context, number: Number) -> tuple[str, str, str] | None:
    """Return of whom, of what and of which period a figure is said, if it is said of a whole; else nothing."""
    clause = re.split(r"[，。；：、\n（）()]", context.text[max(0, number.span.start - 24) : number.span.start])[-1]
    clause = PERIOD.sub("", clause)
    stem = LEADING.sub("", clause)
    whole = SCOPE.search(clause)
    vague = LABEL.search(stem) is None or TIME_WORDS.search(clause) or WEAK_LABEL.search(stem)
    if whole is None or vague or re.search(r"\d", clause) or len(stem) - whole.start() < 4:
        return None
    start = max(context.sentence_at(number.span.start).start, number.span.start - FAR)
    periods = PERIOD.findall(context.text, start, number.span.start)
    return clause[: whole.start()], stem[whole.start() :], periods[-1] if periods else ""


def _said_again(context: Context) -> Iterator[Hit]:
    """Find what is said once more of the same project: 该项目总投资5.4亿元."""
    seen: dict[tuple[str, str], list[Number]] = {}
    for number in _body_figures(context):
        match = OF_ONE.search(context.text, max(0, number.span.start - 16), number.span.start)
        if match is None:
            continue
        earlier = seen.setdefault((match["what"], number.unit), [])
        if match["same"] and len(earlier) == 1:
            yield from _different(context.text, match["what"], earlier[0], number)
        earlier.append(number)


def _counted_again(context: Context) -> Iterator[Hit]:
    """Find things counted once more under the same six characters: 62所农村学校饮水设备……将68所农村学校饮水设备."""
    seen: dict[tuple[str, str], list[Number]] = {}
    for number in _body_figures(context):
        name = NAMED_AFTER.match(context.text, number.span.end)
        if name is None or number.approximate:
            continue
        earlier = seen.setdefault((number.unit, name.group()), [])
        definite = DEFINITE.search(context.text, max(0, number.span.start - 4), number.span.start)
        planned = COMING.search(context.text, max(0, number.span.start - 40), number.span.start)
        if definite and not planned and len(earlier) == 1:
            yield from _different(context.text, name.group(), earlier[0], number)
        earlier.append(number)


def _those(context: Context) -> Iterator[Hit]:
    """Find 上述21座危桥 where 危桥23座 or 23座危桥 was written before, and no other number of them."""
    text = context.text
    for number in _body_figures(context):
        those = THOSE.search(text, max(0, number.span.start - 5), number.span.start)
        name = NAMED_SHORT.match(text, number.span.end)
        if those is None or name is None:
            continue
        start = max(context.body_start, number.span.start - FAR_BACK)
        earlier = [
            one
            for one in context.numbers_between(start, number.span.start)
            if one.unit == number.unit and name.group() in _beside(text, one)
        ]
        if earlier and all(one.value != number.value for one in earlier):
            yield from _different(text, name.group(), earlier[-1], number)


def _beside(text: str, number: Number) -> str:
    """Return the words right before and after a figure, where its name stands."""
    return f"{text[max(0, number.span.start - 6) : number.span.start]} {text[number.span.end : number.span.end + 8]}"


RULES = (Rule("two-values", "真假·失真", Severity.ADVICE, "同一数据前后不一，读者无法判断哪个是真的。", two_values),)
