"""文题·脱节: a title whose words the body lacks, that states nothing, ends in punctuation or is too long."""

import re
from collections.abc import Iterator

import rjieba

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

NOTHING = re.compile(
    r"(?:的)?(?:有关|相关|基本|主要)?(?:工作)?(?:情况|信息|动态|简报|简况|汇报|报告|材料|进展|思考)$|^(?:信息|简讯|动态|快讯|工作简报)$|(?:积极|扎实|稳步|有序|全力|大力|认真|深入)(?:开展|推进|做好|抓好|落实|推动)[^，。]{2,16}(?:工作|活动)$"
)
# Titles that say "the situation of …" do state something when they name a result.
STATED = re.compile(r"\d|问题|困难|隐患|风险|增|减|升|降|首|偏|缺|难|建议|需|亟|成|完成|达|超|破|实现|涨|跌")
CONTENT = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}")
COMMON = frozenset(
    {
        "关于", "情况", "工作", "报告", "问题", "建议", "推进", "加强", "开展", "积极", "我市", "全市", "我县",
        "全县", "有关", "通知", "存在", "反映", "亟待", "关注", "突出", "做好", "成效", "明显", "显著", "有效",
        "稳步", "扎实", "持续", "全力", "多项", "措施", "举措", "多措并举", "助力", "促进", "提升", "提高", "政府",
        "可能", "发生", "提前", "出现", "引发", "影响", "面临", "偏高", "偏低", "较高", "较低", "较大", "较多", "较慢",
        "不足", "增多", "减少", "上升", "下降", "值得", "亟需", "加快", "推动", "启动", "完成", "实现", "保持",
        "有序", "全面",
        "国务院", "中华人民共和国", "中华人民", "共和国", "人民政府", "调研", "信息", "动态", "专报",
    }
)  # fmt: skip
END = "。，；：、,;:."


def absent_words(context: Context) -> Iterator[Hit]:
    """Find a title most of whose content words the body does not contain, not even in part."""
    span = context.document.title_span
    if span is None or len(context.body) < 80:
        return
    words = {word for word in rjieba.cut(context.title) if CONTENT.fullmatch(word)} - COMMON
    absent = sorted(word for word in words if not _borne_out(word, context.body))
    if len(words) >= 2 and len(absent) * 3 > len(words) * 2:
        yield Hit(*span, f"标题里的“{'”“'.join(absent)}”正文没有提到，文题不符。")


def _borne_out(word: str, body: str) -> bool:
    """Tell whether the body has the word, or both characters of a short one close together."""
    if word in body:
        return True
    pieces = [word[place : place + 2] for place in range(len(word) - 1)]
    if len(word) > 2:
        return any(piece in body for piece in pieces)
    return re.search(f"{word[0]}.{{0,3}}{word[1]}", body) is not None


def states_nothing(context: Context) -> Iterator[Hit]:
    """Find a title that names a field but no fact."""
    span = context.document.title_span
    if span and NOTHING.search(context.title) and not STATED.search(context.title):
        yield Hit(*span, "标题没有说出事实：请写明谁做了什么、结果如何，或问题是什么。")


def ends_in_punctuation(context: Context) -> Iterator[Hit]:
    """Find a title that ends in a point or comma."""
    span = context.document.title_span
    if span and context.title[-1:] in END:
        yield Hit(span.end - 1, span.end, f"标题末尾不用“{context.title[-1]}”。", fix="")


def too_long(context: Context) -> Iterator[Hit]:
    """Find a title longer than the office's limit."""
    span, most = context.document.title_span, context.settings.longest_title
    if span and len(context.title) > most:
        yield Hit(*span, f"标题{len(context.title)}字，超过{most}字。")


RULES = (
    Rule("title-words", "文题·脱节", Severity.ADVICE, "标题概括正文；正文没有的，标题不能有。", absent_words),
    Rule("title-empty", "文题·脱节", Severity.ADVICE, "标题就是最短的信息，领导有时只看标题。", states_nothing),
    Rule(
        "title-punctuation",
        "文题·脱节",
        Severity.ADVICE,
        "GB/T 9704-2012：标题中除书名号等外一般不用标点，末尾不用点号。",
        ends_in_punctuation,
    ),
    Rule("title-length", "文题·脱节", Severity.NOTE, "标题字数上限可在设置中修改。", too_long, frozenset({"form"})),
)
