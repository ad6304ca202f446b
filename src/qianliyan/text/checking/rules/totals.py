"""真假·失真: a total that stands after its parts."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qianliyan.text.checking.arithmetic import agree, mismatch, slack_of
from qianliyan.text.checking.finding import Hit
from qianliyan.text.numerals import from_chinese
from qianliyan.text.parsing.numbers import Number

TOTAL_AFTER = re.compile(r"[，,、](?:以上)?(?:共计|合计|总计|总共|共)[^，。；\d]{0,6}$")
# These name not a part of the total but something about it.
NO_PART = re.compile(
    r"增|减|升|降|涨|跌|比|较|占|率|(?:^|[，、；])共|共计|共有|累计|合计|平均|每|超过|上年|去年|同期|以上|[上前]述|第|涉及|惠及|带动|目标|计划|剩余|完成投资"
)
# “三地共2900人” sums up what stands before it, clause by clause.
COUNTED_TOTAL = re.compile(
    r"[，；](?P<count>[两二三四五六七八九十]|\d)个?(?:地|县区?|区县|区|市|镇|乡镇|村|项|者|家|部门|单位|方面)(?:共计?|合计|总计|累计)[^，。；\d]{0,6}$"
)


# “大型水库蓄水2.1亿方，小型水库蓄水3200万方，合计蓄水2.32亿方”: only 合计 sums up clauses, and nearly comes out.
SUMMED_UP = re.compile(r"[，,；](?:两项|三项|以上)?(?:共计|合计|总计|总共)[^，。；\d]{0,6}$")
LONGEST_LABEL = 20


def parts_before(text: str, total: Number, earlier: Sequence[Number]) -> Iterator[Hit]:
    """Hold a total against the parts that stand before it."""
    before = text[max(0, total.span.start - 18) : total.span.start]
    counted = COUNTED_TOTAL.search(before)
    if not counted and not TOTAL_AFTER.search(before):
        return
    summed_up = SUMMED_UP.search(before) is not None
    first = total.span.start - len(before) + counted.start() if counted else total.span.start
    parts = _row(text, total, [one for one in earlier if one.span.start < first], clauses=bool(counted) or summed_up)
    if len(parts) < 2 or (counted and len(parts) != (from_chinese(counted["count"]) or int(counted["count"]))):
        return
    added = sum((part.value for part in parts), Fraction(0))
    labels = re.sub("总?共计?|[合总累]计", "", text[parts[0].span.start : total.span.start])
    by_clauses = summed_up and "、" not in labels
    nearly = abs(added - total.value) * 4 <= total.value and parts[0].value < total.value
    if NO_PART.search(labels) or (by_clauses and not nearly):
        return
    if not agree(added - total.value, slack_of([total, *parts])):
        yield mismatch(text, total, parts, added)


def _row(text: str, total: Number, earlier: Sequence[Number], *, clauses: bool) -> list[Number]:
    """Return the figures of one row that leads up to a total, by 、 or clause by clause."""
    parts: list[Number] = []
    end = total.span.start
    for number in reversed(earlier):
        between = text[number.span.end : end]
        listed = not parts or "、" in between or clauses
        if number.unit != total.unit or number.approximate or not listed or len(between) > LONGEST_LABEL:
            break
        parts.insert(0, number)
        end = number.span.start
    return parts
