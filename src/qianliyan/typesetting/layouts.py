"""Layout descriptions: one file per template over a common base, and an office's own changes over both."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

from qianliyan.typesetting import checking
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
    checking.check(result, read("base"))
    return result


@cache
def read(name: str) -> Mapping[str, Any]:
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
