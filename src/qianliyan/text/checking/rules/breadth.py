"""宽窄·狭窄: one place, one source, and no figure for the whole area."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

PLACE = re.compile(r"(?<![\u4e00-\u9fff])?([\u4e00-\u9fff]{2,3}(?:县|区|镇|乡|街道|村|社区))")
WHOLE = re.compile(
    r"全[市县区省国]|各(?:县区?|乡镇|区县|地|单位|部门)|(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]{1,4}个?(?:县区?|乡镇|区县|村|社区|街道|镇|单位|部门)|抽样|问卷|走访\d|调研\d|面上|普遍"
)
# Of a problem or a danger one has to know how far it reaches; an experience is rightly one place's own.
JUDGED = ("problem", "warning")
GENERAL = re.compile(r"(?:困难|地|小|社|城|农|山|矿|牧|景|园|灾|库|林|校|厂|院|辖|县|市)(?:区|村|镇|乡|县)$")


def narrow(context: Context) -> Iterator[Hit]:
    """Find an item about one place alone that gives no figure for the whole."""
    places = {match[1] for match in PLACE.finditer(context.text) if not GENERAL.search(match[1])}
    if context.kind in JUDGED and context.form != "brief" and len(places) <= 1 and not WHOLE.search(context.body):
        yield Hit(
            *context.subject_span,
            "只写了一地一事，没有面上的数据：请补充涉及的范围，编辑可参看其他单位的同类来稿。",
            placeholder="【请补充：面上数据】",
        )


RULES = (
    Rule(
        "narrow",
        "宽窄·狭窄",
        Severity.NOTE,
        "一地一事难以判断是个案还是普遍现象。",
        narrow,
        frozenset({"kind", "form"}),
    ),
)
