"""The writer: an order in, an item out. No two titles are alike, and no two texts say the same by chance."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from qianliyan.workbench.demo.texts import shapes
from qianliyan.workbench.demo.texts.authors import Author
from qianliyan.workbench.demo.texts.flaws import spoil
from qianliyan.workbench.demo.texts.grammar import Filling
from qianliyan.workbench.demo.texts.topics import Topic, topics

# Above this share of common three-character runs a text is written anew.
TOO_ALIKE = 0.25
ATTEMPTS = 5
# As many texts on a subject are looked at again.
RECENT = 100
COMMON_TITLES = {
    "implementation": (
        "{名}以“{头}”为抓手推进{题}",
        "{名}{题}[重实效|出实招|有新进展]：{头}、{头2}并举",
        "{名}扎实做好{题}工作",
        "{名}{题}：{头}见成效",
        "{名}{头}、{头2}[两手抓|双管齐下]做实{题}",
    ),
    "experience": (
        "{名}“{头}＋{头2}”[推动|促进]{题}[提质增效|走深走实]",
        "{名}在{题}中{头}的做法",
        "{题}的{名}实践：{头}、{头2}",
        "从“{头}”看{名}如何破题{题}",
    ),
    "problem": (
        "{名}{题}中“{头}”问题[值得关注|亟待解决|应予重视]",
        "{题}面临“{头}、{头2}”两大难题",
        "基层反映{题}存在{头}、{头2}等问题",
        "{名}{题}为何“{头}”",
    ),
    "warning": (
        "{名}{题}：“{头}”苗头[显现|需警惕]",
        "警惕{名}{题}领域{头}风险",
        "{题}{头}[压力上升|隐患增多] 建议[提前应对|及早干预]",
    ),
    "ordinary": (
        "{名}{题}[近况|动态]",
        "{名}[多举措|一线]推进{题}",
        "{名}{题}[有新进展|近期情况]",
        "{名}{题}：{头}",
    ),
    "research": ("关于{名}{题}情况的调研", "{名}{题}现状、问题与对策", "{名}{题}调研：{头}之困如何解"),
}


SIGNS = re.compile(r"[\W_]+")
# One run in so many is compared: the share in a sample is near enough to the share in all.
SAMPLED = 4


@dataclass(frozen=True)
class Text:
    """An item as its unit wrote it."""

    title: str
    body: str
    topic: str
    kind: str
    flaws: tuple[str, ...] = ()


class Writer:
    """Remembers what was written, so that nothing is written twice."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - invented prose, not a secret
        self._titles: set[str] = set()
        self._written: dict[str, list[frozenset[str]]] = defaultdict(list)

    def write(self, author: Author, kind: str, form: str, day: date, topic: Topic | None = None) -> Text:
        """Write an item of this kind and form, on a subject that the author knows and the season brings."""
        best, least = None, 2.0
        for _attempt in range(ATTEMPTS):
            chosen = topic or self.chance.choice(subjects(author.scopes, day.month, kind))
            text = self._once(author, kind, form, day, chosen)
            runs = runs_of(text.body)
            nearest = max((_shared(runs, other) for other in self._written[chosen.name][-RECENT:]), default=0.0)
            if nearest < least:
                best, least = (text, runs), nearest
            if nearest <= TOO_ALIKE:
                break
        assert best is not None  # noqa: S101 - there is at least one attempt
        self._written[best[0].topic].append(best[1])
        self._titles.add(best[0].title)
        return best[0]

    def claim(self, title: str) -> bool:
        """Take a title if nobody had it."""
        free = title not in self._titles
        self._titles.add(title)
        return free

    def _once(self, author: Author, kind: str, form: str, day: date, topic: Topic) -> Text:
        chance = self.chance
        names = author.names(day, chance, topic.scopes)
        names |= {slot: chance.choice(words) for slot, words in topic.words.items()}
        filling = Filling(chance, names, author.scale)
        draft = shapes.Draft(topic, filling, chance, short=form == "brief")
        body = _build(kind, form)(draft)
        title = self._title(draft, names, "research" if form == "research" else kind)
        if form == "brief":
            body = body.replace("\n", "")
        body, flaws = spoil(f"{author.voice}{body}{author.tail}", chance, author.careless, kind)
        return Text(title, body, topic.name, kind, flaws)

    def _title(self, draft: shapes.Draft, names: dict[str, str], kind: str) -> str:
        chance, filling = self.chance, draft.filling
        heads = draft.heads[:2]
        named = {"题": draft.topic.name, "头": heads[0] if heads else "", "头2": heads[-1] if heads else ""}
        filling.names = {**names, **named}
        filling.return_to(draft.first_figures)
        common = [one for one in COMMON_TITLES[kind] if len(heads) >= ("{头}" in one) + ("{头2}" in one)]
        special = [one for one in draft.topic.titles.get(kind, ()) if draft.topic.belongs(one) in ("", draft.first)]
        for attempt in range(30):
            template = chance.choice(
                special if special and attempt < 4 and chance.random() < 0.7 else common or special
            )
            title = filling.fill(template)
            if title not in self._titles and len(title) <= 48:
                return title
            filling.names = {**filling.names, "名": _nearer(names, attempt, chance)}
        return f"{title}（{names['下']}、{names['下2']}）"


def runs_of(text: str) -> frozenset[str]:
    """Return a fixed sample of the three-character runs of a text without its signs."""
    signs = SIGNS.sub("", text)
    places = (
        place for place in range(len(signs) - 2) if (ord(signs[place]) + 7 * ord(signs[place + 2])) % SAMPLED == 0
    )
    return frozenset(signs[place : place + 3] for place in places)


@cache
def subjects(scopes: frozenset[str], month: int, kind: str) -> tuple[Topic, ...]:
    """Return what an author of these scopes can write about in a month."""
    known = [topic for topic in topics() if scopes & set(topic.scopes) and topic.has(kind)]
    return tuple([topic for topic in known if month in topic.months] or known)


def _build(kind: str, form: str) -> Callable[[shapes.Draft], str]:
    if form == "research":
        return shapes.research
    if form == "brief" and kind in ("ordinary", "implementation"):
        return shapes.brief
    return shapes.SHAPES[kind]


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _nearer(names: dict[str, str], attempt: int, chance: Random) -> str:
    """Name a smaller place when the title with the larger one is taken."""
    if attempt < 2:
        return names["名"]
    return f"{names['名']}{chance.choice((names['下'], names['下2']))}"
