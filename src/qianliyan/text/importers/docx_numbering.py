"""List numbers that exist only as formatting, counted the way Word counts them and written as text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from qianliyan.text.importers.docx_styles import whole
from qianliyan.text.importers.number_formats import write_number
from qianliyan.text.importers.xml import attribute, child, local

PLACE = re.compile(r"%([1-9])")
DEEPEST = 9


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number looks and where it starts."""

    form: str
    pattern: str
    start: int
    restart: int
    arabic: bool


@dataclass
class Numbering:
    """All lists of a document with their running counters."""

    lists: dict[str, tuple[str, dict[int, Level]]]
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def label(self, number: str, level: int) -> tuple[str, bool]:
        """Count one paragraph of a list; return its written number and whether it is a mere bullet."""
        if number not in self.lists or not 0 <= level < DEEPEST:
            return "", False
        abstract, levels = self.lists[number]
        if level not in levels:
            return "", False
        counters = self._count(number, abstract, levels, level)
        if levels[level].form == "bullet":
            return "", True
        return self._write(levels, counters, level), False

    def _count(self, number: str, abstract: str, levels: dict[int, Level], level: int) -> list[int | None]:
        counters = self._counters.setdefault(abstract, [None] * DEEPEST)
        first_use = number not in self._started
        self._started.add(number)
        # A second list on the same pattern goes on counting unless it says where to start.
        if first_use and f"{number}!" in self.lists:
            counters[:] = [None] * DEEPEST
        for above in range(level):
            if counters[above] is None and above in levels:
                counters[above] = levels[above].start
        current = counters[level]
        counters[level] = levels[level].start if current is None else current + 1
        for below in range(level + 1, DEEPEST):
            if below not in levels or levels[below].restart != 0:
                counters[below] = None
        return counters

    def _write(self, levels: dict[int, Level], counters: list[int | None], level: int) -> str:
        def one(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            form = (
                "decimal" if levels[level].arabic and place < level else levels[place].form if place in levels else ""
            )
            return write_number(counters[place] or 0, form)

        label = PLACE.sub(one, levels[level].pattern).strip()
        return label + " " if label and label[-1].isalnum() else label


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read the lists of `numbering.xml`; without one, nothing is numbered."""
    patterns: dict[str, dict[int, Level]] = {}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    by_style: dict[str, str] = {}
    elements = [] if root is None else list(root)
    for element in elements:
        if local(element) == "abstractNum":
            name = attribute(element, "abstractNumId") or ""
            patterns[name] = {number: level for number, level in map(_level, element) if level is not None}
            link = attribute(child(element, "styleLink"), "val")
            by_style |= {link: name} if link else {}
    links = {
        attribute(element, "abstractNumId"): attribute(child(element, "numStyleLink"), "val") for element in elements
    }
    for element in elements:
        if local(element) == "num":
            abstract = attribute(child(element, "abstractNumId"), "val") or ""
            abstract = by_style.get(links.get(abstract) or "", abstract)
            _add_list(lists, attribute(element, "numId") or "", abstract, patterns.get(abstract, {}), element)
    return Numbering(lists)


def _add_list(
    lists: dict[str, tuple[str, dict[int, Level]]],
    number: str,
    abstract: str,
    levels: dict[int, Level],
    element: etree._Element,
) -> None:
    own = dict(levels)
    for override in element:
        if local(override) != "lvlOverride":
            continue
        level = whole(attribute(override, "ilvl"))
        replaced = next((found for _, found in map(_level, override) if found), None)
        start = attribute(child(override, "startOverride"), "val")
        if replaced is not None:
            own[level] = replaced
        if start is not None and level in own:
            shape = own[level]
            own[level] = Level(shape.form, shape.pattern, whole(start), shape.restart, shape.arabic)
            lists[f"{number}!"] = (abstract, {})
    lists[number] = (abstract, own)


def _level(element: etree._Element) -> tuple[int, Level | None]:
    if local(element) != "lvl":
        return 0, None
    start = attribute(child(element, "start"), "val")
    restart = attribute(child(element, "lvlRestart"), "val")
    form = child(element, "numFmt")
    if form is None:
        # Word wraps formats it invented later; the fallback holds the old one.
        form = child(element, "AlternateContent", "Fallback", "numFmt")
    return whole(attribute(element, "ilvl")), Level(
        form=attribute(form, "val") or "decimal",
        pattern=attribute(child(element, "lvlText"), "val") or "",
        start=0 if start is None else whole(start),
        restart=-1 if restart is None else whole(restart),
        arabic=child(element, "isLgl") is not None,
    )
