"""Slots on a page of a lower room that upper rooms fill with fragments of their own.

The lower room's template only says where there is room: `{% slot "item.side" item %}`.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.db.models.expressions import Combinable

from qianliyan.core.web import Request

# Takes the request and the thing of the page; returns (template, context) or None for "nothing to show".
Panel = Callable[[Request, Any], tuple[str, dict[str, Any]] | None]
# Makes what the query of a slot's thing is annotated with, so that a panel need not ask where there is nothing.
Hint = Callable[[], Combinable | Q]

_panels: dict[str, list[Panel]] = defaultdict(list)
_hints: dict[str, dict[str, Hint]] = defaultdict(dict)


def fill(slot: str, panel: Panel) -> None:
    """Let `panel` show its fragment in `slot`, after those already there."""
    if panel not in _panels[slot]:
        _panels[slot].append(panel)


def foretell(slot: str, hints: dict[str, Hint]) -> None:
    """Let the query that fetches the slot's thing say beforehand whether there is anything to show."""
    _hints[slot].update(hints)


def foretold(slot: str) -> dict[str, Combinable | Q]:
    """Return what the page's own query should annotate for the panels of a slot."""
    return {name: hint() for name, hint in _hints[slot].items()}


def worth_asking(thing: Any, hint: str) -> bool:
    """Tell whether a panel must ask for itself: yes, unless the page's query said that there is nothing."""
    return bool(vars(thing).get(hint, True))


def panels_in(slot: str, request: Request, thing: Any) -> list[tuple[str, dict[str, Any]]]:
    """Ask every panel of the slot for its fragment."""
    asked = (panel(request, thing) for panel in _panels.get(slot, ()))
    return [answer for answer in asked if answer is not None]
