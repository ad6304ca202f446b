"""真假·失真: figures of the title that the body does not bear out."""

import re
from collections.abc import Iterator

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
        "例", "人次", "张", "口", "眼", "笔", "场", "对", "艘", "千瓦时", "公顷", "床位", "盏",
    }
)  # fmt: skip


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


RULES = (Rule("title-figure", "真假·失真", Severity.ADVICE, "标题中的数字必须与正文一致。", title_figures),)
