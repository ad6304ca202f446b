"""Figures with their scale and unit: 12.6万亩, 30余人, 百分之二十, 三分之一."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from qianliyan.text.numerals import NUMERALS, from_chinese
from qianliyan.text.parsing.spans import Span

UNITS = (
    "个百分点", "百分点", "微克/立方米", "毫克/立方米", "毫克/升", "个工作日", "个自然日", "个小时", "个月",
    "平方公里", "平方千米", "平方米", "立方米", "千瓦时", "兆瓦时", "公里", "千米",
    "厘米", "毫米", "公斤", "千克", "公顷", "千瓦", "兆瓦", "吉瓦", "小时", "分钟", "美元", "港元", "人次", "批次",
    "人份", "户次", "家次", "车次", "件次", "架次", "班次", "床位", "标准箱", "工作日", "%", "‰", "℃", "元",
    "亩", "吨", "克", "斤", "米", "升", "度", "户", "人", "名", "位", "家", "个", "件", "项", "起", "次", "条",
    "座", "处", "台", "辆", "套", "所", "批", "场", "期", "号", "天", "日", "年", "月", "周", "岁", "倍", "成",
    "只", "头", "羽", "株", "棵", "张", "份", "篇", "册", "部", "间", "栋", "幢", "艘", "架", "艇", "支", "队",
    "口", "眼", "宗", "笔", "例", "站", "村", "县", "市", "区", "乡", "镇", "省", "国", "级", "类", "种", "层",
    "点", "步", "分", "秒", "里", "届", "版", "章", "节", "款", "孔", "盏", "根", "把", "片", "块", "段", "对",
    "双", "副", "组", "班", "轮", "字", "瓶", "箱", "袋", "包", "盒", "桶", "车", "船", "校", "院", "店", "厂",
    "企", "床", "亿", "万",
)  # fmt: skip
SCALES = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5}
SCALES |= {"万": 10**4, "千": 1000, "百": 100, "": 1}
UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
# “2.1亿方” counts water and earth; “3方面” does not.
UNIT += "|方(?![面案式向法便针可米位])"
SCALE = "|".join(sorted(filter(None, SCALES), key=len, reverse=True))
ARABIC = re.compile(
    rf"(?P<figures>(?:(?<![0-9A-Za-z%)）\-−])[-−])?(?<![\d.A-Za-z])(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}|\d{{1,15}})(?:\.\d{{1,8}})?)(?!\.?\d)"
    rf"(?P<some>[余多来]?)(?P<scale>{SCALE})?(?P<more>[余多]?)(?P<unit>{UNIT})?"
)
CHINESE = re.compile(
    rf"百分之(?P<percent>[{NUMERALS}]{{1,12}}(?:点[{NUMERALS}]{{1,8}})?)|(?P<below>[{NUMERALS}]{{1,3}})分之(?P<above>[{NUMERALS}]{{1,3}})"
    rf"|(?<![{NUMERALS}第\d.])(?P<words>[{NUMERALS[:-2]}][{NUMERALS}]{{0,15}})(?P<some>[余多]?)(?P<unit>个百分点|户|人|名|家|件|项|起|座|处|台|亩|元|吨|个)(?!人[大民])"
)
ABOUT = re.compile(r"(?:约|近|超过?|逾|超|大约|将近|不足|至少|最多|不到|以上|左右)$")
# Full-width figures have the same length, so that places stay.
NARROW = str.maketrans("０１２３４５６７８９．％－", "0123456789.%-")


@dataclass(frozen=True)
class Number:
    """A figure with what it counts; `value` has the scale in it, percentages are kept as points."""

    span: Span
    figures: Span
    value: Fraction
    unit: str
    step: Fraction
    scale: str = ""
    approximate: bool = False
    chinese: bool = False

    @property
    def percent(self) -> bool:
        """Tell whether the number is a share or rate in per cent."""
        return self.unit == "%"


def numbers_in(text: str, taken: Iterable[Span] = ()) -> Iterator[Number]:
    """Yield every number that does not lie within one of the spans already `taken`, such as dates."""
    spans = sorted(taken)
    starts = [span.start for span in spans]

    def free(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at < 0 or spans[at].end <= place

    narrow = text.translate(NARROW)
    found = [number for number in (*_arabic(narrow), *_chinese(narrow)) if free(number.span.start)]
    return iter(sorted(found, key=lambda number: number.span))


def _arabic(text: str) -> Iterator[Number]:
    for match in ARABIC.finditer(text):
        whole, _, decimals = match["figures"].replace("−", "-").replace(",", "").partition(".")
        scale = match["scale"] or ""
        yield Number(
            span=Span(*match.span()),
            figures=Span(*match.span("figures")),
            value=Fraction(int(whole + decimals) * SCALES[scale], 10 ** len(decimals)),
            unit=match["unit"] or "",
            step=Fraction(SCALES[scale], 10 ** len(decimals)),
            scale=scale,
            approximate=bool(match["some"] or match["more"] or _about(text, match)),
        )


def _about(text: str, match: re.Match[str]) -> bool:
    before = ABOUT.search(text, max(0, match.start() - 3), match.start())
    after = text.startswith(("以上", "左右", "以下", "上下"), match.end())
    return before is not None or after


def _chinese(text: str) -> Iterator[Number]:
    for match in CHINESE.finditer(text):
        span = Span(*match.span())
        if match["percent"]:
            whole, _, decimals = match["percent"].partition("点")
            value, places = _decimal(whole, decimals)
            yield Number(span, span, value, "%", Fraction(1, 10**places), chinese=True)
        elif match["below"]:
            below, above = from_chinese(match["below"]) or 0, from_chinese(match["above"]) or 0
            if below:
                yield Number(span, span, Fraction(above * 100, below), "%", Fraction(1), chinese=True, approximate=True)
        else:
            value = Fraction(from_chinese(match["words"]) or 0)
            figures = Span(*match.span("words"))
            yield Number(
                span, figures, value, match["unit"], Fraction(1), chinese=True, approximate=bool(match["some"])
            )


def _decimal(whole: str, decimals: str) -> tuple[Fraction, int]:
    digits = "".join(str(from_chinese(sign) or 0) for sign in decimals)
    return Fraction(f"{from_chinese(whole) or 0}.{digits or 0}"), len(digits)
