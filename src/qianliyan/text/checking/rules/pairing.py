"""Language: quotation marks, brackets and title marks without their partner."""

from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.quotations import CLOSING, PAIRS


def alone(context: Context) -> Iterator[Hit]:
    """Find signs that open and are never closed, or close what was never opened."""
    for span in context.document.signs.alone:
        sign = span.of(context.text)
        partner = PAIRS.get(sign) or CLOSING.get(sign, "")
        yield Hit(span.start, span.end, f"“{sign}”没有配对的“{partner}”。")


def straight_quotes(context: Context) -> Iterator[Hit]:
    """Find straight quotation marks beside Han characters."""
    text = context.text
    for place, sign in enumerate(text):
        if sign == '"' and any("\u4e00" <= beside <= "\u9fff" for beside in text[max(0, place - 1) : place + 2]):
            yield Hit(place, place + 1, "引号应写作“ ”，不用直引号。")


RULES = (
    Rule("unpaired", "语言·标点", Severity.ADVICE, "GB/T 15834-2011：引号、括号、书名号成对使用。", alone),
    Rule(
        "straight-quote", "语言·标点", Severity.ADVICE, "GB/T 15834-2011，4.8：引号的形式是“ ”和‘ ’。", straight_quotes
    ),
)
