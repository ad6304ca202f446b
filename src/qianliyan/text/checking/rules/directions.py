"""真假·失真: a trend that the figures contradict: in the title, in 逐年扩大, in a forecast already passed."""

import re
from collections.abc import Iterator, Sequence

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.showing import show
from qianliyan.text.parsing.numbers import Number
from qianliyan.text.parsing.spans import Span

RISE = "上升|增长|增加|上涨|回升|攀升|走高|提高|提升|扩大|增多|大增|激增|多发|高发"
FALL = "下降|减少|回落|下滑|下跌|走低|降低|缩小|收窄|锐减|萎缩|大降|大幅减少|缓解|遏制|好转"
# “我市快递服务投诉量明显下降” against “投诉326件，同比上升12.4%”
IN_TITLE = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:持续|明显|大幅|稳步|逐步|同比|连续|不断|较快|快速|小幅|略有|总体|有所|显著|继续|得到|问题|现象|情况|有效)*"
    rf"(?:(?P<up>{RISE})|(?P<down>{FALL}))"
)
IN_BODY = re.compile(
    rf"(?:同比|环比|[比较](?:上年|去年|上月|上季度)(?:同期|同月)?)(?:(?P<up>{RISE}|多)|(?P<down>{FALL}|少))了?约?(?=\d)"
)
RATE_ONLY = re.compile(r"增速|增幅|降幅|涨幅|幅度|占比")
# “2027年缺口将达3200个，2028年将达2100个，缺口逐年扩大”
SERIES = re.compile(rf"(?:逐[年月季周日]|连[年续]|持续|不断)(?:(?P<up>{RISE})|(?P<down>{FALL}))")
STEP = re.compile(
    r"^[^，。；\d]{0,4}[，、；]?(?:\d{4}年|\d{1,2}月份?|[一二三四]季度|去年|今年|明年|上月)?[^，。；\d]{0,10}$"
)
YEARS = re.compile(r"\d{4}年|\d{1,2}月|[一二三四]季度|去年|今年|明年")
# “预计全年销售额突破8亿元，销售额已达9亿元”
FORECAST = re.compile(
    r"预计(?:全年|今年|到年底|年底前?)?(?P<what>[^，。；、\d]{2,8}?)(?:将|可|有望)?(?:突破|超过?|达到?|实现)约?$"
)
ALREADY = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,8}?)(?:已|目前已|现已)(?:经)?(?:突破|超过?|达到?|完成|实现)约?$")


def titles(context: Context) -> Iterator[Hit]:
    """Hold a rise or fall named in the title against the rates of the same thing in the body."""
    match = IN_TITLE.search(context.title) if context.document.title_span else None
    if match is None or len(match["what"].rstrip("量数额率")) < 2 or RATE_ONLY.search(match["what"]):
        return
    words = match["what"].rstrip("量数额率")[-2:]
    found = []
    for sentence in context.document.sentences:
        about = context.text.find(words, *sentence)
        if about >= 0:
            found += list(IN_BODY.finditer(context.text, about, min(sentence.end, about + 60)))[:1]
    contrary = [said for said in found if (said["up"] is None) != (match["up"] is None)]
    if contrary and len(contrary) == len(found):
        start = (context.document.title_span or Span(0, 0)).start
        word = match["up"] or match["down"]
        end = start + match.end()
        yield Hit(end - len(word), end, f"标题说“{word}”，正文写的是“{contrary[0].group()}”，方向相反。")


def series(context: Context) -> Iterator[Hit]:
    """Hold 逐年扩大 and the like against the row of figures before it."""
    for match in SERIES.finditer(context.text):
        sentence = context.sentence_at(match.start())
        row = _row_before(context, sentence, match.start())
        values = [number.value for number in row]
        falling, rising = values == sorted(values, reverse=True), values == sorted(values)
        if len(set(values)) > 1 and (falling if match["up"] else rising):
            shown = "、".join(show(context.text, number) for number in row)
            yield Hit(*match.span(), f"说的是“{match.group()}”，数却相反：{shown}。")


def _row_before(context: Context, sentence: Span, end: int) -> Sequence[Number]:
    """Return the figures of one unit, each of a later period, that lead up to a place."""
    text, row = context.text, list[Number]()
    start = max(sentence.start, end - 90)
    for number in reversed(context.numbers_between(start, end)):
        tail = text[number.span.end : row[0].span.start] if row else ""
        if number.chinese or (number.unit in ("年", "月") and not row):
            continue
        if row and (number.unit != row[0].unit or not STEP.match(tail)):
            break
        row.insert(0, number)
    return row


def forecasts(context: Context) -> Iterator[Hit]:
    """Find a forecast that lies below what is reached already."""
    if "预计" not in context.text:
        return
    for _, numbers in context.numbers_by_sentence:
        ahead: dict[tuple[str, str], Number] = {}
        for number in numbers:
            before = (context.text, max(0, number.span.start - 24), number.span.start)
            forecast, already = FORECAST.search(*before), ALREADY.search(*before)
            if forecast:
                ahead[forecast["what"][-2:], number.unit] = number
            elif already and (other := ahead.get((already["what"][-2:], number.unit))) and number.value > other.value:
                yield Hit(*number.span, f"已达{show(context.text, number)}，超过了预计的{show(context.text, other)}。")


RULES = (
    Rule("title-direction", "真假·失真", Severity.ADVICE, "标题说的升降要与正文的数据一致。", titles),
    Rule("series-trend", "真假·失真", Severity.ADVICE, "“逐年扩大”“持续下降”要与所列各数一致。", series),
    Rule("forecast-passed", "真假·失真", Severity.ADVICE, "预计数低于已完成数，必有一处有误或没有更新。", forecasts),
)
