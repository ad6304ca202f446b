"""What a change comes to, worked out from the figures before and after."""

from collections.abc import Iterator
from fractions import Fraction

from qianliyan.text.checking.arithmetic import slack_of
from qianliyan.text.checking.finding import Hit
from qianliyan.text.checking.showing import plain, show, show_value
from qianliyan.text.parsing.numbers import Number


def compared(text: str, old: Number, new: Number, rate: Number) -> Iterator[Hit]:
    """Hold a rate, a difference or points against the figures before and after."""
    change = new.value - old.value
    if old.percent and rate.percent:
        if old.value > 0 and abs(abs(change) * 100 / old.value - rate.value) <= rate.step * 2:
            return
        yield Hit(
            *rate.span,
            f"两个百分比之差应写百分点：{show(text, new)}比{show(text, old)}相差{plain(abs(change))}个百分点。",
        )
        return
    if old.percent and rate.unit in ("个百分点", "百分点"):
        expected, sign, slack = abs(change), "个百分点", (old.step + new.step + rate.step) * Fraction(49, 100)
    elif rate.percent and old.value > 0 and not old.percent:
        expected = abs(change) * 100 / old.value
        sign, slack = "%", rate.step + looseness(old, new)
    elif not old.percent and rate.unit == new.unit:
        yield from _differing(text, old, new, rate)
        return
    else:
        return
    if abs(expected - abs(rate.value)) > slack and not rate.approximate:
        yield Hit(
            *rate.span,
            f"增减幅度与数字不符：由{show(text, old)}到{show(text, new)}，变化{plain(expected)}{sign}，"
            f"文中写作{show(text, rate)}。",
        )


def _differing(text: str, old: Number, new: Number, change: Number) -> Iterator[Hit]:
    """Check “今年36亿元，比上年的30亿元增加6亿元”: what came on top is the difference."""
    expected = abs(new.value - old.value)
    loose = any(number.approximate for number in (old, new, change))
    slack = slack_of((old, new, change))
    if not loose and abs(expected - change.value) > slack:
        yield Hit(
            *change.span,
            f"增减量与数字不符：{show(text, new)}与{show(text, old)}相差{show_value(expected, new)}，"
            f"文中写作{show(text, change)}。",
        )


def looseness(old: Number, new: Number) -> Fraction:
    """Return by how many per cent a rate may be off because of how its figures are rounded."""
    loose = Fraction(10) if old.approximate or new.approximate else Fraction(1)
    steps = [
        number.step if number.scale or number.step < 1 or number.approximate else Fraction(0) for number in (old, new)
    ]
    return (steps[1] + steps[0] * new.value / old.value) * 50 * loose / old.value
