"""真假·失真: parts against the total of their sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from qianliyan.text.checking.arithmetic import agree, mismatch, qualifies, slack_of
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.totals import NO_PART, parts_before
from qianliyan.text.parsing.numbers import Number

AMONG = re.compile(r"其中|包括|分别是|分别为|[：:]")
# “总投资3.6亿元，由中央资金1.2亿元、省级资金1.5亿元、自筹0.9亿元三部分组成”
COMPOSED = re.compile(r"[，,]由[^。；]{4,90}(?:组成|构成)")
TOTAL_BEFORE = re.compile(r"(?:共|合计|总计|总数|累计|全[市县区省]|总[^，。；]{0,4})[^，。；：]{0,14}$")
OVERLAPPING = re.compile(r"女|党员|岁|本科|大专|学历|少数民族|重点|主要|尤其|特别|仅|老年|老人|儿童|学生|困难|典型")
# “0至6岁儿童692名、7至17岁儿童344名”: nobody is of two ages.
AGES = re.compile(r"\d{1,2}(?:岁)?(?:至|到|—|-|~|～)\d{1,2}(?:周?岁)(?:儿童|少年|学生|老人)?")
# “10亿元以上项目8个、5亿至10亿元项目12个”: bounds name the part.
AMOUNT = r"[\d.]+[万亿]?(?:元|人|亩|吨|小时)?"
BOUNDS = re.compile(rf"{AMOUNT}(?:至|到|—|-){AMOUNT}|{AMOUNT}以[上下内]")
WORTH = re.compile(r"[，、][\u4e00-\u9fff]{2,6}")
WORTH_AMONG = re.compile(r"[，。；]其中")
CHANGE = re.compile(r"(?:增加|减少|增长|下降|提高|降低|多|少)了?约?$")
COMPARED = re.compile(
    r"^[，（(](?:同比|环比|[比较](?:上年|去年|上月|上季度|前年)(?:同期)?)[^，。；\d]{0,4}[增多减少降升长加]了?约?$"
)
SHARE = re.compile(r"^[，（(]?占")
# Two parts that leave no third: men and women, done and not done.
COMPLEMENTS = re.compile(
    r"正常[^。；]{0,12}(?:停运|停用|闲置|损坏|异常|故障|瘫痪)|在用[^。；]{0,10}停用|[开营]业[^。；]{0,10}(?:歇业|停业|关停)|盈利[^。；]{0,10}亏损|"
    r"男[^。；]{0,12}女|女[^。；]{0,12}男|城镇[^。；]{0,12}(?:农村|乡村)|公办[^。；]{0,10}民办|国有[^。；]{0,10}民营|线上[^。；]{0,10}线下|室内[^。；]{0,10}室外"
    r"|(?P<done>[\u4e00-\u9fff]{2})[^。；\u4e00-\u9fff]{1,8}[\u4e00-\u9fff]{0,3}[，、](?:尚未|未|不|没有)(?P=done)|办结[^。；]{0,10}(?:正在|在)办|已[^。；]{0,12}[，、](?:其余|剩余|尚未|未)"
)
# “已化解128件，尚有32件在办”: most likely the rest, but it may be only some of it.
REST = re.compile(r"^[^。；\d]{0,14}已[^。；\d]{1,12}\d[^，。；]{0,6}[，、；](?:尚|还|仍)(?:有|余|剩)[^，。；\d]{0,4}$")
LEFT = re.compile(r"剩余|其余|余下|尚余")
# “逐一核查146座，发现正常运行83座、停运61座”: everything was looked at, so what was found adds up, or nearly does.
SURVEYED = re.compile(
    r"(?:逐[一个户项]|全面|全部)[^，。；]{0,6}(?:核查|排查|摸排|普查|清查|检查|盘点)[，、：]?(?:共)?发现"
)
COMPOSED_OF = re.compile(r"[，,]由")
# “重大隐患35处、一般隐患285处，已整改300处”: what was done about all of them is no third part.
DONE = re.compile(r"^[，；](?:目前|现|均|全部|截至[^，。；]{1,12})*已")
OPEN_LIST = re.compile(r"^[^，。；、]{0,4}等|等$")
MOST_PARTS = 30


def sums_in_sentences(context: Context) -> Iterator[Hit]:
    """Hold each list of parts against the total of its sentence."""
    listed = [numbers for _, numbers in context.numbers_by_sentence]
    for numbers, going_on in zip(listed, [*_among_follows(context), []], strict=False):
        every = [*numbers, *going_on]
        for place, total in enumerate(numbers):
            if total.unit in ("", "%", "个百分点", "年", "倍", "期", "号") or total.approximate or total.value <= 0:
                continue
            yield from _parts_after(context.text, total, every[place + 1 : place + 1 + MOST_PARTS])
            yield from parts_before(context.text, total, numbers[max(0, place - MOST_PARTS) : place])


def _among_follows(context: Context) -> Iterator[list[Number]]:
    """Yield for every sentence but the last the numbers of the next one, if that goes on with 其中."""
    for sentence, numbers in context.numbers_by_sentence[1:]:
        yield numbers if context.text.startswith("其中", sentence.start) else []


def _parts_after(text: str, total: Number, following: Sequence[Number]) -> Iterable[Hit]:
    following = _without_worth(text, total, _without_comparison(text, total, following))
    bridge = text[total.span.end : following[0].span.start] if following else ""
    if CHANGE.search(text, max(0, total.span.start - 6), total.span.start) or len(bridge) > 60:
        return ()
    marker = AMONG.search(bridge) or (COMPOSED.match(text, total.span.end) and COMPOSED_OF.match(bridge))
    if marker:
        announced = TOTAL_BEFORE.search(text, max(0, total.span.start - 20), total.span.start) is not None
        parts = _listed(text, total, following, total.span.end + marker.end())
        return _compared(text, total, parts, closed=announced or marker.group() != "其中")
    surveyed = SURVEYED.search(bridge)
    if surveyed is not None:
        return _nearly(text, total, _listed(text, total, following, total.span.end + surveyed.end()))
    return _two_parts(text, total, following[:2]) if len(following) > 1 else ()


def _two_parts(text: str, total: Number, following: Sequence[Number]) -> Iterable[Hit]:
    """Hold two parts that leave no third against their total."""
    end = following[1].span.start
    if COMPLEMENTS.search(text, total.span.end, end):
        return _compared(text, total, _listed(text, total, following, total.span.end), closed=True)
    if REST.match(text[total.span.end : end]):
        return _nearly(text, total, _listed(text, total, following, total.span.end))
    return ()


def _nearly(text: str, total: Number, parts: list[Number]) -> Iterator[Hit]:
    """Compare parts that are most likely all there are: they come to nine tenths at least."""
    nearly = sum((part.value for part in parts), Fraction(0)) * 10 >= total.value * 9
    return _compared(text, total, parts, closed=True, whole=nearly)


def _without_comparison(text: str, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Leave out what stands between the total and its parts: 同比增长12.3%, 比上年多3亿元."""
    end = total.span.end
    while following and (following[0].percent or COMPARED.search(text[end : following[0].span.start])):
        following, end = following[1:], following[0].span.end
    return following


