"""The build of an item: which sentences of its subject stand where, by its kind and form."""

from collections.abc import Callable, Iterator
from random import Random

from qianliyan.workbench.demo.texts.grammar import Filling, Kept
from qianliyan.workbench.demo.texts.paraphrase import led, paraphrase, shorten
from qianliyan.workbench.demo.texts.topics import Topic, examples

NUMERALS = "一二三四五六七八"
NEXT = (
    "下一步，{局}将[紧盯薄弱环节|对照台账]，[逐项销号|加快进度|挂图作战]。",
    "[针对上述情况|目前]，{局}正在[会同有关部门|组织专班]逐项研究解决。",
    "下一步，{我}将[加大督促检查力度|按月调度、按季通报]，[确保年度任务如期完成|力争早见成效]。",
    "{局}已[列出清单|制定方案]，[{W:10..30}天内逐项答复|力争{W:2..4}个月内见效]。",
    "接下来，将[在{下}、{下2}开展试点|总结{下}的做法]，[成熟后面上推开|适时召开现场会]。",
    "对进度慢的{下2}等地，{局}[已发函提醒|将现场督办]。",
)


class Draft:
    """One item being put together: sentences are drawn from the subject's stock, none twice."""

    def __init__(self, topic: Topic, filling: Filling, chance: Random, *, short: bool = False) -> None:
        self.topic = topic
        self.filling = filling
        self.chance = chance
        self.short = short
        self.heads: list[str] = []
        self.first: str | None = None
        self.first_figures: Kept = ({}, {})
        self._examples = {mood: chance.sample(lines, len(lines)) for mood, lines in examples().items()}
        self._left = {sign: chance.sample(lines, len(lines)) for sign, lines in topic.lines.items()}

    def sentences(self, sign: str, count: int) -> list[str]:
        """Return up to `count` filled sentences of a sort; of the first fact the figures are kept for the title."""
        left = self._left[sign]
        taken, self._left[sign] = left[:count], left[count:]
        return [self._filled(sign, one) for one in taken if self.filling.fits(one)]

    def facts(self, count: int) -> str:
        """Return facts, run on."""
        found = self.sentences("情", count)
        return "".join([led(found[0], self.chance), *found[1:]]) if found else ""

    def _filled(self, sign: str, template: str) -> str:
        text = self.filling.fill(template)
        if sign == "情" and self.first is None:
            self.first, self.first_figures = template, self.filling.kept()
        head, bar, detail = text.rpartition("｜")
        if self.first != template:
            detail = shorten(detail, self.chance)
        return head + bar + paraphrase(detail, self.chance)

    def points(self, sign: str, count: int) -> list[tuple[str, str]]:
        """Return up to `count` points: a head and what stands behind it."""
        found = [one.split("｜", 1) for one in self.sentences(sign, count)]
        self.heads += [head for head, _text in found]
        return [(head, self._illustrated(sign, text)) for head, text in found]

    def _illustrated(self, sign: str, text: str) -> str:
        """Add a voice or a village now and then."""
        if self.chance.random() > (0.25 if self.short else 0.45):
            return text
        mood = "好" if sign == "措" else "坏"
        if not self._examples[mood]:
            return text
        return text + self.filling.fill(self._examples[mood].pop())


def brief(draft: Draft) -> str:
    """Tell it in one paragraph."""
    lead = draft.facts(1)
    tail = draft.points("措", draft.chance.choice((1, 2))) if draft.chance.random() < 0.7 else []
    more = [text for _head, text in tail] or draft.sentences("果", 1)
    return "".join([lead, *more])


def implementation(draft: Draft) -> str:
    """Say how far it is, what was done, what stands in the way."""
    chance = draft.chance
    parts = [draft.facts(chance.choice((1, 2, 2)))]
    parts += _listed(draft, draft.points("措", 2 if draft.short else chance.choice((3, 3, 4))))
    if not draft.short and chance.random() < 0.35:
        parts += draft.sentences("果", 1)
    if chance.random() < 0.45:
        problems = [f"{NUMERALS[place]}是{_spoken(*point)}" for place, point in enumerate(draft.points("问", 2))]
        parts.append(f"{chance.choice(TROUBLES)}{''.join(problems)}")
    if chance.random() < 0.6:
        parts.append(_next(draft))
    return "\n".join(parts)


def experience(draft: Draft) -> str:
    """Say what was hard, how it was done, what came of it."""
    chance = draft.chance
    trouble = draft.points("问", 1)
    draft.heads.clear()
    lead = f"针对{trouble[0][0]}等问题，" if trouble else ""
    lead += draft.filling.fill(chance.choice(WAYS))
    points = draft.points("措", 2 if draft.short else chance.choice((3, 4)))
    if not draft.short and chance.random() < 0.5:
        body = [f"{NUMERALS[place]}、{head}。{text}" for place, (head, text) in enumerate(points)]
    else:
        body = _listed(draft, points)
    return "\n".join([lead + draft.facts(1), *body, *draft.sentences("果", 1 if draft.short else 2)])


