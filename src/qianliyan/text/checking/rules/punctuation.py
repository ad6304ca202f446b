"""Language: punctuation by GB/T 15834-2011."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.document import Kind

HAN = r"\u4e00-\u9fff"
NARROW = re.compile(
    rf"(?<=[{HAN}”》）])[,;:?!](?=[{HAN}“《\d\s]|$)|(?<=[{HAN}])\.(?=[{HAN}\s]|$)|(?<=\d)[,;](?=[{HAN}])"
)
WIDE = dict(zip(",;:?!.", "，；：？！。", strict=True))
DOUBLED = re.compile(r"[，。；：、]{2,}|[！？][，。；：、]|[“《（][，。；：、]|[，、；：](?=[”》）])(?![”》）]?\n)")
STOP_TWICE = re.compile(r"[。！？][”’][。！？]")
DOTS = re.compile(r"。{3,}|(?<=[\u4e00-\u9fff”])\.{3,6}|(?<=[\u4e00-\u9fff])…(?!…)(?<!……)")
DASHES = re.compile(rf"(?<=[{HAN}”》])-{{2,3}}(?=[{HAN}“《])")
AND_SO_ON = re.compile(r"等等?…+|(?<!…)…+等等?")
BEFORE_AND = re.compile(
    rf"(?<=[{HAN}”》])、(?:和(?![谐平解睦田县气声蔼美顺合林布龙硕衷])|以及|及其?(?![时早格第]))(?=[{HAN}“《])"
)
# A line that ends in an opening sign, or before a closing one, was broken in the middle.
OPEN = "“‘《（(.!?;:"
END = "。！？：；…”’）)》】］"


def narrow(context: Context) -> Iterator[Hit]:
    """Find Latin punctuation between Han characters."""
    for match in NARROW.finditer(context.text):
        fix = WIDE[match.group()]
        yield Hit(*match.span(), f"中文里的标点应用全角“{fix}”。", fix=fix)


def doubled(context: Context) -> Iterator[Hit]:
    """Find punctuation that cannot stand together."""
    for match in DOUBLED.finditer(context.text):
        if not DOTS.match(context.text, match.start()):
            yield Hit(*match.span(), f"标点“{match.group()}”不能连用，请删去多余的一个。")
    for match in STOP_TWICE.finditer(context.text):
        yield Hit(*match.span(), "引文末尾和句末不重复用句号，请删去一个。")


def dots_and_dashes(context: Context) -> Iterator[Hit]:
    """Find ellipses and dashes in other forms than the norm's, and 等等 beside an ellipsis."""
    for match in DOTS.finditer(context.text):
        yield Hit(*match.span(), "省略号应写作“……”。", fix="……")
    for match in DASHES.finditer(context.text):
        yield Hit(*match.span(), "破折号应写作“——”。", fix="——")
    for match in AND_SO_ON.finditer(context.text):
        yield Hit(*match.span(), "“等等”与省略号不并用，请删去一个。")


def before_and(context: Context) -> Iterator[Hit]:
    """Find an enumeration comma before a word that already joins."""
    for match in BEFORE_AND.finditer(context.text):
        yield Hit(*match.span(), f"“{match.group()[1:]}”前不用顿号。", fix=match.group()[1:])


def paragraph_ends(context: Context) -> Iterator[Hit]:
    """Find paragraphs that end without a full stop, or in a comma."""
    for block in context.document.blocks:
        if block.kind is not Kind.PARAGRAPH:
            continue
        last = context.text[block.span.end - 1]
        if last in "，、,":
            yield Hit(block.span.end - 1, block.span.end, f"段落不应以“{last}”结束。")
        elif (
            last not in END + OPEN
            and not _goes_on(context.text, block.span.end)
            and block.span.end - block.span.start > 40
        ):
            start = max(block.span.start, block.span.end - 6)
            yield Hit(start, block.span.end, "段末缺少句号。", fix=context.text[start : block.span.end] + "。")


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the next line begins in the middle of a sentence."""
    return text[end : end + 8].lstrip().startswith(tuple("”’》）)，。；：、"))


RULES = (
    Rule("narrow-punctuation", "语言·标点", Severity.ADVICE, "GB/T 15834-2011：中文用全角标点。", narrow),
    Rule("doubled-punctuation", "语言·标点", Severity.ADVICE, "GB/T 15834-2011：点号不连用。", doubled),
    Rule(
        "ellipsis-and-dash",
        "语言·标点",
        Severity.ADVICE,
        "GB/T 15834-2011，4.11、4.10：省略号六连点，破折号占两字。",
        dots_and_dashes,
    ),
    Rule(
        "comma-before-and",
        "语言·标点",
        Severity.ADVICE,
        "GB/T 15834-2011，4.5：并列词语间用“和”时不再用顿号。",
        before_and,
    ),
    Rule("paragraph-end", "语言·标点", Severity.ADVICE, "段落是完整的句子，以句号等结束。", paragraph_ends),
)
