"""Reads the subjects of the year from `topics/*.txt`: one line, one sentence, its first sign says what it is."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A figure with the sign behind it, as a title quotes it and as a fact draws it: “{A}台”, “{A:~3..9}台”.
QUOTED = re.compile(r"\{([A-Z])\}(.)")
DRAWN = re.compile(r"\{([A-Z]):[^{}]*\}(.)")
HERE = Path(__file__).parent / "topics"
KINDS = {"部": "implementation", "经": "experience", "警": "warning", "问": "problem", "动": "ordinary"}


@dataclass(frozen=True)
class Topic:
    """One subject: when it is in season, who writes about it, and the sentences it is made of."""

    name: str
    months: frozenset[int]
    scopes: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    titles: dict[str, tuple[str, ...]]
    lines: dict[str, tuple[str, ...]]

    def belongs(self, title: str) -> str | None:
        """Return the fact from which a title takes its figures: "" if it quotes none, nothing if no fact has them."""
        quoted = QUOTED.findall(title)
        if not quoted:
            return ""
        for fact in self.lines["情"]:
            drawn = {(name, unit) for name, unit in DRAWN.findall(fact)}
            if all(pair in drawn for pair in quoted):
                return fact
        return None

    def has(self, kind: str) -> bool:
        """Tell whether an item of this kind can be written about it."""
        if kind == "warning":
            return bool(self.lines["势"]) and bool(self.titles.get("warning"))
        needed = {"problem": ("问", "议"), "experience": ("措", "果")}.get(kind, ("情",))
        return all(len(self.lines[sign]) > (sign == "措") for sign in needed)


@cache
def topics() -> tuple[Topic, ...]:
    """Return every subject, in the order of the files."""
    return tuple(_topic(block) for path in sorted(HERE.glob("*.txt")) for block in blocks(path))


@cache
def examples() -> dict[str, tuple[str, ...]]:
    """Return the sentences that bring in a person or a village, those that praise (好) and those that complain (坏)."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (HERE.parent / "examples.txt").read_text(encoding="utf-8").splitlines():
        found[line[0]].append(line[2:])
    return {mood: tuple(lines) for mood, lines in found.items()}


def blocks(path: Path) -> list[str]:
    """Return the parts of a file, each of which begins with an @."""
    return [block.strip() for block in path.read_text(encoding="utf-8").split("@")[1:]]


def _topic(block: str) -> Topic:
    head, *rest = block.splitlines()
    name, months, scopes = (part.strip() for part in head.split("|"))
    words: dict[str, tuple[str, ...]] = {}
    titles: dict[str, list[str]] = defaultdict(list)
    lines: dict[str, list[str]] = defaultdict(list)
    for line in rest:
        mark, text = line.split(" ", 1)
        if mark == "名":
            slot, _equals, listed = text.partition("=")
            words[slot] = tuple(listed.split("、"))
        elif mark.startswith("题"):
            titles[KINDS[mark[1]]].append(text)
        else:
            lines[mark].append(text)
    return Topic(
        name=name,
        months=frozenset(month for part in months.split() for month in _months(part)),
        scopes=tuple(scopes.split()),
        words=words,
        titles={kind: tuple(found) for kind, found in titles.items()},
        lines={sign: tuple(lines[sign]) for sign in "情措果问因议势"},
    )


def _months(part: str) -> range:
    first, _dash, last = part.partition("-")
    return range(int(first), int(last or first) + 1)
