"""Finding an office by what somebody types: its name, a part of it, or the initials of its pinyin."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module

from django.db.models import QuerySet

from qianliyan.offices.models import Office


def units_below(office: Office) -> QuerySet[Office]:
    """Return the open offices below this one, in the order of the tree."""
    below = Office.objects.filter(path__startswith=office.path, closed_on=None).exclude(pk=office.pk)
    return below.order_by("order", "path")


def matching(units: Iterable[Office], typed: str) -> list[Office]:
    """Return the units that are meant: those called exactly so, else those that contain it or have its initials."""
    words = "".join(typed.split())
    if not words:
        return []
    every: Sequence[Office] = list(units)
    exact = [unit for unit in every if words in (unit.name, unit.short_name)]
    return exact or [unit for unit in every if _fits(unit, words)]


@cache
def initials(name: str) -> str:
    """Return the first letters of a name's pinyin: 青石县政府办 → qsxzfb."""
    pinyin = import_module("pypinyin")  # slow to load, and seldom needed
    return "".join(pinyin.lazy_pinyin(name, style=pinyin.Style.FIRST_LETTER)).lower()


def _fits(unit: Office, words: str) -> bool:
    if words.isascii():
        return any(initials(name).startswith(words.lower()) for name in (unit.short_name, unit.name))
    return words in unit.name or words in unit.short_name
