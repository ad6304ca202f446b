"""Language: figures and numerals by GB/T 15835-2011."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

YEAR = re.compile(
    r"(?<![一-龥\d])[一二12](?=[0-9零OoＯ○〇一二三四五六七八九]{3}年)(?=\S*?[一二三四五六七八九〇零○OoＯ])[0-9零OoＯ○〇一二三四五六七八九]{3}年"
)
GOOD_YEAR = re.compile(r"[一二][〇一二三四五六七八九]{3}年|[12]\d{3}年")
MIXED = re.compile(
    r"(?<![\d.])\d{1,2}十(?=[余多几\u4e00-\u9fff])(?!字|里|足|分)|(?<![\d.])\d{1,2}[千百](?=[多余几]|[个名户人元家项件亩吨])|百分之\d|(?<!\d)\d{1,4}几(?=[个名户人元家项件天年岁万])|几\d{1,6}|[一二三四五六七八九十百千万]\d{1,6}(?=[个名户人元家项件%])"
)
TWICE_ABOUT = re.compile(
    r"(?:大约|约|将近|接近|近|超过|逾|不足|不到)(?:近|约|将近|接近|大约|超过|逾|不足|不到)\d[\d.,]*[万亿千百]?[\u4e00-\u9fff]?|(?:大约|将近|接近|约|近)(?:为|有|占|需)?\d[\d.,]*[万亿千百]?[余多](?:[个名户人元家项件天年万亿吨亩])?"
    r"|(?:大约|约)(?:为|有|占|需)?\d[\d.,]*(?:[万亿千百])?(?:%|个百分点|[\u4e00-\u9fff]{0,3}?)(?:左右|上下)"
    r"|(?:超过?|逾|突破|不少于|不低于|至少|最少)\d[\d.,]*[万亿千百]?(?:%|[\u4e00-\u9fff]{0,3}?)以上"
    r"|(?:超过|逾|突破|不少于|至少)\d[\d.,]*[万亿千百]?[余多](?:[个名户人元家项件天年万亿吨亩])?"
    r"|(?:不足|不到|低于|最多|至多)\d[\d.,]*[万亿千百]?(?:%|[\u4e00-\u9fff]{0,3}?)以下"
)
SHORT_YEAR = re.compile(
    r"(?<![\d〔\[（(.])[0-3]\d年(?:\d{1,2}月(?!份?[个龄])|底|初|上半年|下半年|度(?!过))|(?<![\d〔\[（(.])(?:0\d|[’'＇]\d\d)年(?!代)"
)
RANGE = re.compile(r"(?<![\d.%])\d+(?:\.\d+)?(?:-|—|－|~|～|至|到)\d+(?:\.\d+)?%")
SCALED_RANGE = re.compile(r"(?<![\d.%万亿])\d+(?:\.\d+)?(?:-|—|－|~|～)\d+(?:\.\d+)?(?P<scale>[万亿])")
SHRUNK_TIMES = re.compile(r"(?:下降|减少|降低|缩减|缩小|缩短|压减|压缩)了?(?:[\d.]+|[一二两三四五六七八九十]+)倍")
WIDE_FIGURES = re.compile(r"[０-９Ａ-Ｚａ-ｚ．％]*[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]*")
NARROW = str.maketrans({code + 0xFEE0: code for code in range(0x21, 0x7F)})


def years(context: Context) -> Iterator[Hit]:
    """Find years written in a mixture of figures and numerals, or cut to two figures."""
    for match in YEAR.finditer(context.text):
        if not GOOD_YEAR.fullmatch(match.group()):
            yield Hit(*match.span(), "年份写法不统一：写“2026年”或“二〇二六年”，不混用数字、汉字和“零”。")
    for match in SHORT_YEAR.finditer(context.text):
        yield Hit(*match.span(), "年份应写全四位数字。", placeholder="【请写全年份】")


def mixtures(context: Context) -> Iterator[Hit]:
    """Find numbers written half in figures, half in numerals."""
    for match in MIXED.finditer(context.text):
        yield Hit(*match.span(), f"“{match.group()}”混用了阿拉伯数字和汉字数字，请统一。")


def twice_about(context: Context) -> Iterator[Hit]:
    """Find two words for "about" around one number."""
    for match in TWICE_ABOUT.finditer(context.text):
        yield Hit(*match.span(), f"“{match.group()}”中表示约数的词重复或矛盾，请只留一个。")


def ranges(context: Context) -> Iterator[Hit]:
    """Find ranges of percentages with one sign only, and falls by a multiple."""
    for match in RANGE.finditer(context.text):
        yield Hit(*match.span(), "百分比的范围两端都要写“%”：3%—5%。")
    for match in SCALED_RANGE.finditer(context.text):
        scale = match["scale"]
        yield Hit(*match.span(), f"范围两端都要写“{scale}”：3{scale}—5{scale}，否则会误读。")
    for match in SHRUNK_TIMES.finditer(context.text):
        yield Hit(*match.span(), "减少、下降不用“倍”，请写百分比或写明由多少减到多少。")


def wide_figures(context: Context) -> Iterator[Hit]:
    """Find full-width figures and letters."""
    for match in WIDE_FIGURES.finditer(context.text):
        fix = match.group().translate(NARROW)
        yield Hit(*match.span(), f"阿拉伯数字和字母用半角：“{fix}”。", fix=fix)


NORM = "GB/T 15835-2011《出版物上数字用法》。"
RULES = (
    Rule("year-form", "语言·数字", Severity.ADVICE, NORM, years),
    Rule("mixed-numerals", "语言·数字", Severity.ADVICE, NORM, mixtures),
    Rule("about-twice", "语言·数字", Severity.ADVICE, NORM, twice_about),
    Rule("number-range", "语言·数字", Severity.ADVICE, NORM, ranges),
    Rule("wide-figures", "语言·数字", Severity.ADVICE, NORM, wide_figures),
)
