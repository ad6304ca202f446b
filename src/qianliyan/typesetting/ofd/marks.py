"""What a finished page of PDF carries, in millimetres from its upper left corner."""

from dataclasses import dataclass

Colour = tuple[int, int, int]
Matrix = tuple[float, float, float, float]


@dataclass(frozen=True)
class Glyph:
    """One character and where its foot stands."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Words:
    """Characters of one font on one straight line; `turn` is how a watermark is rotated."""

    font: str
    size: float
    colour: Colour
    glyphs: tuple[Glyph, ...]
    stroke: float = 0
    turn: Matrix = (1, 0, 0, 1)


@dataclass(frozen=True)
class Shape:
    """A rule or the field of a table: a path, its fill and its stroke."""

    path: str
    box: tuple[float, float, float, float]
    fill: Colour | None
    stroke: Colour | None
    width: float = 0


@dataclass(frozen=True)
class Image:
    """A picture as PNG and the box it fills."""

    data: bytes
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Page:
    """Everything on one page, in the order it is painted."""

    width: float
    height: float
    images: tuple[Image, ...]
    shapes: tuple[Shape, ...]
    words: tuple[Words, ...]
