"""Slots on a page of a lower room that upper rooms fill with fragments of their own.

The lower room's template only says where there is room: `{% slot "item.side" item %}`.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from qianliyan.core.web import Request

# Takes the request and the thing of the page; returns (template, context) or None for "nothing to show".
Panel = Callable[[Request, Any], tuple[str, dict[str, Any]] | None]

_panels: dict[str, list[Panel]] = defaultdict(list)


def fill(slot: str, panel: Panel) -> None:
    """Let `panel` show its fragment in `slot`, after those already there."""
    if panel not in _panels[slot]:
        _panels[slot].append(panel)


def panels_in(slot: str, request: Request, thing: Any) -> list[tuple[str, dict[str, Any]]]:
    """Ask every panel of the slot for its fragment."""
    asked = (panel(request, thing) for panel in _panels.get(slot, ()))
    return [answer for answer in asked if answer is not None]
