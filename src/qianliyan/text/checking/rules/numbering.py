"""Language: heading numbers that skip, repeat or mix levels, by GB/T 9704-2012, 7.3.3."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.numerals import from_chinese, to_chinese
from qianliyan.text.parsing.document import Block

FORMS = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）", 5: "{}"}
# 一是…二是… runs within a paragraph or from paragraph to paragraph.
POINT = re.compile(r"(?:(?<=[。；，：:;])|(?m:^)[ \t　]*)([一二三四五六七八九十])是(?![否不非])")
ORDINAL = re.compile(r"(?:(?<=[。；：:;])|(?m:^)[ \t　]*)第([一二三四五六七八九十])([，,、：:])")


def sequence(context: Context) -> Iterator[Hit]:
    """Follow the heading numbers of every level."""
    counters: dict[int, int] = {}
    for block in context.document.blocks:
        if not block.level or not block.number:
            continue
        last = counters.get(block.level, 0)
        if block.number not in (1, last + 1):
            yield _out_of_order(context.text, block, last)
        counters[block.level] = block.number
        for deeper in range(block.level + 1, 6):
            counters.pop(deeper, None)


def _out_of_order(text: str, block: Block, last: int) -> Hit:
    written = block.marker.of(text)
    form = FORMS[block.level]
    wanted = form.format(to_chinese(last + 1) if block.level < 3 else last + 1)
    before = f"前一个是第{last}" if last else "前面没有第1"
    return Hit(*block.marker, f"序号不连续：{before}，这里是“{written}”，应为“{wanted}”或补上缺的内容。")


def mixed_levels(context: Context) -> Iterator[Hit]:
    """Find a deeper number that stands before the level above it has begun."""
    seen: set[int] = set()
    for block in context.document.blocks:
        if not block.level or not block.number:
            continue
        # The first heading of a paper sets its highest level; a higher one later on turns the order upside down.
        if seen and block.level < min(seen):
            yield Hit(*block.marker, "层次序数混乱：上级序号出现在下级之后，应依次用“一、”“（一）”“1.”“（1）”。")
        seen.add(block.level)


def points(context: Context) -> Iterator[Hit]:
    """Follow 一是、二是 and 第一、第二 through the text."""
    for pattern, form, before, after in ((POINT, "{}是", 0, 1), (ORDINAL, "第{}", 1, 0)):
        last = 0
        for match in pattern.finditer(context.text):
            number = from_chinese(match[1]) or 0
            if number not in (1, last + 1):
                wanted = form.format(to_chinese(last + 1))
                start, end = match.start(1) - before, match.end(1) + after
                yield Hit(start, end, f"“{context.text[start:end]}”前面缺“{wanted}”，请核对序数。")
            last = number


def marks(context: Context) -> Iterator[Hit]:
    """Find heading numbers with the wrong mark behind them."""
    for block in context.document.blocks:
        written = block.marker.of(context.text)
        if block.level == 3 and written.endswith("、"):
            yield Hit(*block.marker, "阿拉伯数字序号后用“.”，不用顿号。", fix=written[:-1] + ".")
        elif block.level in (2, 4) and written.endswith("、"):
            yield Hit(*block.marker, "带括号的序号后不加顿号。", fix=written[:-1])
    for match in ORDINAL.finditer(context.text):
        if match[2] == "、":
            yield Hit(match.start(2), match.end(2), "“第一”“第二”后用逗号，不用顿号。", fix="，")


WHY = "GB/T 9704-2012，7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。"
RULES = (
    Rule("heading-sequence", "语言·序号", Severity.ADVICE, WHY, sequence),
    Rule("heading-levels", "语言·序号", Severity.ADVICE, WHY, mixed_levels),
    Rule("point-sequence", "语言·序号", Severity.ADVICE, "“一是”“二是”依次连用，缺一项读者会以为漏了内容。", points),
    Rule("heading-mark", "语言·序号", Severity.NOTE, WHY, marks),
)
