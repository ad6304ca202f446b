"""精散·冗杂: sentences said twice, sentences too long to be read aloud, two subjects in one item."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

SHORTEST_REPEATED = 12
ANOTHER = re.compile(r"^(?:另外|另悉|另据[^，。]{0,12}|此外|又讯|同时[^，。]{0,2}获悉)[，,]")
HAN = re.compile(r"[\u4e00-\u9fff]{6}")
# Every item starts, pushes on and finishes something somewhere.
EVERYDAY = frozenset(
    {
        "开展",
        "推进",
        "建设",
        "工作",
        "加强",
        "实施",
        "完成",
        "全市",
        "全县",
        "我市",
        "我县",
        "我区",
        "近期",
        "今年",
        "开始",
        "组织",
        "活动",
        "行动",
        "项目",
        "情况",
        "问题",
        "强化",
        "推动",
        "落实",
        "提升",
        "提高",
        "取得",
        "服务",
        "管理",
    }
)
FUNCTION = re.compile(r"[的了在是和与对为将被把及等并由向从于到以中不有也就都还而且但]")


def repeated(context: Context) -> Iterator[Hit]:
    """Find sentences that stand in the text twice."""
    seen: dict[str, int] = {}
    for sentence in context.document.sentences:
        words = "".join(sentence.of(context.text).split())
        if len(words) < SHORTEST_REPEATED or not HAN.search(words):
            continue
        if words in seen:
            line = context.text.count("\n", 0, seen[words]) + 1
            yield Hit(*sentence, f"这句话与第{line}行的一句完全相同，请删去一处。")
        seen.setdefault(words, sentence.start)


def long_sentences(context: Context) -> Iterator[Hit]:
    """Find sentences nobody can read aloud; a semicolon gives room to breathe."""
    most = context.settings.longest_sentence
    for sentence in context.document.sentences:
        if sentence.end - sentence.start <= most:
            continue
        for match in re.finditer(r"[^；;]+", sentence.of(context.text)):
            if len(match.group()) > most:
                start = sentence.start + match.start()
                yield Hit(
                    start,
                    start + len(match.group()),
                    f"这一句有{len(match.group())}字没有停顿，超过{most}字，念不下来，请断成几句。",
                )


def two_subjects(context: Context) -> Iterator[Hit]:
    """Find a paragraph that begins anew and shares no word with the title."""
    if context.document.title_span is None:
        return
    title = _pairs(context.title)
    for block in context.paragraphs[1:]:
        words = block.span.of(context.text)
        if ANOTHER.match(words) and not title & _pairs(words):
            yield Hit(block.span.start, block.sentences[0].end, "这一段与标题所说的不是一件事：一事一报，请另写一条。")


def _pairs(words: str) -> set[str]:
    """Return the adjacent pairs of Han characters that are not mere function words or places' common endings."""
    pairs = {words[place : place + 2] for place in range(len(words) - 1)}
    return {
        pair for pair in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) and not FUNCTION.search(pair)
    } - EVERYDAY


RULES = (
    Rule("repeated-sentence", "精散·冗杂", Severity.ADVICE, "同样的话说两遍，多是合稿时留下的。", repeated),
    Rule("long-sentence", "精散·冗杂", Severity.NOTE, "汇报时要念得下来。", long_sentences),
    Rule("two-subjects", "精散·冗杂", Severity.NOTE, "一事一报。", two_subjects),
)
