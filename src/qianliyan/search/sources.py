"""What can be found: each room above declares how one of its models becomes a row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models
from django.db.models import QuerySet

from qianliyan.core.errors import Text

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class Document:
    """A thing as the search knows it.

    `offices` are those whose work it is and `author` the person, `holder` is the office where it lies; a compared text
    gets fingerprints, a related one is held against others of its kind in the same place at once.
    """

    LONG_AGO: ClassVar[date] = date(1949, 10, 1)

    title: str
    body: str
    on: date
    kind: str = ""
    offices: tuple[int, ...] = ()
    author: int | None = None
    holder: int | None = None
    publication: int | None = None
    key_tasks: tuple[int, ...] = ()
    compared: bool = False
    related: bool = False


@dataclass(frozen=True)
class Source(Generic[M]):
    """One kind of thing: `document` returns nothing for a thing that shall not be found.

    `joined` brings along what `document` needs, `shown` what a list of hits shows.
    """

    code: str
    label: Text
    model: type[M]
    document: Callable[[M], Document | None]
    joined: Callable[[QuerySet[M]], QuerySet[M]]
    shown: Callable[[QuerySet[M]], QuerySet[M]]


_sources: dict[type[models.Model], Source[Any]] = {}


def declare(source: Source[M]) -> Source[M]:
    """Enter a kind of thing; the order in which rooms do so is the order in which the index is rebuilt."""
    _sources[source.model] = source
    return source


def declared() -> list[Source[Any]]:
    """Return every kind of thing."""
    return list(_sources.values())


def source_of(model: type[models.Model]) -> Source[Any]:
    """Return the kind of thing that a model is."""
    return _sources[model]


def source_called(code: str) -> Source[Any] | None:
    """Return the kind of thing with this code."""
    return next((source for source in _sources.values() if source.code == code), None)
