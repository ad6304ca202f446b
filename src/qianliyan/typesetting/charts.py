"""Bars in running text, such as the adoption of the units side by side."""

import math

from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.model import Chart
from qianliyan.typesetting.paper import Bars, Block, Line, Run
from qianliyan.typesetting.pieces import Layout

MOST_BARS = 60


def charts(chart: Chart, layout: Layout) -> list[Block]:
    """Set a chart with its caption above; what is not a length is refused."""
    if not chart.bars:
        return []
    values = [bar.value for bar in chart.bars]
    if len(values) > MOST_BARS:
        raise InvalidDocument(f"图中有{len(values)}条，最多{MOST_BARS}条", "charts")
    if not all(math.isfinite(value) and value >= 0 for value in values):
        raise InvalidDocument("图中的数不能是负数", "charts")
    longest = max(values) or 1
    rows = tuple((bar.label, bar.shown or f"{bar.value:g}", round(bar.value / longest, 4)) for bar in chart.bars)
    caption: list[Block] = [Line("caption", (Run(chart.caption),), keep=True)] if chart.caption else []
    return [*caption, Bars(rows, layout["chart"]["colour"])]
