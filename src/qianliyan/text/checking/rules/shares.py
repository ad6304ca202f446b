"""真假·失真: percentages against the numbers they were worked out from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.proportions import agrees, follows, named_whole, worked_out
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.numbers import Number

# What may stand between the part and its percentage when the whole is in the same sentence.
SHARE = re.compile(
    r"^(?:[^，。；、\d]{0,20}[，,]|[（(])?(?:仅|约|已)?占(?:比(?:为|达到?|约|仅|高达)?|[^，。；、\d]{0,8}?总[数量额][的约]?|[^，。；、\d]{0,4}(?:户|人|者|企业)总?数的?"
    r"|其|了|受访[^，。；\d]{0,4}的|年度?计划的?|全年(?:计划|任务|目标)的?|(?:年度)?(?:目标|任务)的?)?(?:的?比[例重](?:为|达)?)?(?:约|近)?$"
)
PROGRESS = re.compile(
    r"^[^，。；、\d]{0,8}[，,](?:已)?完成(?:率(?:为|达)?|了?(?:全年|年度|总)?(?:计划|目标|任务|投资)?(?:总数|量)?的)$"
)
# Rates of which the sentence gives both numbers; rates of growth, interest or unemployment are of another kind.
RATE = re.compile(
    r"^[^。；\d]{0,20}?(?:^|[，,])[^，。；、\d]{0,4}(?:不?合格|及格|优良|达标|通过|完成|整改|办结|到位|满意|好评|回复|答复|履约|入住|使用|签约|开工|复工|复产|完工|竣工|"
    r"建成|投产|达产|到岗|返岗|就业|参保|参训|参会|持证|兑现|出勤|检验|检测|抽检|排查|接种|回收|登记|备案|录取|录用|亏损|盈利|停业|空置|停运|超标|发放|拨付|开通|采纳|"
    r"查处|结案|破案|修复|治理|销号|入园|成活|受灾|中签|转化|成功|有效|回收有效)(?:率|面|比例)(?:分别)?(?:为|达到?|是|约|仅)?$"
)
# “近视6240名，近视率62%”, “实际入住1460人，入住率为45%”: the rate bears the name of the part.
NAMED_RATE = re.compile(
    r"^[^。；\d]{0,12}[，,（(][^，。；、\d]{0,4}?(?P<stem>[\u4e00-\u9fff]{2})率(?:仅|约|已|只有)?(?:为|达到?|是)?(?:仅|约)?$"
)
STEM = re.compile(r"([\u4e00-\u9fff]{2})(?:率|面|比例)")
OTHER_BASE = frozenset({"失业", "增长", "收益", "利润", "负债", "发生", "周转", "利用", "毛利", "回报"})
# Beds and who lies in them, machines and places: one may be the share of the other though they are counted apart.
COUNTED_ALIKE = (
    {"张", "人", "名", "位", "个", "床"},
    {"个", "家", "处", "座", "所", "户", "项", "件", "起"},
    {"台", "辆", "部"},
)
# “完成年度目标1500个的80%”: the whole stands between the part and its share.
OF_WHOLE = re.compile(r"(?:占|完成|达到|为)[^，。；、\d]{0,8}$")
# A target is what was set, not what was measured and rounded.
TARGET = re.compile(r"(?:目标|任务|计划)(?:数|量)?(?:的|为)?$")
# “规上企业42家、高新技术企业38家，规上企业占比41.1%”: the share bears the name of its part.
NAMED_PART = re.compile(r"[，,](?P<part>[\u4e00-\u9fff]{2,8}?)(?:数量)?占比(?:为|达到?|是|约|仅)?$")
# A whole stands near its part; a table set as prose must not take forever.
NEAR, FAR = 12, 120
# “去年同期为10.8亿元，占外贸总额的10%”: the share is of this year's.
PAST = re.compile(r"(?:上年|去年)(?:同期|同月|末)?(?:为|是|仅为?)?$")
ELSEWHERE = re.compile(r"同比|增长|全国|全省|上年|去年|分别|各|人均|提高|均")


def shares(context: Context) -> Iterator[Hit]:
    """Work out every percentage whose numbers stand in the same sentence."""
    for sentence, numbers in context.numbers_by_sentence:
        for place, share in enumerate(numbers):
            before = [
                number
                for number in numbers[max(0, place - NEAR) : place]
                if number.unit not in ("%", "", "个百分点", "年", "倍")
            ]
            if share.percent and before and not share.approximate and not share.chinese:
                yield from _each(context.text, share, before, sentence.start)


def _each(text: str, share: Number, before: Sequence[Number], start: int) -> Iterator[Hit]:
    part = before[-1]
    bridge = text[part.span.end : share.span.start]
    earlier = PAST.search(text, max(0, part.span.start - NEAR), part.span.start)
    if earlier or ELSEWHERE.search(re.split("[，,（(]", bridge)[-1]):
        return
    wholes = [number for number in before[:-1] if number.unit == part.unit and number.value > 0]
    if bridge == "的" and wholes and OF_WHOLE.search(text[wholes[-1].span.end : part.span.start]):
        yield from _of_target(text, share, part, wholes[-1])
        return
    whole, named = named_whole(text, bridge, wholes), NAMED_PART.search(bridge)
    if whole is not None:
        yield from _hits(text, share, part, whole)
    elif named:
        yield from _of_named(text, share, before, named["part"])
    else:
        yield from _of_any(text, share, before, start, wholes)


def _hits(text: str, share: Number, part: Number, whole: Number) -> Iterator[Hit]:
    if not follows(share, part, whole):
        yield worked_out(text, share, part, whole)


def _of_target(text: str, share: Number, target: Number, done: Number) -> Iterator[Hit]:
    """Check “新增6120人，完成目标6800人的90%”: a target is exact."""
    set_ = TARGET.search(text, max(0, target.span.start - NEAR), target.span.start)
    whole = replace(target, scale="", step=Fraction(1)) if set_ else target
    if target.value > 0 and not agrees(share, done, whole):
        yield worked_out(text, share, done, target)


def _of_any(text: str, share: Number, before: Sequence[Number], start: int, wholes: list[Number]) -> Iterator[Hit]:
    """Check a share against every part and whole it may have been worked out from."""
    part = before[-1]
    bridge = text[part.span.end : share.span.start]
    candidates = _candidates(text, bridge, before, wholes)
    if not candidates or "分别" in text[max(start, share.span.start - FAR) : share.span.start]:
        return
    # The whole may be counted by another word: of 172 answers, 131 firms. And of three parts any may be meant.
    others = [(part, number) for number in before[:-1] if number.value > 0]
    if not any(agrees(share, one, whole) for one, whole in (*candidates, *others, *_pairs(before))):
        meant = _named_part(text, bridge, before) or part
        wholes_of_it = [one for one in before if one.value > meant.value and one.unit == meant.unit]
        wholes_of_it = wholes_of_it or [whole for _, whole in candidates]
        yield worked_out(text, share, meant, max(wholes_of_it, key=lambda whole: whole.value))


def _of_named(text: str, share: Number, before: Sequence[Number], name: str) -> Iterator[Hit]:
    """Hold a share against the part that is called like it, and every whole that is counted like that."""
    parts = [one for one in before if text.endswith(name, 0, one.span.start) and not one.percent]
    wholes = [one for part in parts[:1] for one in before if one.unit == part.unit and one.value > part.value]
    if wholes and not any(agrees(share, parts[0], whole) for whole in wholes):
        yield worked_out(text, share, parts[0], wholes[0])


def _pairs(before: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Give every part with every whole that is counted like it."""
    for whole in before:
        yield from ((part, whole) for part in before if 0 < part.value < whole.value and part.unit == whole.unit)


