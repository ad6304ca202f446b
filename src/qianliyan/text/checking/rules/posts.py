"""Political errors: posts without names in the wrong order: 县长、县委书记."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

NAME = r"(?:[\u4e00-\u9fff]{1,3}(?:同志)?)?"
# One person may be named with posts of then and now.
FORMER = re.compile(r"(?:原|前|曾任|历任|先后|时任|担任|兼任?|由|从|任)[^，。；]{0,4}$")
ORDERS = (
    (re.compile(rf"(?P<area>[省市县区镇乡])长{NAME}[、和，](?P=area)(?:委|党委)书记"), "书记在前，行政首长在后"),
    (re.compile(rf"政协主席{NAME}[、和，]{NAME}[省市县区]?人大常委会主任"), "人大在前，政协在后"),
    (re.compile(rf"政协主席{NAME}[、和，](?:[省市县区]委副书记|[省市县区]长)"), "政协主席在党政、人大负责人之后"),
    (
        re.compile(rf"人大常委会主任{NAME}[、和，][省市县区](?:委书记|长(?!期|大|远|江))"),
        "书记、行政首长在前，人大在后",
    ),
    (re.compile(rf"(?P<area>[省市县区])委副书记{NAME}[、和，](?P=area)委书记"), "书记在前，副书记在后"),
    (re.compile(rf"副(?P<area>[省市县区])长{NAME}[、和，](?<!副)(?P=area)长(?!期|大|远|江)"), "正职在前，副职在后"),
)


def orders(context: Context) -> Iterator[Hit]:
    """Find posts that are named in the wrong order."""
    for pattern, why in ORDERS:
        for match in pattern.finditer(context.text):
            if not FORMER.search(context.text, max(0, match.start() - 8), match.start()):
                yield Hit(*match.span(), f"领导职务排序：{why}，请核对。")


RULES = (
    Rule(
        "post-order",
        "严·政治差错",
        Severity.ADVICE,
        "领导排序以党委、人大、政府、政协的规定次序为准，请按单位名单核对。",
        orders,
    ),
)
