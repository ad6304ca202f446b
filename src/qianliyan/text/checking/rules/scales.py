"""真假·失真: 万 written for 亿, where a list, a repetition or a comparison reveals it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show
from qianliyan.text.parsing.numbers import Number

# Only a base of the same kind, not the change itself: “比上年的37.9万吨”, “超过计划的12万元”.
HELD_AGAINST = re.compile(
    r"(?=[^，]*[，,（(]?.*(?:上年|去年|前年|上月|上季度|年初|同期|计划|目标|预算|任务))[，,、（(]?(?:而|远)?(?:[比较]|超过?|高于|低于|多于|少于)?(?:上年|去年|前年|上月|上季度|年初|年度|全年|原)?(?:同期|计划|目标|预算|任务)?(?:仅)?[的为是达]{0,2}"
)


# “供热面积1860万平方米，较上年增加120平方米”: so small a change of so large an amount is a slip.
ON_TOP = re.compile(
    r"[，,（(](?:同比|环比|[比较](?:上年|去年|上月|年初)(?:同期)?)(?:净)?(?:增加|减少|增|减|多|少)了?约?"
)


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
    yield from _apart_from_base(context)


def _apart_from_base(context: Context) -> Iterator[Hit]:
    """Find an amount a thousand times last year's or the plan's, or as small, and a change without its 万."""
    for _, numbers in context.numbers_by_sentence:
        for one, other in pairwise(numbers):
            between = context.text[one.span.end : other.span.start]
            if one.unit != other.unit or one.scale == other.scale or min(one.value, other.value) <= 0:
                continue
            times = max(one.value, other.value) / min(one.value, other.value)
            on_top = one.scale and (not other.scale or times >= 10_000) and ON_TOP.fullmatch(between)
            if times >= 1000 and (on_top or HELD_AGAINST.fullmatch(between)):
                both = f"{show(context.text, one)}与{show(context.text, other)}"
                yield Hit(one.span.start, other.span.end, f"疑似“万”“亿”混淆：{both}相差千倍以上，请核对单位。")


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


RULES = (Rule("scale-mixup", "真假·失真", Severity.ADVICE, "“万”“亿”相差一万倍，写错会造成重大失实。", scales),)
