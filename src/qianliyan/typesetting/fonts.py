"""The fonts a machine has, as set-up found them: families by role and the characters each covers."""

import bisect
import hashlib
import importlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from qianliyan.typesetting.errors import CannotTypeset
from qianliyan.typesetting.families import heavy_by_itself

ROLES = ("fang", "song", "hei", "kai", "title")


@dataclass(frozen=True)
class Fonts:
    """Folders the typesetter may read, and for each role the families to try in order."""

    digest: str
    folders: tuple[str, ...] = field(compare=False)
    families: dict[str, tuple[str, ...]] = field(compare=False)
    coverage: dict[str, "Coverage"] = field(compare=False, repr=False)
    bold: frozenset[str] = field(compare=False, default=frozenset())
    faces: dict[str, tuple[str, int]] = field(compare=False, repr=False, default_factory=dict)

    @staticmethod
    def load(path: Path | str) -> "Fonts":
        """Read the list that set-up wrote; refuse one that names no usable font."""
        try:
            return parsed(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
            raise CannotTypeset(f"字体清单{path}读不出来，请重新运行 python scripts/fonts.py") from problem

    @staticmethod
    def minimum() -> "Fonts":
        """Use only the fonts that come with the installation."""
        return smallest()

    def chain(self, role: str) -> tuple[str, ...]:
        """Give the families of a role, most wanted first."""
        return self.families.get(role) or self.families["song"]

    def covering(self, role: str, character: str) -> str:
        """Name the family that will draw a character, or nothing if none can."""
        point = ord(character)
        return next((name for name in self.chain(role) if point in self.coverage[name]), "")

    def boldness(self, role: str) -> str:
        """Say how a role becomes bold: a weight of its own, a thin stroke, or not at all (小标宋 is heavy)."""
        first = self.chain(role)[0]
        if heavy_by_itself(first):
            return "plain"
        return "weight" if first in self.bold else "stroke"


class Coverage:
    """The characters of one font, kept as ranges."""

    def __init__(self, text: str) -> None:
        """Parse ranges such as `20-7e,a0`."""
        pairs = [part.partition("-") for part in text.split(",") if part]
        self.starts = [int(start, 16) for start, _, _ in pairs]
        self.ends = [int(end or start, 16) for start, _, end in pairs]

    def __contains__(self, point: int) -> bool:
        """Look a character up in logarithmic time."""
        at = bisect.bisect_right(self.starts, point) - 1
        return at >= 0 and point <= self.ends[at]


@cache
def smallest() -> Fonts:
    """Discover the bundled fonts once; what reads font files is loaded only here, as it is slow to load."""
    discovery = importlib.import_module("qianliyan.typesetting.discovery")
    folder = discovery.bundled_folder()
    if not folder:
        raise CannotTypeset("没有任何中文字体，请运行 make setup")
    return parsed(json.dumps(discovery.discover([folder])))


def parsed(text: str) -> Fonts:
    """Build the fonts from the text of `fonts.json`; families without coverage are not trusted."""
    data = json.loads(text)
    coverage = {family: Coverage(ranges) for family, ranges in data.get("coverage", {}).items()}
    families = {role: tuple(name for name in chain if name in coverage) for role, chain in data["families"].items()}
    if not families.get("song"):
        raise ValueError("song")
    digest = hashlib.sha256(text.encode()).hexdigest()
    faces = {name: (str(path), int(index)) for name, (path, index) in data.get("faces", {}).items()}
    return Fonts(digest, tuple(data["folders"]), families, coverage, frozenset(data.get("bold", ())), faces)
