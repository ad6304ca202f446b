"""真假·失真: what each gets, against the sum and the number of those who share it."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import plain, show
from qianliyan.text.parsing.numbers import Number

# “人均360元”, “平均每次2960元”, “每户补贴2000元”; what is said of a month or is only a ceiling does not multiply.
EACH = re.compile(
    r"(?:平均每?|每)?(?P<one>人次|[人户亩家次]|(?<=每)(?:[个座所台辆条名班村校]|公斤|吨|公里|平方米))(?:平均|均)?(?P<what>[^，。；、：（）\d每均]{0,6}?)"
    r"(?:为|达到?|是|仅|只有|超过)?$"
)
EACH_WORD = re.compile(r"[人户亩家次]均|每[人户亩家次名件个座所台辆条班村校吨]|每(?:公斤|公里|平方米)")
OTHERWISE = re.compile(r"[日月年天周]均|每[天日月年周季]|[日月年]人均|不超过|最高|最低|至少|标准|上限|提高到|由|从")
SHARERS = {
    "人": {"人", "名", "位", "人次"},
    "户": {"户", "户次"},
    "亩": {"亩"},
    "家": {"家"},
    "次": {"人次", "次"},
    "人次": {"人次"},
    "名": {"名", "人"},
    "班": {"个"},
    "村": {"个"},
    "校": {"所"},
    "公斤": {"公斤", "吨"},
}
# A sum may be called what it likes if what each gets is only called a payment.
PLAIN = re.compile(r"补[助贴偿]|发放|领取|获|得|享受|受益|奖[补励]|救助|花费|消费|支出|支付|")
COMPARED = re.compile(r"[比较]|同期|上年|去年|[增减]加?了?$|提高|其中|目标|计划|另|最高|不超过|上限|标准")
NEAR = 70
MOST_BESIDE = 8


def averages(context: Context) -> Iterator[Hit]:
    """Hold what each of a number of people, households or acres gets against the sum."""
    for _, numbers in context.numbers_by_sentence:
        for place, each in enumerate(numbers):
            start = numbers[place - 1].span.end if place else max(0, each.span.start - 20)
            label = context.text[max(start, each.span.start - 14) : each.span.start]
            named = EACH.search(label) if EACH_WORD.search(label) and not each.percent and each.unit else None
            if named and each.value > 0 and not OTHERWISE.search(label) and not COMPARED.search(label):
                beside = numbers[max(0, place - MOST_BESIDE) : place + MOST_BESIDE]
                near = [one for one in beside if abs(one.span.start - each.span.start) <= NEAR and one is not each]
                yield from _worked_out(context.text, each, near, named)


def _worked_out(text: str, each: Number, near: Sequence[Number], named: re.Match[str]) -> Iterator[Hit]:
    sums = [one for one in near if one.unit == each.unit and _is_sum(text, one, named["what"])]
    counts = [one for one in near if one.unit in SHARERS.get(named["one"], {named["one"]}) and _is_sum(text, one, "")]
    # “惠及1260人，人均2.06万元，带动就业4300人”: what stands before is meant, if anything does.
    sums, counts = (([one for one in row if one.span < each.span] or row) for row in (sums, counts))
    if len(sums) != 1 or len(counts) != 1 or counts[0].value <= 0 or sums[0].value <= each.value:
        return
    # A thousand kilogrammes are a tonne.
    smaller = 1000 if named["one"] == "公斤" and counts[0].unit == "吨" else 1
    expected = sums[0].value / (counts[0].value * smaller)
    loose = any(one.approximate for one in (each, sums[0], counts[0]))
    if abs(expected - each.value) > each.step + expected * (15 if loose else 3) / 100:
        worked = f"{show(text, sums[0])} ÷ {show(text, counts[0])} = {plain(expected)}{each.unit}"
        span = (min(each.span.start, sums[0].span.start), max(each.span.end, sums[0].span.end))
        yield Hit(*span, f"平均数与总数不符：{worked}，文中写作{show(text, each)}。")


def _is_sum(text: str, number: Number, what: str) -> bool:
    """Tell whether a figure is a sum of the same thing: not a comparison, nor an average itself."""
    label = re.split(r"[，。；：\n]", text[max(0, number.span.start - 14) : number.span.start])[-1]
    same = PLAIN.fullmatch(what) is not None or any(what[at : at + 2] in label for at in range(max(1, len(what) - 1)))
    rising = ("增" in what) == ("增" in label) if what else True
    return same and rising and not EACH_WORD.search(label) and not COMPARED.search(label) and not number.percent


RULES = (
    Rule(
        "average",
        "真假·失真",
        Severity.ADVICE,
        "人均、户均、亩均乘以数量应等于总数；不等，必有一处有误或口径不同。",
        averages,
    ),
)