def problem(draft: Draft) -> str:
    """Say what is wrong, why, and what is proposed."""
    chance = draft.chance
    lead = draft.filling.fill(chance.choice(SOURCES)) + "".join(draft.sentences("情", 1))
    problems = draft.points("问", 2 if draft.short else chance.choice((2, 3)))
    causes, advice = draft.sentences("因", 2), draft.sentences("议", 1 if draft.short else chance.choice((2, 3)))
    if not draft.short and chance.random() < 0.5:
        return "\n".join([lead, *_headed(problems, causes, advice)])
    listed = [f"{NUMERALS[place]}是{_spoken(*point)}" for place, point in enumerate(problems)]
    why = [f"究其原因，{''.join(causes)}"] if causes else []
    return "\n".join([lead, *listed, *why, f"{chance.choice(ADVISED)}{_joined(advice)}"])


def warning(draft: Draft) -> str:
    """Say what comes, on what ground, and what to do in time."""
    chance = draft.chance
    lead = "".join([draft.facts(1), *draft.sentences("势", 1)])
    reasons = draft.points("问", chance.choice((1, 2)))
    why = [f"{NUMERALS[place]}是{_spoken(*point)}" for place, point in enumerate(reasons)]
    parts = [lead, f"{chance.choice(GROUNDS)}{''.join(why)}{''.join(draft.sentences('因', 1))}"]
    return "\n".join([*parts, f"{chance.choice(ADVISED)}{_joined(draft.sentences('议', 2))}"])


def research(draft: Draft) -> str:
    """Tell what an enquiry found, at length."""
    chance = draft.chance
    lead = draft.filling.fill(chance.choice(ENQUIRIES)) + draft.facts(2)
    done = draft.points("措", 3)
    draft.heads.clear()
    parts = [lead, "一、主要做法", *(f"（{NUMERALS[place]}）{head}。{text}" for place, (head, text) in enumerate(done))]
    parts += ["二、存在的突出问题"]
    parts += [f"（{NUMERALS[place]}）{head}。{text}" for place, (head, text) in enumerate(draft.points("问", 3))]
    parts += draft.sentences("因", 2)
    return "\n".join([*parts, "三、对策建议", *_numbered(draft.sentences("议", 3))])


def _listed(draft: Draft, points: list[tuple[str, str]]) -> list[str]:
    """Set points as paragraphs, or run on in one."""
    said = [f"{NUMERALS[place]}是{head}。{text}" for place, (head, text) in enumerate(points)]
    return said if draft.chance.random() < 0.65 else ["".join(said)]


def _headed(problems: list[tuple[str, str]], causes: list[str], advice: list[str]) -> Iterator[str]:
    yield "一、主要问题"
    for place, (head, text) in enumerate(problems):
        yield f"（{NUMERALS[place]}）{head}。{text}"
    if causes:
        yield "二、原因分析"
        yield from causes
    yield f"{'三' if causes else '二'}、对策建议"
    yield from _numbered(advice)


def _numbered(sentences: list[str]) -> list[str]:
    return [f"{NUMERALS[place]}是{text}" for place, text in enumerate(sentences)]


def _joined(sentences: list[str]) -> str:
    if len(sentences) == 1:
        return sentences[0]
    return "；".join(f"{NUMERALS[place]}是{text.rstrip('。')}" for place, text in enumerate(sentences)) + "。"


def _spoken(head: str, text: str) -> str:
    return f"{head}。{text}"


def _next(draft: Draft) -> str:
    return draft.filling.fill(draft.chance.choice(NEXT))


TROUBLES = (
    "存在的主要困难：",
    "需要关注的问题：",
    "当前存在的问题：",
    "从调度情况看，还有两个方面需要重视：",
    "工作中也遇到一些困难。",
)
ADVISED = ("建议：", "为此建议，", "基层建议，", "有关方面建议：", "针对上述情况，建议：")
GROUNDS = ("主要依据：", "综合分析，", "从基层反映看，", "主要原因：", "之所以作出上述判断，主要考虑：")
WAYS = (
    "{名}[今年以来|近年来|去年以来][坚持问题导向|从小切口入手|先试点、后推开]，[摸索出一套管用的办法|收到较好效果]。",
    "{名}[把群众的烦心事当作发力点|不等不靠、因地制宜]，[取得初步成效|基层反响较好]。",
    "{局}[选择|确定]{下}、{下2}先行试点，[边干边完善|成熟后在{地}推开]。",
    "{名}[打破常规做法|换了个思路]，[小投入办成了大事情|难题有了新解法]。",
)
SOURCES = (
    "",
    "近期，{局}[组织开展专题摸底|深入{下}、{下2}走访]发现，",
    "据[基层干部|有关企业和群众|乡镇、社区]反映，",
    "近日，{局}对{下}等地进行了[暗访|抽样调查]。",
    "连日来，{局}通过[入户|座谈|电话回访]等方式了解到，",
)
ENQUIRIES = (
    "{局}组成调研组，[历时{Z:8..24}天|上月]走访{下}、{下2}等地，召开座谈会{Y:4..12}场，发放问卷{X:160..900}份。",
    "为摸清底数，{局}采取[面上问卷与点上解剖相结合|不打招呼、直奔现场]的办法开展专题调研。",
)
SHAPES: dict[str, Callable[[Draft], str]] = {
    "ordinary": brief,
    "implementation": implementation,
    "experience": experience,
    "problem": problem,
    "warning": warning,
}
