"""What stands on paper, in order: the blocks that every back end sets, so that all forms carry the same text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Run:
    """A stretch of text in one typeface; an empty role means that of the block's style.

    With `page_of` it is the number of the page where a place stands; with `fill` it is dots up to what follows.
    """

    text: str = ""
    role: str = ""
    bold: bool = False
    page_of: str = ""
    fill: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph. `level` above 0 makes it a heading; a newline in the text is a wanted line break.

    `name` is a place that another line may lead `to`, as the contents lead to the items.
    """

    style: str
    runs: tuple[Run, ...]
    level: int = 0
    keep: bool = False
    name: str = ""
    to: str = ""


@dataclass(frozen=True)
class Pair:
    """Two texts at the two ends of one line, such as the office and the date."""

    style: str
    left: str
    right: str
    name: str = ""


@dataclass(frozen=True)
class Rule:
    """A line across the type area, single or double (thick-thin, thin-thick); `width` 0 is that of the type area."""

    colour: str
    thickness: float
    before: float = 0
    after: float = 0
    kind: str = "single"
    width: float = 0


@dataclass(frozen=True)
class Gap:
    """Empty lines, in document pitches; at the head of a page they vanish unless they are to be kept."""

    lines: float
    keep: bool = False


@dataclass(frozen=True)
class Picture:
    """A masthead made as a picture; `name` is its digest, so that it can be kept beside the typesetter."""

    data: bytes
    kind: str
    width: float
    height: float
    name: str
    alt: str
    bleed: bool = False


@dataclass(frozen=True)
class Cell:
    """One field of a ruled table; `height` in millimetres keeps room for a pen, `foot` stands at its lower right."""

    text: str
    style: str = "cell"
    span: int = 1
    height: float = 0
    foot: str = ""


@dataclass(frozen=True)
class Grid:
    """A ruled table; the first `header` rows repeat on every page."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    breakable: bool = True


@dataclass(frozen=True)
class Bars:
    """Horizontal bars: label, words, and the share of the longest bar."""

    rows: tuple[tuple[str, str, float], ...]
    colour: str


@dataclass(frozen=True)
class TailRow:
    """One row of the tail: a label with a hanging text, or two texts at the ends."""

    label: str = ""
    text: str = ""
    right: str = ""


@dataclass(frozen=True)
class Foot:
    """The tail (版记) at the lower edge of the last page; a thin rule follows the first `readers` rows."""

    rows: tuple[TailRow, ...]
    readers: int = 0


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class CopyBreak:
    """Another copy of the same paper begins on a right-hand page, whose number is 1 again."""


Block = Line | Pair | Rule | Gap | Picture | Grid | Bars | Foot | PageBreak | CopyBreak


@dataclass(frozen=True)
class Paper:
    """A whole document ready to be set."""

    title: str
    blocks: tuple[Block, ...]
    layout: Mapping[str, Any]
    date: tuple[int, int, int] | None = None
    author: str = ""
    watermark: str = ""
    code: str = ""
    notices: tuple[str, ...] = field(default=())
