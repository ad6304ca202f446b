"""The words in which a room declares what an office may edit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from qianliyan.core.errors import Text

T = TypeVar("T")


class Kind(StrEnum):
    """How a value is edited and checked."""

    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    LEVELS = "levels"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One entry: its key, default, kind, and the words that explain it.

    `reads` takes one line of a list and raises `ValueError` with a sentence where it cannot be understood. A setting of
    the kind `LEVELS` gives some of its choices a level of their own; the others keep their usual one.
    """

    key: str
    default: T
    kind: Kind
    label: Text
    help: Text = ""
    group: Text = ""
    choices: Callable[[], Sequence[tuple[str, str]]] = field(default=tuple)
    levels: Callable[[], Sequence[tuple[str, str]]] = field(default=tuple)
    reads: Callable[[str], object] | None = None
    minimum: int | None = None
    maximum: int | None = None


_settings: dict[str, Setting[Any]] = {}


def declare(setting: Setting[T]) -> Setting[T]:
    """Enter a setting into the registry; the same key twice is a mistake."""
    if setting.key in _settings:
        raise ValueError(setting.key)
    _settings[setting.key] = setting
    return setting


def declared() -> list[Setting[Any]]:
    """Return every setting in the order of their rooms."""
    return list(_settings.values())


def setting_called(key: str) -> Setting[Any] | None:
    """Return the setting with this key."""
    return _settings.get(key)
