"""What can be made on order: each upper room offers its own, the room of files keeps them and says how far they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qianliyan.files.content import Nature

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat

Arguments = Mapping[str, Any]
# Told how many steps are done, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """What came of it."""

    content: bytes
    name: str
    nature: Nature


@dataclass(frozen=True)
class Maker:
    """One kind of file: how it is made, and whether a seat may have it, which is asked whenever it is handed out."""

    key: str
    make: Callable[["Seat", Arguments, Progress], Made]
    may: Callable[["Seat", Arguments], bool]


_makers: dict[str, Maker] = {}


def offer(*makers: Maker) -> None:
    """Enter a room's makers."""
    for maker in makers:
        _makers[maker.key] = maker


def maker_called(key: str) -> Maker:
    """Return the maker of this kind."""
    return _makers[key]
