"""Language: confusable words, wrong units, and offices that bear another name today."""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from qianliyan.text.checking.context import Context, Phrase
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import cell, rows
from qianliyan.text.checking.rule import Rule

UNITS = tuple((re.compile(cell(row, 0)), cell(row, 1), cell(row, 2)) for row in rows("units"))
# Without one of these no pattern of the list can match.
UNIT_SIGNS = re.compile(
    r"(?<=[\d万亿千百])(?:平|立|公[分升吨亩]|[A-Za-z]|吨标|度电|[华市英磅加马])|千瓦/|千瓦每|兆瓦/|兆瓦每|摄氏|用电"
)
PATTERNS = tuple((re.compile(cell(row, 0)), cell(row, 1), cell(row, 2)) for row in rows("word_patterns"))
FORMER = re.compile(r"(?:原|前|时任|当时的?|更名|前身|改名|撤销|[（(]原)[^，。；]{0,4}$")


@cache
def _confusables() -> tuple[ahocorasick.Automaton, dict[str, tuple[str, tuple[str, ...], str]]]:
    automaton, entries = ahocorasick.Automaton(), {}
    for row in rows("confusables"):
        wrong, right = cell(row, 0), cell(row, 1)
        entries[wrong] = (right, tuple(filter(None, cell(row, 2).split("|"))), cell(row, 3))
        automaton.add_word(wrong, wrong)
    automaton.make_automaton()
    return automaton, entries


def confusables(context: Context) -> Iterator[Hit]:
    """Find words that are written wrongly, unless they stand within a longer word that is right; own pairs too."""
    automaton, entries = _confusables()
    for end, wrong in automaton.iter_long(context.text):
        start = end - len(wrong) + 1
        right, exceptions, why = entries[wrong]
        if not _excepted(context.text, start, end + 1, exceptions):
            remark = f"（{why}）" if why else ""
            yield Hit(start, end + 1, f"“{wrong}”应为“{right}”{remark}。", fix=right)
    for phrase in context.settings.lists.confusables:
        for match in re.finditer(re.escape(phrase.wrong), context.text) if phrase.wrong else ():
            if not _excepted(context.text, *match.span(), (phrase.right,) if phrase.wrong in phrase.right else ()):
                remark = f"（{phrase.why}）" if phrase.why else ""
                yield Hit(*match.span(), f"“{phrase.wrong}”应为“{phrase.right}”{remark}。", fix=phrase.right)


def by_context(context: Context) -> Iterator[Hit]:
    """Find words that are wrong only beside certain others: 截止目前, 反应问题."""
    for pattern, right, why in PATTERNS:
        for match in pattern.finditer(context.text):
            remark = f"：{why}" if why else ""
            fix = None if "…" in right else right
            yield Hit(*match.span(), f"“{match.group()}”应为“{right}”{remark}。", fix=fix)


def _excepted(text: str, start: int, end: int, exceptions: tuple[str, ...]) -> bool:
    """Tell whether a right word that overlaps this place explains it."""
    for exception in exceptions:
        place = text.find(exception, max(0, start - len(exception) + 1), end + len(exception) - 1)
        if place >= 0:
            return True
    return False


def units(context: Context) -> Iterator[Hit]:
    """Find units of measurement that are not legal or not written as the law writes them."""
    for pattern, right, why in UNITS if UNIT_SIGNS.search(context.text) else ():
        for match in pattern.finditer(context.text):
            yield Hit(
                *match.span(), f"“{match.group()}”应写作“{right}”：{why}。", fix=right if "…" not in right else None
            )


def former_offices(context: Context) -> Iterator[Hit]:
    """Find names of offices that were changed, where the text speaks of today."""
    years = [found.year for found in context.document.dates if found.year]
    latest = context.written_on.year if context.written_on else max(years, default=9999)
    for row in rows("former_offices"):
        name, today, since = cell(row, 0), cell(row, 1), int(cell(row, 2) or 0)
        if latest >= since:
            yield from _named(
                context, Phrase(name, today, f"{since}年机构改革后"), tuple(filter(None, cell(row, 3).split("|")))
            )
    for phrase in context.settings.lists.former_offices:
        yield from _named(context, phrase, ())


def _named(context: Context, phrase: Phrase, exceptions: tuple[str, ...]) -> Iterator[Hit]:
    start = context.text.find(phrase.wrong) if phrase.wrong else -1
    while start >= 0:
        end = start + len(phrase.wrong)
        historic = FORMER.search(context.text, max(0, start - 8), start) or _excepted(
            context.text, start, end, exceptions
        )
        if not historic:
            yield Hit(
                start, end, f"机构名称已变更：“{phrase.wrong}”{phrase.why}为“{phrase.right}”；说过去的事请加“原”字。"
            )
        start = context.text.find(phrase.wrong, end)


RULES = (
    Rule("confusable", "语言·用字", Severity.ADVICE, "《现代汉语词典》和第一批异形词整理表的推荐词形。", confusables),
    Rule("confusable-in-context", "语言·用字", Severity.ADVICE, "《现代汉语词典》。", by_context),
    Rule("unit-of-measure", "语言·计量", Severity.ADVICE, "法定计量单位（GB 3100—3102）。", units),
    Rule("former-office", "语言·机构", Severity.ADVICE, "机构名称以现行“三定”规定为准。", former_offices),
)
