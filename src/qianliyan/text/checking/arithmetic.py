"""What sums and rounding allow, and how a sum that does not come out is reported."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from qianliyan.text.checking.finding import Hit
from qianliyan.text.checking.showing import show, show_value
from qianliyan.text.parsing.numbers import Number

BOUND_AFTER = re.compile(r"以[上下内]|至|到|—|-|~|～")
BOUND_BEFORE = re.compile(r"(?:至|到|—|-|~|～|超过|不足|不满)$")
CLASSES = frozenset({"岁", "类", "级", "期", "号"})


def qualifies(text: str, number: Number) -> bool:
    """Tell whether a figure only says which ones are meant: 10亿元以上项目, 8至12小时, 2类区."""
    before = BOUND_BEFORE.search(text, max(0, number.span.start - 2), number.span.start)
    return number.unit in CLASSES or before is not None or BOUND_AFTER.match(text, number.span.end) is not None


def slack_of(numbers: Iterable[Number]) -> Fraction:
    """Allow half of the last place of every rounded figure; whole things counted one by one leave no room."""
    rounded = [number.step / 2 for number in numbers if number.scale or number.step < 1]
    return sum(rounded, Fraction(0))


def agree(difference: Fraction, slack: Fraction) -> bool:
    """Tell whether rounding explains a difference: half a place of every figure, but never all of it the same way."""
    return not difference or abs(difference) < slack


def mismatch(text: str, total: Number, parts: Sequence[Number], added: Fraction) -> Hit:
    arithmetic = " + ".join(part.span.of(text) for part in parts)
    span = (min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end))
    difference = added - total.value
    word = "多" if difference > 0 else "少"
    return Hit(
        *span,
        f"各项相加与总数不符：{arithmetic} = {show_value(added, total)}，比{show(text, total)}{word}"
        f"{show_value(abs(difference), total)}。",
    )
