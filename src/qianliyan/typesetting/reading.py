"""Read the JSON of an issue or a sheet; every fault is told in one Chinese sentence with its place."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from qianliyan.typesetting import layouts
from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.model import Bulletin, Document, Letter, Sheet

KINDS: dict[str, type[Document]] = {"bulletin": Bulletin, "sheet": Sheet, "letter": Letter}
MOST_ENTRIES = 5000
MOST_CHARACTERS = 2_000_000


def load(data: object) -> Document:
    """Turn decoded JSON into a document, or say which field is wrong."""
    if not isinstance(data, Mapping):
        raise InvalidDocument("应为一个JSON对象", "")
    template = data.get("template")
    if not isinstance(template, str) or not template:
        raise InvalidDocument("没有写明版式（template）", "template")
    kind = KINDS[layouts.layout(template)["document"]]
    document: Document = build(kind, data, "")
    layouts.merged(template, document.layout)
    return document


def build(kind: type[Any], data: object, path: str) -> Any:
    """Fill one dataclass from a mapping, refusing names it does not have."""
    if not isinstance(data, Mapping):
        raise InvalidDocument("应为一个JSON对象", path)
    hints = typing.get_type_hints(kind)
    for name in data:
        if name not in hints:
            raise InvalidDocument(f"不认识的字段“{name}”", join(path, str(name)))
    required = [f.name for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING]
    for name in required:
        if name not in data:
            raise InvalidDocument(f"缺少字段“{name}”", join(path, name))
    return kind(**{name: value(hints[name], data[name], join(path, name)) for name in data})


def value(wanted: Any, given: object, path: str) -> Any:
    """Convert one value to the declared type."""
    origin = typing.get_origin(wanted)
    if origin is tuple:
        return sequence(typing.get_args(wanted), given, path)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        return build(wanted, given, path)
    if origin is not None and origin is not types.UnionType and issubclass(origin, Mapping):
        return mapping(given, path)
    return scalar(wanted, given, path)


def mapping(given: object, path: str) -> Mapping[str, Any]:
    """Take an object as it is; what stands in it is checked by whoever uses it."""
    if not isinstance(given, Mapping):
        raise InvalidDocument("应为一个JSON对象", path)
    return given


def sequence(inner: tuple[Any, ...], given: object, path: str) -> tuple[Any, ...]:
    """Convert a list; a list of pairs may also be written as an object."""
    if isinstance(given, Mapping) and inner[0] == tuple[str, str]:
        given = [list(pair) for pair in given.items()]
    if not isinstance(given, list | tuple):
        raise InvalidDocument("应为一个列表", path)
    if len(given) > MOST_ENTRIES:
        raise InvalidDocument(f"列表太长：{len(given)}项，最多{MOST_ENTRIES}项", path)
    if len(inner) == 2 and inner[1] is not Ellipsis:
        if len(given) != len(inner):
            raise InvalidDocument(f"应为{len(inner)}个值", path)
        return tuple(value(one, item, f"{path}[{i}]") for i, (one, item) in enumerate(zip(inner, given, strict=True)))
    return tuple(value(inner[0], item, f"{path}[{i}]") for i, item in enumerate(given))


def scalar(wanted: Any, given: object, path: str) -> Any:
    """Check text, numbers and yes/no."""
    if wanted is bool and isinstance(given, bool):
        return given
    if wanted in (int, float) and isinstance(given, int | float) and not isinstance(given, bool):
        return wanted(given)
    if wanted is str and isinstance(given, str):
        if len(given) > MOST_CHARACTERS:
            raise InvalidDocument(f"文字太长：{len(given)}字", path)
        return given
    names = {bool: "true或false", int: "整数", float: "数字", str: "文字"}
    raise InvalidDocument(f"应为{names[wanted]}", path)


def join(path: str, name: str) -> str:
    """Write the place of a field, such as entries[2].title."""
    return f"{path}.{name}" if path else name
