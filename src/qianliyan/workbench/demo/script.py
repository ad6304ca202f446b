"""Reads the story: who does what, with which item or issue, on which working day and at what time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from qianliyan.core import clock
from qianliyan.core.workdays import Calendar
from qianliyan.workbench.demo import briefs
from qianliyan.workbench.demo.files import HERE, read

# `-9 10:30 approve qs-hegao | a remark`: working days before today, time, verb, who or what, words.
LINE = re.compile(r"(?P<day>-?\d+) (?P<time>\d\d:\d\d) (?P<verb>\w+)(?: (?P<who>[\w-]+))?(?: \| (?P<words>.+))?")
# Before this time of day the story ends yesterday, so that nothing lies in the future.
MORNING = time(10)
# 核稿、保密审查、审核、签发.
CHAIN = 4


@dataclass(frozen=True)
class Step:
    """One act of the story."""

    day: int
    at: time
    verb: str
    who: str
    words: str
    scene: str


@dataclass(frozen=True)
class Scene:
    """One item or issue with its texts and its steps."""

    slug: str
    kind: str
    data: dict[str, Any]
    steps: tuple[Step, ...]


def scenes() -> list[Scene]:
    """Return every scene of the story, items before issues before what leaders did, in a fixed order."""
    items = {path.stem: read(f"items/{path.name}") for path in sorted(HERE.glob("items/*.yaml"))}
    issues = {path.stem: read(f"issues/{path.name}") for path in sorted(HERE.glob("issues/*.yaml"))}
    leaders = {f"{path.stem}-instructed": read(f"leaders/{path.name}") for path in sorted(HERE.glob("leaders/*.yaml"))}
    told = [("items", {**briefs.items(), **items}), ("issues", {**briefs.issues(), **issues}), ("leaders", leaders)]
    return [_scene(kind, slug, data) for kind, scripts in told for slug, data in scripts.items()]


def in_order(found: Iterable[Scene]) -> list[Step]:
    """Return all steps by their time; at the same minute in the order of the scenes."""
    steps = [step for scene in found for step in scene.steps]
    return sorted(steps, key=lambda step: (step.day, step.at))


class Days:
    """Turns the story's working days into real ones, the last of them `today`."""

    def __init__(self, now: datetime, calendar: Calendar) -> None:
        here = clock.local(now)
        self.last = here.date() if here.time() >= MORNING else here.date() - timedelta(days=1)
        self.calendar = calendar
        self._known = [self.last]

    def day(self, number: int) -> date:
        """Return the day that lies so many working days before the last one."""
        while len(self._known) <= -number:
            day = self._known[-1] - timedelta(days=1)
            while not self.calendar.works_on(day):
                day -= timedelta(days=1)
            self._known.append(day)
        return self._known[-number]

    def moment(self, number: int, at: time) -> datetime:
        """Return that day's moment on the office's wall clock."""
        return timezone.make_aware(datetime.combine(self.day(number), at))


def _told(line: str, slug: str) -> list[Step]:
    """Read one line; a whole chain is told as its signatures, a minute apart."""
    step = _step(line, slug)
    if step.verb != "sign_chain":
        return [step]
    verbs = ("hand_over", *("sign_next" for _stage in range(CHAIN)))
    return [replace(step, verb=verb, at=_later(step.at, minutes)) for minutes, verb in enumerate(verbs)]


def _later(at: time, minutes: int) -> time:
    return (datetime.combine(date.min, at) + timedelta(minutes=minutes)).time()


def _scene(kind: str, slug: str, data: dict[str, Any]) -> Scene:
    return Scene(slug, kind, data, tuple(step for line in data["steps"] for step in _told(line, slug)))


def _step(line: str, slug: str) -> Step:
    found = LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"{slug}: {line}")
    return Step(
        day=int(found["day"]),
        at=time.fromisoformat(found["time"]),
        verb=found["verb"],
        who=found["who"] or "",
        words=found["words"] or "",
        scene=slug,
    )
