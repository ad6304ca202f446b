"""What a share comes to, given its part and its whole."""

import re
from collections.abc import Sequence
from fractions import Fraction

from qianliyan.text.checking.finding import Hit
from qianliyan.text.checking.showing import plain, show
from qianliyan.text.parsing.numbers import Number

# “其中能繁母猪7.2万头，占存栏12.5%”, “完成投资13.2亿元，占年度计划的90.9%”: the whole is called by its name.
NAMED_WHOLE = re.compile(
    r"(?:占|完成)(?:年度?|全年|总)?(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:总[数量额])?的?(?:比[重例])?(?:为|达到?)?(?:约|近)?$"
)
# “计划整治42个，已整治35个，完成85%”
COMPLETED = re.compile(r"[，,](?:已)?完成(?:率|进度|比例|比重)?(?:为|达到?)?$")
PLANNED = re.compile(r"计划|任务|目标|[拟应需]")


def named_whole(text: str, bridge: str, wholes: Sequence[Number]) -> Number | None:
    """Return the whole that the words between a part and its share name."""
    named = NAMED_WHOLE.search(bridge)
    if named is not None:
        called = [one for one in wholes if named["whole"] in label_of(text, one)]
        if called:
            return called[-1]
    if COMPLETED.search(bridge):
        return next((one for one in reversed(wholes) if PLANNED.search(label_of(text, one))), None)
    return None


def label_of(text: str, number: Number) -> str:
    """Return the words of the clause before a figure."""
    return re.split("[，。；：\n]", text[max(0, number.span.start - 14) : number.span.start])[-1]


def agrees(share: Number, part: Number, whole: Number) -> bool:
    """Tell whether the share follows from the two numbers, given how each is rounded; a rate may be the complement."""
    ratio = part.value * 100 / whole.value
    return min(abs(ratio - share.value), abs(100 - ratio - share.value)) <= share.step + slack(part, whole)


def follows(share: Number, part: Number, whole: Number) -> bool:
    """Tell whether the share follows from just this part and this whole."""
    return abs(part.value * 100 / whole.value - share.value) <= share.step + slack(part, whole)


def slack(part: Number, whole: Number) -> Fraction:
    """Return by how many per cent a share may be off because of how its figures are rounded."""
    steps = [
        number.step if number.scale or number.step < 1 or number.approximate else Fraction(0)
        for number in (part, whole)
    ]
    looseness = 5 if part.approximate or whole.approximate else 1
    return (steps[0] + steps[1] * part.value / whole.value) * 50 * looseness / whole.value


def worked_out(text: str, share: Number, part: Number, whole: Number) -> Hit:
    """Report a share that does not follow from its figures."""
    ratio = plain(part.value * 100 / whole.value)
    return Hit(
        share.span.start,
        share.span.end,
        f"百分比与数字不符：{show(text, part)} ÷ {show(text, whole)} = {ratio}%，文中写作{show(text, share)}。",
    )
