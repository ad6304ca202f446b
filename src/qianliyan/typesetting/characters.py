"""Make every character printable: drop invisible ones, note rare ones, stand 〓 in for what no font has."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from qianliyan.typesetting.fonts import Fonts

# Printers set a geta where a sort is missing.
MISSING = "〓"
KEPT = frozenset("\n")


@dataclass
class Setter:
    """Clean texts for one document and remember what the editor should know."""

    fonts: Fonts
    rare: dict[str, str] = field(default_factory=dict)
    missing: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def clean(self, text: str, role: str) -> str:
        """Give the text as it will be set in a role."""
        return "".join([self.one(character, role) for character in text])

    def one(self, character: str, role: str) -> str:
        """Answer for one character, remembering the answer."""
        answer = self.known.get((character, role))
        if answer is None:
            answer = self.known[character, role] = self.judged(character, role)
        return answer

    def judged(self, character: str, role: str) -> str:
        """Decide what is set for a character."""
        if character in KEPT:
            return character
        if character == "\t":
            return "　"
        if (
            unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
            or "\ufe00" <= character <= "\ufe0f"
        ):
            self.dropped[character] += 1
            return ""
        family = self.fonts.covering(role, character)
        if not family:
            self.missing[character] += 1
            return MISSING
        if family != self.fonts.chain(role)[0] and unicodedata.category(character) == "Lo":
            self.rare.setdefault(character, family)
        return character

    def notices(self) -> tuple[str, ...]:
        """Say in sentences what differs from the text as written."""
        told = [f"“{c}”在首选字体中没有，已用{family}排出" for c, family in sorted(self.rare.items())]
        told += [f"“{c}”（U+{ord(c):04X}）没有字体可排，以“{MISSING}”代替" for c in sorted(self.missing)]
        if self.dropped:
            points = "、".join(f"U+{ord(c):04X}" for c in sorted(self.dropped))
            told.append(f"已去掉不可见的控制字符：{points}")
        return tuple(told)
