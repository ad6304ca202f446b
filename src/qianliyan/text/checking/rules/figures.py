"""真假·失真: the same quantity with two values, in title and body or within the body; 万 written for 亿."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show
from qianliyan.text.numerals import from_chinese
from qianliyan.text.parsing.numbers import Number

COUNTED = frozenset(
    {
        "元", "亩", "人", "户", "家", "件", "项", "起", "次", "条", "座", "处", "台", "辆", "套", "所", "吨",
        "公里", "平方公里", "平方米", "立方米", "%", "个百分点", "个", "名", "头", "只", "株", "间", "栋", "宗",
        "例", "人次",
    }
)  # fmt: skip
SCOPE = re.compile(r"(?:全[市县区省乡镇村]|共|累计|合计|总计)")
# Between the label and the figure stand only words such as these.
LEADING = re.compile(r"(?:已经|已|约|近|达到|高达|达|为|共有|共|有|是|累计|超过|超|增至|合计|计|了)+$")
LABEL = re.compile(r"[\u4e00-\u9fff]{3,8}$")
TIME_WORDS = re.compile(
    r"上年|去年|同期|今年|明年|前年|月|季度|上半年|下半年|年底|年末|此前|原|计划|目标|力争|预计|到\d|\d年|日|日前|时"
)
WEAK_LABEL = re.compile(
    r"(?:增长|增加|下降|减少|提高|上升|同比|环比|占|比例|比重|其中|分别|完成|实现|每|平均|投入|新增|资金|以上|超过|安排|第|率|不足|增幅|降幅|今年|报告期)$"
)


def title_figures(context: Context) -> Iterator[Hit]:
    """Find figures of the title that the body does not bear out."""
    span = context.document.title_span
    if span is None:
        return
    body = [number for number in context.document.numbers if number.span.start >= context.body_start]
    stated = {(number.value, number.unit) for number in body}
    for number in context.document.numbers:
        if number.span.start >= span.end or number.chinese or number.approximate or number.unit not in COUNTED:
            continue
        if (number.value, number.unit) in stated or _spelled(context.body, number):
            continue
        near = next((other for other in body if _alike(context.text, number, other)), None)
        against = f"，正文写作{show(context.text, near)}" if near else "，正文里没有这个数"
        yield Hit(*number.span, f"标题写{show(context.text, number)}{against}，请核对。")


def _spelled(body: str, number: Number) -> bool:
    """Tell whether the body gives the figure in Chinese numerals or without its unit."""
    figures = f"{float(number.value):g}"
    written = (match.group() for match in re.finditer(r"[零〇一二两三四五六七八九十百千万亿]{1,12}", body))
    return figures in body or any(from_chinese(numeral) == number.value for numeral in written)


def _alike(text: str, number: Number, other: Number) -> bool:
    """Tell whether two figures count the same: same unit, and two characters before them in common."""
    label = text[max(0, number.span.start - 6) : number.span.start]
    around = text[max(0, other.span.start - 12) : other.span.start]
    return number.unit == other.unit and any(label[place : place + 2] in around for place in range(len(label) - 1))


def two_values(context: Context) -> Iterator[Hit]:
    """Find a quantity named alike twice, both times for the whole area and without a date, with different values."""
    seen: dict[tuple[str, str], Number] = {}
    for number in context.document.numbers:
        if number.span.start < context.body_start or number.chinese or number.unit not in COUNTED or number.percent:
            continue
        label = _label(context.text, number)
        if not label:
            continue
        earlier = seen.setdefault((label, number.unit), number)
        if abs(earlier.value - number.value) > max(earlier.step, number.step) and not (
            earlier.approximate or number.approximate
        ):
            yield Hit(
                *number.span,
                f"同一数据前后不一：“{label}”前文写作{show(context.text, earlier)}，"
                f"此处写作{show(context.text, number)}。",
            )


def _label(text: str, number: Number) -> str:
    """Return what the figure counts, if it is said of the whole area at no particular time; else nothing."""
    clause = re.split(r"[，。；：、\n（）()]", text[max(0, number.span.start - 24) : number.span.start])[-1]
    stem = LEADING.sub("", clause)
    found = LABEL.search(stem)
    whole = SCOPE.search(clause)
    if (
        found is None
        or whole is None
        or TIME_WORDS.search(clause)
        or WEAK_LABEL.search(stem)
        or re.search(r"\d", clause)
    ):
        return ""
    return stem[whole.start() :] if len(stem) - whole.start() >= 4 else ""


def scales(context: Context) -> Iterator[Hit]:
    """Find the same figures once with 万 and once with 亿, and one amount a thousand times its neighbours in a list."""
    by_figures: dict[tuple[str, str], list[Number]] = defaultdict(list)
    for number in context.document.numbers:
        if number.scale in ("万", "亿") and number.unit and not number.percent:
            figures = number.figures.of(context.text)
            if len(figures.replace(".", "")) > 1:
                by_figures[figures, number.unit].append(number)
    for numbers in by_figures.values():
        other = next((number for number in numbers if number.scale != numbers[0].scale), None)
        if other is not None:
            yield Hit(
                *other.span,
                f"疑似“万”“亿”混淆：前文写作{show(context.text, numbers[0])}，此处写作{show(context.text, other)}。",
            )
    yield from _outsiders(context)


def _outsiders(context: Context) -> Iterator[Hit]:
    for _, numbers in context.numbers_by_sentence:
        amounts = [
            number for number in numbers if number.scale in ("万", "亿") and number.unit in ("元", "亩", "吨", "人", "")
        ]
        for run in _lists(context.text, amounts):
            values = sorted(number.value for number in run)
            middle = values[len(values) // 2]
            for number in run:
                apart = number.value >= 1000 * middle or number.value * 1000 <= middle
                if apart and number.scale != run[0 if run[0] is not number else 1].scale:
                    yield Hit(
                        *number.span,
                        f"疑似“万”“亿”混淆：{show(context.text, number)}与并列各数相差千倍以上，请核对单位。",
                    )


def _lists(text: str, numbers: list[Number]) -> Iterator[list[Number]]:
    run = numbers[:1]
    for one, other in pairwise(numbers):
        bridge = text[one.span.end : other.span.start]
        if one.unit == other.unit and len(bridge) <= 16 and "、" in bridge:
            run.append(other)
            continue
        if len(run) > 2:
            yield run
        run = [other]
    if len(run) > 2:
        yield run


RULES = (
    Rule("title-figure", "真假·失真", Severity.ADVICE, "标题中的数字必须与正文一致。", title_figures),
    Rule("two-values", "真假·失真", Severity.ADVICE, "同一数据前后不一，读者无法判断哪个是真的。", two_values),
    Rule("scale-mixup", "真假·失真", Severity.ADVICE, "“万”“亿”相差一万倍，写错会造成重大失实。", scales),
)
