"""Checking what was typed into a setting."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from qianliyan.configuration.registry import Kind, Setting
from qianliyan.core.errors import Unreadable


def clean(setting: Setting[Any], given: list[str]) -> Any:
    """Return the value that the typed text means, or refuse with a sentence that says what would fit."""
    return _CLEANERS[setting.kind](setting, given)


def _text(setting: Setting[Any], given: list[str]) -> str:
    text = (given[0] if given else "").strip()
    if not text and setting.default:
        raise Unreadable(_("“%(label)s”不能为空。") % {"label": setting.label})
    return text[:2000]


def _lines(setting: Setting[Any], given: list[str]) -> list[str]:
    lines = [line.strip() for line in (given[0] if given else "").splitlines() if line.strip()]
    for number, line in enumerate(lines if setting.reads else (), 1):
        try:
            setting.reads(line)  # type: ignore[misc]
        except ValueError as error:
            words = _("“%(label)s”第%(number)d行：%(why)s")
            raise Unreadable(words % {"label": setting.label, "number": number, "why": error}) from error
    return lines


def _number(setting: Setting[Any], given: list[str]) -> int:
    try:
        number = int(given[0])
    except (ValueError, IndexError):
        raise Unreadable(_("“%(label)s”请填整数。") % {"label": setting.label}) from None
    low, high = setting.minimum, setting.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        words = _("“%(label)s”应在%(low)s到%(high)s之间。")
        raise Unreadable(words % {"label": setting.label, "low": low, "high": high})
    return number


def _flag(_setting: Setting[Any], given: list[str]) -> bool:
    return bool(given and given[-1] in {"on", "1", "true"})


def _choice(setting: Setting[Any], given: list[str]) -> str:
    if not given or given[0] not in dict(setting.choices()):
        raise Unreadable(_("“%(label)s”请从列出的几项中选一项。") % {"label": setting.label})
    return given[0]


def _choices(setting: Setting[Any], given: list[str]) -> list[str]:
    """Keep the order in which the choices were declared: a chain of review has only one order."""
    allowed = [key for key, _label in setting.choices()]
    if unknown := set(given) - set(allowed):
        words = _("“%(label)s”没有这一项：%(what)s")
        raise Unreadable(words % {"label": setting.label, "what": "、".join(sorted(unknown))})
    return [key for key in allowed if key in given]


def _levels(setting: Setting[Any], given: list[str]) -> dict[str, str]:
    """Read choices with their levels ("rule:note"); what is left as usual is not kept."""
    choices, levels = dict(setting.choices()), dict(setting.levels())
    pairs = [text.partition(":") for text in given if text]
    if any(choice not in choices or level not in levels for choice, _colon, level in pairs):
        raise Unreadable(_("“%(label)s”请从列出的几项中选一项。") % {"label": setting.label})
    return {choice: level for choice, _colon, level in pairs}


_CLEANERS: dict[Kind, Callable[[Setting[Any], list[str]], Any]] = {
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.LEVELS: _levels,
}
