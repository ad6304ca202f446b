"""真假·失真: a place or an office in the title for which the body names another of its kind."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

PLACE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})(?P<type>镇|乡(?!镇)|县|街道)(?![级域里长委])")
OFFICE = re.compile(
    r"(?P<area>[市县区])(?P<name>[\u4e00-\u9fff]{1,6}?)(?P<type>医院|中学|小学|学院|局(?!长|面|部|势)|委员会|集团|公司)"
)
BUILDING = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})(?P<type>水厂|水库|大桥|小学|中学|公园|污水处理厂|电厂)")
NO_NAME = re.compile(r"[全我各本该两三多乡的个在和与及从对向为]|[一二三四五六七八九十百]")
# The writer speaks of himself.
OURSELVES = re.compile(r"[我本该](?:[县镇乡局委院校]|街道|公司|集团)")


def names(context: Context) -> Iterator[Hit]:
    """Find a name in the title that the body does not have, while it has one other of the kind."""
    span = context.document.title_span
    if span is None or OURSELVES.search(context.body):
        return
    for pattern in (PLACE, OFFICE, BUILDING):
        named = {match.group() for match in pattern.finditer(context.body) if not NO_NAME.search(match["name"])}
        for match in pattern.finditer(context.text, *span):
            # In the middle of a title nobody knows where the name of a place begins.
            if pattern is not OFFICE and match.start() != span.start:
                continue
            others = sorted(name for name in named if _of_a_kind(name, match))
            if match.group() not in context.body and not NO_NAME.search(match["name"]) and len(others) == 1:
                message = f"标题写“{match.group()}”，正文只写到“{others[0]}”，请核对名称。"
                yield Hit(*match.span(), message)


def _of_a_kind(name: str, match: re.Match[str]) -> bool:
    return name.endswith(match["type"]) and name[0] == match.groupdict().get("area", name[0])


RULES = (Rule("title-name", "真假·失真", Severity.ADVICE, "标题里的地名、单位名要与正文一致。", names),)
