"""真假·失真: a part that is greater than its whole."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show
from qianliyan.text.parsing.numbers import Number

# “参训人员320人，其中女性356人”, “8个乡镇中有9个”
AMONG = re.compile(r"^[^。；\d]{0,24}[，,（(；](?:其中|内有)[^，。；、：\d]{0,12}$")
OF_THEM = re.compile(r"^[\u4e00-\u9fff]{0,10}(?<!其)中[，,]?(?:已经|已|共|仅|只)?有?[\u4e00-\u9fff]{0,2}$")
# “排查工业固废堆场86处，发现问题堆场92处”: no more can be found than were looked at.
FOUND = re.compile(r"^[^。；\d]{0,6}[，,](?:共|累计)?(?:发现|查出|排查出|查处|检出)(?P<what>[\u4e00-\u9fff]{2,10})$")
LOOKED_AT = re.compile(r"(?:排查|检查|抽查|检测|抽检|核查|走访|巡查|摸排)[^，。；\d]{0,14}$")
NO_PART = re.compile(r"超过|每|平均|增|减|带动|惠及|累计|总|共")
# “3个县中有12个村”: what is counted is another thing.
OTHER_THING = "村社镇乡县市区街项企小点厂园校站单部组班课合品"
# Neither a change nor an average is a whole: “比上年增加3户，其中……” stays silent.
CHANGE = re.compile(r"(?:增加|减少|增长|下降|提高|降低|新增|多|少)了?约?$|均[^，。；\d]{0,6}$")
PEOPLE = frozenset({"人", "名", "位", "人次"})
NO_UNIT = ("", "%", "个百分点", "年", "倍", "期", "号", "天", "月", "次", "级", "度", "℃", "成")
# “全县村（居）共168个”: what is covered of them cannot be more.
ALL = re.compile(r"全[省市县区镇乡](?P<what>[\u4e00-\u9fff（）]{1,8}?)(?:总数|共计?|总计|一共)(?:有|为|是)?$")
COVERED = re.compile(r"(?:覆盖|涉及|在|有|对|走访|检查|排查)?(?P<what>[\u4e00-\u9fff（）]{1,8})(?:达到?|共)?$")
MOST_WHOLES = 20
BRACKETS = re.compile(r"[（）]")


def parts(context: Context) -> Iterator[Hit]:
    """Find parts that are greater than the whole they are taken from."""
    text = context.text
    for _, numbers in context.numbers_by_sentence:
        for whole, part in pairwise(numbers):
            if (
                not _alike(whole.unit, part.unit)
                or part.value <= whole.value
                or whole.unit in NO_UNIT
                or whole.approximate
            ):
                continue
            between = text[whole.span.end : part.span.start]
            among = AMONG.match(between) or _of_them(text, between, part) or _found(text, whole, between)
            if (
                among
                and not NO_PART.search(between)
                and not CHANGE.search(text, max(0, whole.span.start - 8), whole.span.start)
            ):
                message = f"部分多于总数：{show(text, part)}比{show(text, whole)}还多，请核对。"
                yield Hit(whole.span.start, part.span.end, message)
    yield from _more_than_all(context)


def _alike(one: str, other: str) -> bool:
    return one == other or (one in PEOPLE and other in PEOPLE)


def _of_them(text: str, between: str, part: Number) -> bool:
    """Tell whether the part is taken from the whole by 中 and counts the same thing."""
    following = text[part.span.end : part.span.end + 2]
    other = part.unit == "个" and following[:1] in OTHER_THING and not between.startswith(following)
    return OF_THEM.match(between) is not None and not (following and other)


def _found(text: str, whole: Number, between: str) -> bool:
    """Tell whether the part was found among what was looked at, and bears the same name."""
    found = FOUND.match(between)
    label = text[max(0, whole.span.start - 16) : whole.span.start]
    return found is not None and LOOKED_AT.search(label) is not None and found["what"][-2:] == label[-2:]


def _more_than_all(context: Context) -> Iterator[Hit]:
    """Find more of a thing than all there are of it in the area."""
    wholes = _wholes(context)
    for number in context.document.numbers if wholes else ():
        match = COVERED.search(context.text, max(0, number.span.start - 10), number.span.start)
        named = BRACKETS.sub("", match["what"]) if match else ""
        for (what, unit), whole in wholes.items():
            if number.unit == unit and number.value > whole.value and named.endswith(what):
                message = f"部分多于总数：全部是{show(context.text, whole)}，此处写作{show(context.text, number)}。"
                yield Hit(*number.span, message)


def _wholes(context: Context) -> dict[tuple[str, str], Number]:
    """Return by name and unit how many of a thing there are in the whole area; a few names at most."""
    found: dict[tuple[str, str], Number] = {}
    for number in context.document.numbers:
        match = ALL.search(context.text, max(0, number.span.start - 16), number.span.start)
        if match and number.unit not in NO_UNIT and not number.approximate and len(found) < MOST_WHOLES:
            found.setdefault((BRACKETS.sub("", match["what"]), number.unit), number)
    return found


RULES = (Rule("part-over-whole", "真假·失真", Severity.ADVICE, "部分不能多于总数，必有一处有误。", parts),)