def _without_worth(text: str, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Leave out what the things are worth, between their number and its parts: 36个，总投资186亿元，其中……."""
    if len(following) < 3 or following[0].unit == total.unit:
        return following
    worth = WORTH.fullmatch(text, total.span.end, following[0].span.start)
    return following[1:] if worth and WORTH_AMONG.match(text, following[0].span.end) else following


def _listed(text: str, total: Number, following: Sequence[Number], start: int) -> list[Number]:
    """Return the numbers that stand in one list with a label of their own before each."""
    parts: list[Number] = []
    for number in following:
        label = BOUNDS.sub("", AGES.sub("", text[start : number.span.start]))
        if (number.unit != total.unit and qualifies(text, number)) or AGES.match(text, number.span.start):
            continue
        if number.percent and parts and SHARE.match(label):
            start = number.span.end
            continue
        overlapping = OVERLAPPING.search(label) and not (
            parts and COMPLEMENTS.search(text, total.span.end, number.span.start)
        )
        about = NO_PART.search(LEFT.sub("", label))
        if number.unit != total.unit or about or overlapping or number.approximate:
            return parts
        if len(parts) > 1 and DONE.search(label):
            return parts
        if len(label) > 24 or (parts and not _same_list(label)):
            return parts
        parts.append(number)
        start = number.span.end
    return parts


def _same_list(label: str) -> bool:
    return label.startswith(("、", "，", "；", "和", ",")) and not re.search(r"[。：:]", label)


def _compared(text: str, total: Number, parts: list[Number], *, closed: bool, whole: bool = False) -> Iterator[Hit]:
    if len(parts) < 2:
        return
    added = sum((part.value for part in parts), Fraction(0))
    difference = added - total.value
    slack = slack_of([total, *parts])
    tail = text[parts[-1].span.end : parts[-1].span.end + 4]
    if agree(difference, slack) or OPEN_LIST.search(tail):
        return
    labels = text[total.span.end : parts[-1].span.start]
    whole = whole or COMPLEMENTS.search(labels) is not None
    if difference > 0 or whole or (closed and len(parts) > 2 and added * 10 > total.value * 6):
        yield mismatch(text, total, parts, added)


WHY = "分项之和与总数不一致，读者无法判断哪个数是真的；上报前须与数据来源核对。"
RULES = (Rule("sum-of-parts", "真假·失真", Severity.ADVICE, WHY, sums_in_sentences),)
