"""Make every character printable: drop invisible ones, note rare ones, stand 〓 in for what no font has."""

import dataclasses
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from qianliyan.typesetting.fonts import Fonts

T = TypeVar("T")

# Printers set a geta where a sort is missing.
MISSING = "〓"
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
NO_CHARACTERS = range(0xFDD0, 0xFDF0)
KEPT = {"\n": "\n", "\r": "", "\t": "　"}
# In a running text tabs part the cells of a table (body.blocks); anywhere else one is a blank.
RUNNING = "body"


def visible(document: T) -> tuple[T, tuple[str, ...]]:
    """Take control characters out of all texts of a document, so that no back end ever meets one."""
    dropped: set[str] = set()
    cleaned: T = without(document, dropped)
    points = "、".join(f"U+{ord(character):04X}" for character in sorted(dropped))
    return cleaned, (f"已去掉不可见的控制字符：{points}",) if dropped else ()


def without(value: Any, dropped: set[str], *, running: bool = False) -> Any:
    """Walk through a value and clean every text in it."""
    if isinstance(value, str):
        return "\t".join(shown(cell, dropped) for cell in value.split("\t")) if running else shown(value, dropped)
    if isinstance(value, tuple | list):
        return type(value)(without(part, dropped) for part in value)
    if isinstance(value, Mapping):
        return {name: without(part, dropped) for name, part in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        cleaned = {name: without(part, dropped, running=name == RUNNING) for name, part in parts.items()}
        return dataclasses.replace(value, **cleaned)
    return value


def shown(text: str, dropped: set[str]) -> str:
    """Keep what can be seen; every kind of line end becomes the same."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        [KEPT.get(c, "" if hidden(c, dropped) else c) for c in text.replace("\r\n", "\n").replace("\r", "\n")]
    )


def hidden(character: str, dropped: set[str]) -> bool:
    """Tell whether a character leaves no mark on paper, and remember it.

    Private and unassigned ones are kept: offices use them for rare names, and a name must not lose a character.
    """
    point = ord(character)
    invisible = unicodedata.category(character) in INVISIBLE or any(point in span for span in SELECTORS)
    invisible = invisible or point & 0xFFFE == 0xFFFE or point in NO_CHARACTERS
    if invisible and character not in KEPT:
        dropped.add(character)
    return invisible


@dataclass
class Setter:
    """Fit texts to the fonts of one document and remember what the editor should know."""

    fonts: Fonts
    rare: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def clean(self, text: str, role: str) -> str:
        """Give the text as it will be set in a role."""
        known = self.known.setdefault(role, {"\n": "\n"})
        for character in set(text) - known.keys():
            known[character] = self.judged(character, role)
        return text if all(known[c] == c for c in set(text)) else "".join([known[c] for c in text])

    def judged(self, character: str, role: str) -> str:
        """Decide what is set for a character."""
        family = self.fonts.covering(role, character)
        if not family:
            self.missing.add(character)
            return MISSING
        if family != self.fonts.chain(role)[0] and unicodedata.category(character) == "Lo":
            self.rare.setdefault(character, family)
        return character

    def notices(self) -> tuple[str, ...]:
        """Say in sentences what differs from the text as written."""
        told = [f"“{c}”在首选字体中没有，已用{family}排出" for c, family in sorted(self.rare.items())]
        told += [f"“{c}”（U+{ord(c):04X}）没有字体可排，以“{MISSING}”代替" for c in sorted(self.missing)]
        return tuple(told)
