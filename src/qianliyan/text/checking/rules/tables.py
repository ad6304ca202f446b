"""真假·失真: the total row of a table against its columns."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qianliyan.text.checking.arithmetic import slack_of
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.sums import WHY
from qianliyan.text.checking.showing import show_value
from qianliyan.text.parsing.document import Block, Kind
from qianliyan.text.parsing.numbers import Number, numbers_in

TOTAL_ROW = re.compile(r"^(?:合计|总计|共计|全[市县区]合计)$")
SKIPPED_ROW = re.compile(r"其中|小计|平均|占比|比重|同比|增长")


def sums_in_tables(context: Context) -> Iterator[Hit]:
    """Hold the total row of every table against its columns."""
    for block in context.document.blocks:
        if block.kind is Kind.TABLE:
            yield from _columns(context.text, block)


def _columns(text: str, block: Block) -> Iterator[Hit]:
    totals = [row for row in block.rows if TOTAL_ROW.match(re.sub(r"\s", "", row[0].of(text)))]
    if len(totals) != 1:
        return
    rows = [row for row in block.rows if row is not totals[0] and not SKIPPED_ROW.search(row[0].of(text))]
    for column in range(1, len(totals[0])):
        header = block.rows[0][column].of(text) if column < len(block.rows[0]) else ""
        cells = [row[column].of(text) for row in rows if column < len(row)]
        parts = [number for cell in cells for number in _only(cell)]
        total = _only(totals[0][column].of(text))
        if not total or len(parts) < 2 or "%" in "".join(cells) or re.search(r"率|比|%|％|均|位次|排名|序号", header):
            continue
        added = sum((part.value for part in parts), Fraction(0))
        if abs(added - total[0].value) > slack_of([total[0], *parts]):
            yield Hit(
                *totals[0][column],
                f"合计与各行不符：本列相加为{show_value(added, total[0])}，合计写作{totals[0][column].of(text)}。",
            )


def _only(cell: str) -> list[Number]:
    """Return the number of a cell that holds one and nothing else."""
    numbers = list(numbers_in(cell))
    whole = len(numbers) == 1 and numbers[0].span.end - numbers[0].span.start == len(cell.strip())
    return numbers if whole else []


RULES = (Rule("table-total", "真假·失真", Severity.ADVICE, WHY, sums_in_tables),)
