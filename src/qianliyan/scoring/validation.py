"""The published JSON Schema, with its complaints in Chinese and at the line they concern."""

import difflib
import json
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema

from qianliyan.scoring.errors import Problem
from qianliyan.scoring.source import Source

TYPES = {
    "object": "一组项目",
    "array": "列表",
    "string": "文字",
    "number": "数",
    "integer": "整数",
    "boolean": "true或false",
}


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema of schemes."""
    text = files("qianliyan.scoring").joinpath("scheme.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def problems(source: Source) -> list[Problem]:
    """List everything in which a scheme departs from the JSON Schema."""
    validator = jsonschema.Draft202012Validator(schema())
    return [problem(source, error) for error in validator.iter_errors(source.data)]


def problem(source: Source, error: Any) -> Problem:
    """Say what is wrong with one value, and where it stands."""
    path = tuple(error.absolute_path)
    extras = extra_keys(error)
    return source.problem((*path, extras[0]) if extras else path, f"{place(path, error)}{reason(error, extras)}")


def place(path: tuple[Any, ...], error: Any) -> str:
    """Name the value by the Chinese title of its kind."""
    title = error.schema.get("title", "")
    key = f"{path[-1]}" if path and isinstance(path[-1], str) else ""
    return f"“{key or title}”" + (f"（{title}）" if key and title and title != key else "") if key or title else ""


def extra_keys(error: Any) -> list[str]:
    """List the keys that nobody knows."""
    if error.validator != "additionalProperties" or not isinstance(error.instance, dict):
        return []
    return [key for key in error.instance if key not in error.schema.get("properties", {})]


def reason(error: Any, extras: list[str]) -> str:
    """Translate one complaint."""
    if extras:
        known = list(error.schema.get("properties", {}))
        if any(sign in extras[0] for sign in " +-*/)）"):
            return f"里的“{extras[0]}”不是项目名；公式含逗号时要加引号"
        near = difflib.get_close_matches(extras[0], known, 1)
        return f"里有不认识的项“{extras[0]}”" + (f"，是否为“{near[0]}”" if near else f"；可用：{'、'.join(known)}")
    return SENTENCES.get(error.validator, other)(error)


def required(error: Any) -> str:
    """Say which entry is missing."""
    key = re.findall(r"'([^']+)' is a required", error.message)[0]
    part = error.schema.get("properties", {}).get(key, {})
    if "title" not in part and "$ref" in part:
        part = schema()["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return f"缺少“{key}”" + (f"（{part['title']}）" if "title" in part else "")


def wrong_type(error: Any) -> str:
    """Say what kind of value is wanted."""
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return f"应是{'、'.join(TYPES[kind] for kind in wanted)}"


def outside(error: Any) -> str:
    """List the values that are allowed."""
    labels = error.schema.get("x-labels", [""] * len(error.validator_value))
    choices = (
        f"{value}{f'（{label}）' if label else ''}" for value, label in zip(error.validator_value, labels, strict=True)
    )
    return f"不能是“{error.instance}”；可用：{'、'.join(choices)}"


def pattern(error: Any) -> str:
    """Say that a text is not of the right form."""
    hint = error.schema.get("description", "")
    return f"写法不对：“{error.instance}”" + (f"；应为{hint}" if hint else "")


def other(error: Any) -> str:
    """Say the rare complaints in general words."""
    return f"不合要求（{error.validator}：{error.validator_value}）"


SENTENCES: dict[str, Callable[[Any], str]] = {
    "required": required,
    "type": wrong_type,
    "enum": outside,
    "pattern": pattern,
    "minItems": lambda _: "不能是空列表",
    "minProperties": lambda _: "不能为空",
    "minLength": lambda _: "不能为空",
    "maxLength": lambda error: f"不能超过{error.validator_value}个字",
    "uniqueItems": lambda _: "有重复",
    "minimum": lambda error: f"不能小于{error.validator_value}",
    "maximum": lambda error: f"不能大于{error.validator_value}",
    "oneOf": lambda error: f"须有且只有其一：{'、'.join(part['required'][0] for part in error.validator_value)}",
    "dependentRequired": lambda error: (
        "须同时写明：" + "、".join(f"{key}和{'、'.join(need)}" for key, need in error.validator_value.items())
    ),
}
