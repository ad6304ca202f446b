"""真假·失真: parts against their total, in sentences and in tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show, show_value
from qianliyan.text.numerals import from_chinese
from qianliyan.text.parsing.document import Block, Kind
from qianliyan.text.parsing.numbers import Number, numbers_in

AMONG = re.compile(r"其中|包括|分别是|分别为|[：:]")
TOTAL_BEFORE = re.compile(r"(?:共|合计|总计|总数|累计|全[市县区省]|总[^，。；]{0,4})[^，。；：]{0,14}$")
TOTAL_AFTER = re.compile(r"[，,、](?:以上)?(?:共计|合计|总计|总共|共)[^，。；\d]{0,6}$")
# These name not a part of the total but something about it.
NO_PART = re.compile(
    r"增|减|升|降|涨|跌|比|较|占|率|(?:^|[，、；])共|共计|共有|累计|合计|平均|每|超过|上年|去年|同期|以上|第|涉及|惠及|带动|目标|计划|剩余|完成投资"
)
OVERLAPPING = re.compile(r"女|党员|岁|本科|大专|学历|少数民族|重点|主要|尤其|特别|仅|老年|老人|儿童|学生|困难|典型")
CHANGE = re.compile(r"(?:增加|减少|增长|下降|提高|降低|多|少)了?约?$")
SHARE = re.compile(r"^[，（(]?占")
# Two parts that leave no third: men and women, done and not done.
COMPLEMENTS = re.compile(
    r"男[^。；]{0,12}女|女[^。；]{0,12}男|城镇[^。；]{0,12}(?:农村|乡村)|公办[^。；]{0,10}民办|国有[^。；]{0,10}民营|线上[^。；]{0,10}线下|室内[^。；]{0,10}室外"
    r"|(?P<done>[\u4e00-\u9fff]{2})[^。；\u4e00-\u9fff]{1,8}[\u4e00-\u9fff]?[，、](?:尚未|未|不|没有)(?P=done)|办结[^。；]{0,10}(?:正在|在)办|已[^。；]{0,12}[，、](?:其余|剩余|尚未|未)"
)
# “三地共2900人” sums up what stands before it, clause by clause.
COUNTED_TOTAL = re.compile(
    r"[，；](?P<count>[两二三四五六七八九十]|\d)个?(?:地|县区?|区县|区|市|镇|乡镇|村|项|者|家|部门|单位|方面)(?:共计?|合计|总计|累计)[^，。；\d]{0,6}$"
)
# “逐一核查146座，发现正常运行83座、停运61座”: everything was looked at, so what was found adds up, or nearly does.
SURVEYED = re.compile(
    r"(?:逐[一个户项]|全面|全部)[^，。；]{0,6}(?:核查|排查|摸排|普查|清查|检查|盘点)[，、：]?(?:共)?发现"
)
OPEN_LIST = re.compile(r"^[^，。；、]{0,4}等|等$")
MOST_PARTS = 30
TOTAL_ROW = re.compile(r"^(?:合计|总计|共计|全[市县区]合计)$")
SKIPPED_ROW = re.compile(r"其中|小计|平均|占比|比重|同比|增长")


def sums_in_sentences(context: Context) -> Iterator[Hit]:
    """Hold each list of parts against the total of its sentence."""
    for _, numbers in context.numbers_by_sentence:
        for place, total in enumerate(numbers):
            if total.unit in ("", "%", "个百分点", "年", "倍", "期", "号") or total.approximate or total.value <= 0:
                continue
            yield from _parts_after(context.text, total, numbers[place + 1 : place + 1 + MOST_PARTS])
            yield from _parts_before(context.text, total, numbers[max(0, place - MOST_PARTS) : place])


def _parts_after(text: str, total: Number, following: Sequence[Number]) -> Iterable[Hit]:
    # “同比增长12.3%” may stand between the total and its parts.
    while following and following[0].percent:
        following = following[1:]
    bridge = text[total.span.end : following[0].span.start] if following else ""
    marker = AMONG.search(bridge)
    announced = TOTAL_BEFORE.search(text, max(0, total.span.start - 20), total.span.start) is not None
    if CHANGE.search(text, max(0, total.span.start - 6), total.span.start) or len(bridge) > 60:
        return ()
    surveyed = SURVEYED.search(bridge)
    if marker is None and surveyed is not None:
        parts = _listed(text, total, following, total.span.end + surveyed.end())
        nearly = sum((part.value for part in parts), Fraction(0)) * 10 >= total.value * 9
        return _compared(text, total, parts, closed=True, whole=nearly)
    if marker is not None:
        parts = _listed(text, total, following, total.span.end + marker.end())
        return _compared(text, total, parts, closed=announced or marker.group() != "其中")
    if len(following) > 1 and COMPLEMENTS.search(text, total.span.end, following[1].span.start):
        return _compared(text, total, _listed(text, total, following[:2], total.span.end), closed=True)
    return ()


def _listed(text: str, total: Number, following: Sequence[Number], start: int) -> list[Number]:
    """Return the numbers that stand in one list with a label of their own before each."""
    parts: list[Number] = []
    for number in following:
        label = text[start : number.span.start]
        if number.percent and parts and SHARE.match(label):
            start = number.span.end
            continue
        overlapping = OVERLAPPING.search(label) and not (
            parts and COMPLEMENTS.search(text, total.span.end, number.span.start)
        )
        if number.unit != total.unit or NO_PART.search(label) or overlapping or number.approximate:
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
    slack = _slack([total, *parts])
    tail = text[parts[-1].span.end : parts[-1].span.end + 4]
    if abs(difference) <= slack or OPEN_LIST.search(tail):
        return
    labels = text[total.span.end : parts[-1].span.start]
    whole = whole or COMPLEMENTS.search(labels) is not None
    if difference > 0 or whole or (closed and len(parts) > 2 and added * 10 > total.value * 6):
        yield _mismatch(text, total, parts, added)


def _parts_before(text: str, total: Number, earlier: Sequence[Number]) -> Iterator[Hit]:
    counted = COUNTED_TOTAL.search(text, max(0, total.span.start - 18), total.span.start)
    if not counted and not TOTAL_AFTER.search(text, max(0, total.span.start - 12), total.span.start):
        return
    parts: list[Number] = []
    end = total.span.start
    for number in reversed(earlier):
        between = text[number.span.end : end]
        listed = not parts or "、" in between or counted is not None
        if number.unit != total.unit or number.approximate or not listed or len(between) > 20:
            break
        parts.insert(0, number)
        end = number.span.start
    added = sum((part.value for part in parts), Fraction(0))
    labels = text[parts[0].span.start : total.span.start] if parts else ""
    if counted and len(parts) != (from_chinese(counted["count"]) or int(counted["count"])):
        return
    plain = not NO_PART.search(re.sub("总?共计?|[合总累]计", "", labels))
    if len(parts) > 1 and plain and abs(added - total.value) > _slack([total, *parts]):
        yield _mismatch(text, total, parts, added)


def _slack(numbers: Iterable[Number]) -> Fraction:
    """Allow half of the last place of every rounded figure; whole things counted one by one leave no room."""
    rounded = [number.step / 2 for number in numbers if number.scale or number.step < 1]
    return sum(rounded, Fraction(0))


def _mismatch(text: str, total: Number, parts: Sequence[Number], added: Fraction) -> Hit:
    arithmetic = " + ".join(part.span.of(text) for part in parts)
    span = (min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end))
    difference = added - total.value
    word = "多" if difference > 0 else "少"
    return Hit(
        *span,
        f"各项相加与总数不符：{arithmetic} = {show_value(added, total)}，比{show(text, total)}{word}"
        f"{show_value(abs(difference), total)}。",
    )


def sums_in_tables(context: Context) -> Iterator[Hit]:
    """Hold the total row of every table against its columns."""
    for block in context.document.blocks:
        if block.kind is Kind.TABLE:
            yield from _columns(context.text, block)


def _columns(text: str, block: Block) -> Iterator[Hit]:
    totals = [row for row in block.rows if TOTAL_ROW.match(re.sub(r"\s", "", row[0].of(text)))]
    if len(totals) != 1:
        return
    rows = [row for row in block.rows if row is not totals[0] and not SKIPPED_ROW.search(row[0].of(text))]
    for column in range(1, len(totals[0])):
        header = block.rows[0][column].of(text) if column < len(block.rows[0]) else ""
        cells = [row[column].of(text) for row in rows if column < len(row)]
        parts = [number for cell in cells for number in _only(cell)]
        total = _only(totals[0][column].of(text))
        if not total or len(parts) < 2 or "%" in "".join(cells) or re.search(r"率|比|%|％|均|位次|排名|序号", header):
            continue
        added = sum((part.value for part in parts), Fraction(0))
        if abs(added - total[0].value) > _slack([total[0], *parts]):
            yield Hit(
                *totals[0][column],
                f"合计与各行不符：本列相加为{show_value(added, total[0])}，合计写作{totals[0][column].of(text)}。",
            )


def _only(cell: str) -> list[Number]:
    """Return the number of a cell that holds one and nothing else."""
    numbers = list(numbers_in(cell))
    whole = len(numbers) == 1 and numbers[0].span.end - numbers[0].span.start == len(cell.strip())
    return numbers if whole else []


WHY = "分项之和与总数不一致，读者无法判断哪个数是真的；上报前须与数据来源核对。"
RULES = (
    Rule("sum-of-parts", "真假·失真", Severity.ADVICE, WHY, sums_in_sentences),
    Rule("table-total", "真假·失真", Severity.ADVICE, WHY, sums_in_tables),
)
