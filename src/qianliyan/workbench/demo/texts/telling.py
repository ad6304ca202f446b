"""Events that several units tell, each in its own words, and what offices write about their meetings."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from qianliyan.workbench.demo.texts.authors import Author
from qianliyan.workbench.demo.texts.flaws import spoil
from qianliyan.workbench.demo.texts.grammar import Filling
from qianliyan.workbench.demo.texts.paraphrase import paraphrase
from qianliyan.workbench.demo.texts.topics import blocks
from qianliyan.workbench.demo.texts.writer import Text, Writer

HERE = Path(__file__).parent
FRUIT = ("苹果", "猕猴桃", "梨", "葡萄")
GREENS = ("大白菜", "鸡蛋", "猪肉", "黄瓜", "番茄", "土豆", "大葱")


@dataclass(frozen=True)
class Happening:
    """A sort of event: its season, the departments that tell it, and what can be said."""

    name: str
    months: frozenset[int]
    lines: tuple[str, ...]
    titles: tuple[str, ...]
    said: dict[str, tuple[str, ...]]


class Event:
    """One event: its place and figures are the same for everybody who tells it, or nearly so."""

    def __init__(self, happening: Happening, place: str, day: date, chance: Random) -> None:
        self.happening = happening
        self.day = day
        self.figures: dict[str, float] = {}
        self.names = {
            "地方": place,
            "日": f"{day.month}月{day.day}日",
            "果": chance.choice(FRUIT),
            "菜": chance.choice(GREENS),
        }
        self._used: set[str] = set()

    def told_by(self, writer: Writer, author: Author) -> Text:
        """Tell it as this author does: other sentences than those before him, one figure in five different."""
        chance = writer.chance
        filling = Filling(chance, {**author.names(self.day, chance), **self.names}, known=self.figures)
        lead = self._pick("开", 1, chance)
        said = [*lead, *self._pick("处", chance.choice((1, 2, 3)), chance), *self._pick("况", 1, chance)]
        body = "\n".join(filling.fill(one) for one in said)
        if chance.random() < 0.2:
            body = _contradicting(body, chance)
        self.figures.update(filling.figures)
        title = self._title(writer, filling, lead[0])
        body, flaws = spoil(body, chance, author.careless / 2)
        return Text(title, body, self.happening.name, "ordinary", flaws)

    def _pick(self, sign: str, count: int, chance: Random) -> list[str]:
        """Choose sentences, those first that nobody used."""
        lines = list(self.happening.said[sign])
        chance.shuffle(lines)
        lines.sort(key=lambda line: line in self._used)
        self._used.update(lines[:count])
        return lines[:count]

    def _title(self, writer: Writer, filling: Filling, lead: str) -> str:
        fitting = [one for one in self.happening.titles if all(sign in lead for sign in _figures_in(one))]
        for template in writer.chance.sample(fitting, len(fitting)):
            title = filling.fill(template)
            if writer.claim(title):
                return title
        number = 2
        while not writer.claim(title := f"{filling.fill('{地方}')}{self.happening.name}情况续报（{number}）"):
            number += 1
        return title


@cache
def happenings() -> tuple[Happening, ...]:
    """Return every sort of event."""
    return tuple(_happening(block) for block in blocks(HERE / "events.txt"))


@cache
def _meetings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in (HERE / "meetings.txt").read_text(encoding="utf-8").splitlines():
        mark, text = line.split(" ", 1)
        found.setdefault(mark, []).extend(text.split("、") if mark == "会" else [text])
    return {mark: tuple(lines) for mark, lines in found.items()}


def meeting(writer: Writer, author: Author, day: date) -> Text:
    """Write what every office writes about its meetings, trainings and visits."""
    chance, said = writer.chance, _meetings()
    names = author.names(day, chance)
    for _attempt in range(60):
        filling = Filling(chance, {**names, "会": chance.choice(said["会"])}, author.scale)
        sort = chance.choice("会会训活研宣")
        title = filling.fill(chance.choice(said["题" + sort]))
        if writer.claim(title):
            break
    demands = chance.sample(said["求"], chance.choice((2, 3, 3)))
    asked = "；".join(paraphrase(filling.fill(one), chance) for one in demands)
    start = filling.fill(chance.choice(said["开" + sort]))
    body = f"{start}[会议强调|会议要求|活动要求]，{asked}。{chance.choice(said['收'])}"
    body, flaws = spoil(filling.fill(body), chance, author.careless)
    return Text(title, body.replace("\n", ""), "会议活动", "ordinary", flaws)


def _happening(block: str) -> Happening:
    head, *rest = block.splitlines()
    name, months, lines = (part.strip() for part in head.split("|"))
    said: dict[str, list[str]] = {}
    for line in rest:
        mark, text = line.split(" ", 1)
        said.setdefault(mark, []).append(text)
    season = frozenset(month for part in months.split() for month in _season(part))
    titles = tuple(said.pop("题"))
    return Happening(name, season, tuple(lines.split()), titles, {mark: tuple(found) for mark, found in said.items()})


def _season(part: str) -> range:
    first, _dash, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


def _figures_in(template: str) -> list[str]:
    return [f"{{{sign}:" for sign in "ABCDEF" if f"{{{sign}}}" in template]


def _contradicting(body: str, chance: Random) -> str:
    """Give one figure as another unit would not: it had not been counted yet, or was counted twice."""
    places = [place for place, sign in enumerate(body) if sign.isdigit() and body[place - 1 : place].isdigit()]
    if not places:
        return body
    place = chance.choice(places)
    return f"{body[:place]}{(int(body[place]) + chance.randrange(1, 9)) % 10}{body[place + 1 :]}"
