"""真假·失真: a stage that begins before the one before it has ended."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.numerals import from_chinese

TO = r"(?:至|到|—{1,2}|－|-|~|～)"
STAGE = re.compile(
    rf"第(?P<number>[一二三四五六])阶段[^。\n\d]{{0,16}}[（(](?:\d{{4}}年)?(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?"
    rf"{TO}(?:\d{{4}}年)?(?:(?P<to_month>\d{{1,2}})月)?(?:(?P<to_day>\d{{1,2}})日)?"
)


def stages(context: Context) -> Iterator[Hit]:
    """Find stages that overlap."""
    for one, other in pairwise(STAGE.finditer(context.text)):
        numbers = [from_chinese(stage["number"]) or 0 for stage in (one, other)]
        month = int(one["to_month"] or one["month"])
        end, start = (month, int(one["to_day"] or 31)), (int(other["month"]), int(other["day"] or 1))
        # A stage that begins in a much earlier month lies in the next year.
        if numbers[1] == numbers[0] + 1 and start < end and month - start[0] < 6:
            said = f"第{other['number']}阶段的起点早于第{one['number']}阶段的终点，请核对日期。"
            yield Hit(one.start(), other.end(), said)


RULES = (Rule("stages", "真假·失真", Severity.ADVICE, "各阶段时间要前后相接，后一阶段不能早于前一阶段结束。", stages),)
