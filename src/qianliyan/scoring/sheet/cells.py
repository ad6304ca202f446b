"""What a sheet is made of: blocks of rows, rows of cells, and blanks for what is to be added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from qianliyan.scoring.articles import Article
from qianliyan.scoring.source import Place, key_text

NUMBER, COUNT, CHOICE, NAMES, WORD = "number", "count", "choice", "names", "word"
NEW = "+"
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: where it stands in the scheme, what it is called, and how it is written there."""

    path: Place
    label: str
    text: str = ""
    kind: str = NUMBER
    choices: Choices = ()
    may_go: bool = False
    owner: str = ""

    @property
    def name(self) -> str:
        """Name the cell by its place and the rule (column, quota) it belongs to, wherever in the list that stands."""
        place: Place = self.path
        if self.owner and len(place) > 1 and isinstance(place[1], int):
            place = (place[0], self.owner, *place[2:])
        return "/".join(quote(key_text(part), safe="") for part in place)


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line: when all its cells are filled, something is added at `place`."""

    label: str
    place: Place
    cells: tuple[Cell, ...]

    def of(self, owner: str) -> "Blank":
        """Belong to a row."""
        return replace(self, cells=tuple(replace(cell, owner=owner) for cell in self.cells))


@dataclass(frozen=True, slots=True)
class Row:
    """One rule, column, quota or group: what can be changed here, and in words what can only be changed in the text."""

    name: str
    line: int
    clause: str = ""
    said: str = ""
    cells: tuple[Cell, ...] = ()
    rest: str = ""
    blank: Blank | None = None

    @property
    def owned(self) -> "Row":
        """Let every cell know whose it is."""
        cells = tuple(replace(cell, owner=self.name) for cell in self.cells)
        return replace(self, cells=cells, blank=self.blank and self.blank.of(self.name))


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one kind under one heading."""

    title: str
    rows: tuple[Row, ...]
    blank: Blank | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole scheme; `others` are articles of which no table can be made."""

    blocks: tuple[Block, ...]
    others: tuple[Article, ...] = ()

    def cells(self) -> Iterator[Cell]:
        """List every value that stands in the scheme."""
        for block in self.blocks:
            for row in block.rows:
                yield from row.cells

    def blanks(self) -> Iterator[Blank]:
        """List every empty line."""
        for block in self.blocks:
            found: Sequence[Blank | None] = [*(row.blank for row in block.rows), block.blank]
            yield from (blank for blank in found if blank)
