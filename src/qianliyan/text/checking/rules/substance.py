"""长短·空泛 and 华实·苍白: openings and paragraphs without a fact, length against the form, empty formulas."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import cell, rows
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.spans import Span

OPENING = re.compile(
    r"^(?:为|按照|根据|围绕)?(?:深入|认真|全面)?(?:学习)?(?:贯彻|落实|践行|响应|认真贯彻|深入贯彻)[^，。]{0,40}(?:精神|要求|部署|思想|理念|战略|决策)|^(?:近年来|一直以来|长期以来|今年以来)，[^，。]{0,12}(?:高度重视|始终坚持|坚持以)"
    r"|^在[^，。]{2,30}(?:正确领导|坚强领导|大力支持|关心支持|亲切关怀|精心指导|有力指导|科学指导)[^，。]{0,12}下"
)
FACT = re.compile(r"\d|[一二三四五六七八九十两](?:个|项|名|家|户|次|条|起|处|件|座|台|亩|万|亿|成|倍)|《|“")
HOUSE = re.compile(r"值得关注|应引起重视|亟待解决")
SHORTEST = 40
# An item is at most so long; a report of twenty pages follows other customs.
ITEM = 6000


@cache
def _formulas() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    return tuple((re.compile(cell(row, 0)), cell(row, 1), int(cell(row, 2) or 1)) for row in rows("formulas"))


def openings(context: Context) -> Iterator[Hit]:
    """Find a first sentence that only invokes what all know."""
    first = next((block.sentences[0] for block in context.paragraphs), None)
    if first is None or context.document.body_length > ITEM:
        return
    words = first.of(context.text)
    if OPENING.search(words) and not re.search(r"\d", words.split("，", 1)[-1]):
        yield Hit(*first, "开头没有事实：请直接写何时、何地、何事、结果如何。")


def paragraphs(context: Context) -> Iterator[Hit]:
    """Find paragraphs made of formulas, without a figure, a name or a quotation."""
    if context.document.body_length > ITEM:
        return
    for block in context.paragraphs:
        words = block.span.of(context.text)
        if len(words) >= SHORTEST and not FACT.search(words) and _formulaic(words) >= 3:
            yield Hit(*block.span, f"这一段有{_formulaic(words)}处套话，没有事实和数据，可以删去或换成具体内容。")


def _formulaic(words: str) -> int:
    return sum(len(pattern.findall(words)) for pattern, _, _ in _formulas())


def formulas(context: Context) -> Iterator[Hit]:
    """Find empty formulas without evidence in their sentence; the house's own phrases may stand once."""
    counts: Counter[str] = Counter()
    for pattern, why, allowed in _formulas():
        slogan = why.startswith("口号")
        for match in pattern.finditer(context.text, context.body_start):
            counts[pattern.pattern] += 1
            named = match.group() in context.settings.lists.house_words
            borne_out = not slogan and _evidence(context, match.start())
            if counts[pattern.pattern] >= allowed and not named and not borne_out:
                yield Hit(*match.span(), f"“{match.group()}”：{why}。")


def _evidence(context: Context, place: int) -> bool:
    """Tell whether the sentence at a place holds a figure."""
    return re.search(r"\d", context.sentence_at(place).of(context.text)) is not None


def length(context: Context) -> Iterator[Hit]:
    """Hold the length of the body against what is usual for the form."""
    least, most = context.settings.lengths.get(context.form or "", (0, 10**9))
    count = context.document.body_length
    span = context.subject_span
    if count > most:
        yield Hit(*span, f"正文{count}字，比这一体裁通常的上限{most}字多{count - most}字。")
    elif count < least:
        yield Hit(*span, f"正文{count}字，比这一体裁通常的下限{least}字少{least - count}字。")


def kinded(context: Context) -> Iterator[Hit]:
    """Say the same of items whose kind is known, where empty words weigh more."""
    blocks = list(context.paragraphs)
    empty = [Span(hit.start, hit.end) for hit in paragraphs(context)]
    if blocks and len(empty) * 2 > len(blocks):
        yield Hit(*context.subject_span, f"全文{len(blocks)}段中有{len(empty)}段没有事实和数据。")


RULES = (
    Rule("empty-opening", "长短·空泛", Severity.NOTE, "信息开门见山，第一句就是事实。", openings),
    Rule("empty-paragraph", "长短·空泛", Severity.ADVICE, "没有内容的段落占用领导的时间。", paragraphs),
    Rule("mostly-empty", "长短·空泛", Severity.ADVICE, "信息以事实和数据说话。", kinded, frozenset({"kind"})),
    Rule("empty-formula", "华实·苍白", Severity.NOTE, "形容词和套话没有证据，删去不影响意思。", formulas),
    Rule("length", "长短·空泛", Severity.NOTE, "各体裁的字数范围可在设置中修改。", length, frozenset({"form"})),
)