def _named_part(text: str, bridge: str, before: Sequence[Number]) -> Number | None:
    """Return the number after whose name the rate is called: in “停运61座、改造中2座，停运率” the 61."""
    stem = STEM.search(bridge)
    starts = [0, *(number.span.end for number in before)]
    named = [
        number
        for number, start in zip(before, starts, strict=False)
        if stem and stem[1] in text[start : number.span.start]
    ]
    return named[-1] if named else None


def _candidates(text: str, bridge: str, before: Sequence[Number], wholes: list[Number]) -> list[tuple[Number, Number]]:
    """Return the pairs of part and whole from which the share may have been worked out."""
    part = before[-1]
    if wholes and RATE.fullmatch(bridge):
        near = wholes[-2:]
        return [(part, whole) for whole in near] + ([(near[1], near[0])] if len(near) > 1 else [])
    if SHARE.match(bridge) or PROGRESS.match(bridge):
        return [(part, whole) for whole in wholes]
    if _bears_name(text, bridge, before, part):
        return [(part, number) for number in before[:-1] if number.value >= part.value and _countable(number, part)]
    return []


def _bears_name(text: str, bridge: str, before: Sequence[Number], part: Number) -> bool:
    """Tell whether a rate is named after the part that stands before it."""
    named = NAMED_RATE.match(bridge)
    start = max(before[-2].span.end if len(before) > 1 else 0, part.span.start - 14)
    return (
        named is not None
        and named["stem"] not in OTHER_BASE
        and any(sign in text[start : part.span.start] for sign in named["stem"])
    )


def _countable(whole: Number, part: Number) -> bool:
    return whole.unit == part.unit or any({whole.unit, part.unit} <= alike for alike in COUNTED_ALIKE)


RULES = (
    Rule(
        "share-of-numbers",
        "真假·失真",
        Severity.ADVICE,
        "百分比应由文中数字算得出来；算不出来，要么数字有误，要么口径不同，须写明口径。",
        shares,
    ),
)
