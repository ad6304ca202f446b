"""真假·失真: ratios that are called by what they are worked out from: margins, gaps, and how many to one."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.arithmetic import slack_of
from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.proportions import follows, label_of, worked_out
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import plain, show, show_value
from qianliyan.text.parsing.numbers import Number

# By definition: the name of the rate, of its part and of its whole.
RATES = (
    (re.compile(r"利润率(?:为|达|仅)?$"), re.compile(r"利润"), re.compile(r"收入|营收|销售额")),
    (re.compile(r"资产负债率(?:为|达)?$"), re.compile(r"负债"), re.compile(r"资产")),
    (re.compile(r"存贷比(?:为|达)?$"), re.compile(r"贷款"), re.compile(r"存款")),
    (re.compile(r"不良(?:贷款)?率(?:为|达)?$"), re.compile(r"不良"), re.compile(r"贷款余额|各项贷款")),
    (re.compile(r"中签率(?:为|达)?$"), re.compile(r"分配|配租|房源|中签"), re.compile(r"申请|报名|摇号|登记")),
    (re.compile(r"录取率(?:为|达)?$"), re.compile(r"录取"), re.compile(r"报名|报考|参考")),
    (re.compile(r"产销率(?:为|达)?$"), re.compile(r"销售"), re.compile(r"产值|产量")),
)
NAMED = re.compile("利润率|负债率|存贷比|不良|中签率|录取率|产销率")
AGAINST = re.compile(r"\d[∶:：比]\d")
# “车辆8600辆、停车位3100个，车位缺口达5500个”
GAP = re.compile(r"缺口(?:仍|还|高)?(?:有|达到?|为|约为?)?$")
WANTED = re.compile(r"需[求要]?|应|申请|登记|车辆|保有|人数|计划|适龄|待|总[户人]")
AT_HAND = re.compile(r"现有|仅有?|只有|已有|实有|供给|可?提供|车位|学位|床位|泊位|到位|编制|筹|落实")
MANY = {"百": 100, "千": 1000, "万": 10_000}
OF_MANY = re.compile(
    r"每(?P<many>[百千万])(?:名)?(?:常住)?人口?(?:拥有)?(?P<what>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,4}(?:为|达到?)?$"
)
# “车桩比约为7∶1”
TO_ONE = re.compile(
    r"(?P<one>[\u4e00-\u9fff])(?P<other>[\u4e00-\u9fff])比例?(?:约|达|高达)?(?:为|是)?约?"
    r"(?P<first>\d+(?:\.\d+)?)[∶:：比](?P<second>\d+(?:\.\d+)?)"
)


def rates(context: Context) -> Iterator[Hit]:
    """Hold rates that are defined by their name against the figures of those names."""
    for _, numbers in context.numbers_by_sentence:
        for place, share in enumerate(numbers):
            before = context.text[max(0, share.span.start - 10) : share.span.start]
            shape = next((shape for shape in RATES if share.percent and shape[0].search(before)), None)
            if shape is not None:
                yield from _defined(context.text, share, numbers[max(0, place - 6) : place], shape)


def _defined(text: str, share: Number, before: Sequence[Number], shape: Sequence[re.Pattern[str]]) -> Iterator[Hit]:
    amounts = [one for one in before if not one.percent and one.value > 0]
    parts = [one for one in amounts if shape[1].search(label_of(text, one))]
    wholes = [one for one in amounts if shape[2].search(label_of(text, one)) and one not in parts]
    if len(parts) == len(wholes) == 1 and not follows(share, parts[0], wholes[0]) and not share.approximate:
        yield worked_out(text, share, parts[0], wholes[0])


def gaps(context: Context) -> Iterator[Hit]:
    """Hold a gap against what is wanted and what is at hand."""
    for _, numbers in context.numbers_by_sentence:
        for place, gap in enumerate(numbers):
            if place < 2 or gap.percent or not GAP.search(context.text, max(0, gap.span.start - 8), gap.span.start):
                continue
            one, other = numbers[place - 2 : place]
            labels = label_of(context.text, one), label_of(context.text, other)
            if not (WANTED.search(labels[0]) and AT_HAND.search(labels[1])) or one.percent or other.percent:
                continue
            expected = one.value - other.value
            loose = any(figure.approximate for figure in (one, other, gap))
            if expected > 0 and not loose and abs(expected - gap.value) > slack_of((one, other, gap)):
                worked = f"{show(context.text, one)} - {show(context.text, other)} = {show_value(expected, gap)}"
                yield Hit(*gap.span, f"缺口与供需之差不符：{worked}，文中写作{show(context.text, gap)}。")


def to_one(context: Context) -> Iterator[Hit]:
    """Hold a ratio of two numbers against the two it stands behind."""
    for match in TO_ONE.finditer(context.text):
        pair = context.numbers_between(max(0, match.start() - 50), match.start())[-2:]
        labels = [label_of(context.text, one) for one in pair]
        named = len(pair) == 2 and match["one"] in labels[0] + labels[1] and not any(one.percent for one in pair)
        said = float(match["first"]) / float(match["second"]) if float(match["second"]) else 0
        if not named or not said or pair[0].value <= 0 or pair[1].value <= 0:
            continue
        really = float(pair[0].value / pair[1].value)
        if min(abs(really - said) / said, abs(1 / really - said) / said) > 0.15:
            worked = plain(pair[0].value / pair[1].value)
            shown = f"{show(context.text, pair[0])}比{show(context.text, pair[1])}是{worked}∶1"
            yield Hit(*match.span(), f"比值与数字不符：{shown}，文中写作“{match['first']}∶{match['second']}”。")


def of_many(context: Context) -> Iterator[Hit]:
    """Hold “每千人口托位数4.5个” against the number of places and of people."""
    text = context.text
    for _, numbers in context.numbers_by_sentence:
        for place, each in enumerate(numbers):
            many = OF_MANY.search(text, max(0, each.span.start - 16), each.span.start)
            near = [one for one in numbers[max(0, place - 4) : place + 3] if one is not each and one.value > 0]
            if many and not each.approximate:
                yield from _of_many(text, each, near, many)


def _of_many(text: str, each: Number, near: Sequence[Number], many: re.Match[str]) -> Iterator[Hit]:
    things = [one for one in near if one.unit == each.unit and many["what"] in label_of(text, one)]
    people = [one for one in near if one.unit == "人" and "人口" in label_of(text, one)]
    if len(things) != 1 or len(people) != 1:
        return
    expected = things[0].value * MANY[many["many"]] / people[0].value
    if abs(expected - each.value) > each.step + expected * 3 / 100:
        worked = f"{show(text, things[0])} ÷ {show(text, people[0])} × {many['many']} = {plain(expected)}{each.unit}"
        yield Hit(*each.span, f"平均数与总数不符：{worked}，文中写作{show(text, each)}。")


def derived(context: Context) -> Iterator[Hit]:
    """Find rates, gaps and ratios that do not follow from what they are named after."""
    # Most texts have none of them; a look for their signs is quicker than one at every figure.
    if NAMED.search(context.text):
        yield from rates(context)
    if "缺口" in context.text:
        yield from gaps(context)
    if AGAINST.search(context.text):
        yield from to_one(context)
    if "每" in context.text:
        yield from of_many(context)


RULES = (
    Rule("derived-ratio", "真假·失真", Severity.ADVICE, "利润率、缺口、比值各有算法，要由文中的数算得出来。", derived),
)
