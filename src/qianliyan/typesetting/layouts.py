"""Layout descriptions: one file per template over a common base, and an office's own changes over both."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

from qianliyan.typesetting.errors import InvalidDocument

FOLDER = files("qianliyan.typesetting") / "templates"
NAME = re.compile(r"[a-z][a-z0-9-]*\Z")


def names() -> tuple[str, ...]:
    """List the templates that a document may name."""
    return tuple(
        sorted(item.name[:-5] for item in FOLDER.iterdir() if item.name.endswith(".yaml") and item.name != "base.yaml")
    )


@cache
def layout(name: str) -> Mapping[str, Any]:
    """Read one template over the base; an unknown name is refused with the list of known ones."""
    if not NAME.match(name) or name not in names():
        raise InvalidDocument(f"没有“{name}”这个版式，可用的有：{'、'.join(names())}", "template")
    return over(read("base"), read(name))


def merged(name: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Lay an office's changes over its template and check the result."""
    result = over(layout(name), changes)
    check(result)
    return result


def read(name: str) -> dict[str, Any]:
    """Parse one file of the folder."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(YAML(typ="safe", pure=True).load(text))


def over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Merge two descriptions: objects by name, everything else replaced."""
    result = dict(below)
    for key, wanted in above.items():
        present = result.get(key)
        both = isinstance(present, Mapping) and isinstance(wanted, Mapping)
        result[key] = over(present, wanted) if both else wanted  # type: ignore[arg-type]
    return result


def check(description: Mapping[str, Any]) -> None:
    """Refuse styles that no back end could set."""
    plain = description["styles"]["body"]
    for name, style in description["styles"].items():
        if not isinstance(style, Mapping):
            raise InvalidDocument("样式应为一个JSON对象", f"layout.styles.{name}")
        for key, wanted in style.items():
            place = f"layout.styles.{name}.{key}"
            if key not in plain:
                raise InvalidDocument(f"不认识的样式项“{key}”", place)
            check_value(key, wanted, plain[key], place)
    for piece in description["flow"]:
        if not isinstance(piece, Mapping) or "piece" not in piece:
            raise InvalidDocument("版面的每一部分都要写明piece", "layout.flow")


def check_value(key: str, wanted: object, example: object, place: str) -> None:
    """Compare one style value with the kind of the base's value."""
    if key == "colour" and not (isinstance(wanted, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", wanted)):
        raise InvalidDocument("颜色应写作“#c8102e”的样子", place)
    if key == "size" and not (isinstance(wanted, int | float) and 4 <= wanted <= 200):
        raise InvalidDocument("字号应在4磅到200磅之间", place)
    number = isinstance(example, int | float) and not isinstance(example, bool)
    if number and (isinstance(wanted, bool) or not isinstance(wanted, int | float)):
        raise InvalidDocument("应为数字", place)
    if not number and type(wanted) is not type(example):
        raise InvalidDocument("类型不对", place)
