"""What an office changes of a template with a few plain choices, instead of writing a layout description."""

from collections.abc import Mapping
from typing import Any

from qianliyan.typesetting import layouts

# Each choice and the place in the layout description that it sets.
PLACES: Mapping[str, tuple[str, ...]] = {
    "colour": ("styles", "masthead", "colour"),
    "size": ("styles", "masthead", "size"),
    "spread": ("styles", "masthead", "spread"),
    "title": ("items", "title"),
    "unit": ("items", "unit"),
    "mark": ("texts", "contents_mark"),
    "column": ("columns", "heading"),
    "numbers": ("numbers", "form"),
    "side": ("numbers", "side"),
    "pitch": ("page", "pitch"),
}
# A name needs this much room above and below its letters.
LEADING = 1.3


def design_of(template: str) -> dict[str, Any]:
    """Return the choices as the template itself makes them, to begin a form with."""
    layout = layouts.layout(template)
    found = {name: _at(layout, place) for name, place in PLACES.items()}
    rule = next((piece for piece in layout["flow"] if piece["piece"] == "rule"), None)
    return found | {"rule_colour": rule["colour"], "rule_thickness": rule["thickness"]} if rule else found


def changes(template: str, design: Mapping[str, Any]) -> dict[str, Any]:
    """Return the layout changes that these choices mean; what is as the template has it is left out."""
    usual = design_of(template)
    given = {name: value for name, value in design.items() if name in usual and value not in ("", None, usual[name])}
    result: dict[str, Any] = {}
    for name, value in given.items():
        if name in PLACES:
            _set(result, PLACES[name], value)
    if "size" in given:
        _set(result, ("styles", "masthead", "pitch"), round(float(given["size"]) * LEADING, 1))
    if given.keys() & {"rule_colour", "rule_thickness"}:
        result["flow"] = [_ruled(piece, given) for piece in layouts.layout(template)["flow"]]
    return result


def _ruled(piece: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    if piece["piece"] != "rule":
        return dict(piece)
    wanted = {"colour": given.get("rule_colour"), "thickness": given.get("rule_thickness")}
    return {**piece, **{name: value for name, value in wanted.items() if value is not None}}


def _at(layout: Mapping[str, Any], place: tuple[str, ...]) -> Any:
    for name in place:
        layout = layout.get(name, {}) if isinstance(layout, Mapping) else {}
    # A style that leaves a value out takes it from the running text.
    return layout if layout != {} else ""


def _set(result: dict[str, Any], place: tuple[str, ...], value: Any) -> None:
    *way, last = place
    for name in way:
        result = result.setdefault(name, {})
    result[last] = value
