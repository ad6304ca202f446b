"""Reading a scheme's YAML so that every value keeps its line, and no value is silently changed.

`on` stays a word, 0.1 stays one tenth: YAML 1.2 with decimals. What the words mean is not known here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode

from qianliyan.scoring.errors import Problem, SchemeRefused

Place = tuple[str | int, ...]
DEEPEST = 40
MOST_VALUES = 200_000
REASONS = {
    "mapping values are not allowed here": "这里不能再有冒号（是否缺了换行、缩进或引号）",
    "could not find expected ':'": "这一行缺少冒号",
    "expected <block end>": "缩进与上一行不齐",
    "cannot start any token": "有不能直接书写的字符（制表符不能用来缩进，特殊字符要加引号）",
    "found undefined alias": "引用了没有定义的锚点",
    "found unexpected end of stream": "文件不完整，引号或括号没有收尾",
}


class DecimalConstructor(RoundTripConstructor):
    """Builds decimals where YAML has floating-point numbers."""


def decimal(constructor: DecimalConstructor, node: ScalarNode) -> Decimal | str:
    """Keep a number with a point exactly as written; infinities and the like stay text and are refused later."""
    text = constructor.construct_scalar(node)
    try:
        return Decimal(text.replace("_", ""))
    except ArithmeticError:
        return str(text)


DecimalConstructor.add_constructor("tag:yaml.org,2002:float", decimal)


@dataclass(frozen=True, slots=True)
class Source:
    """Plain data, and the position of each of its values."""

    name: str
    data: Any
    positions: dict[Place, tuple[int, int]]

    def problem(self, path: Place, text: str) -> Problem:
        """Point to a value, or to the nearest one around it that stands in the file."""
        while path and path not in self.positions:
            path = path[:-1]
        line, column = self.positions.get(path, (1, 1))
        return Problem(line, column, text)


def read_file(path: Path) -> Source:
    """Read a scheme file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SchemeRefused([Problem(0, 0, f"读不出文件：{error.strerror}")], str(path)) from error
    except UnicodeDecodeError as error:
        raise SchemeRefused([Problem(0, 0, "不是UTF-8编码的文本")], str(path)) from error
    return read_text(text, str(path))


def read_text(text: str, name: str = "") -> Source:
    """Read a scheme's text; refuse what is not one YAML mapping without repeated keys."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = DecimalConstructor
    try:
        loaded = yaml.load(text)
    except MarkedYAMLError as error:
        raise SchemeRefused([syntax_problem(error)], name) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise SchemeRefused([Problem(1, 1, f"YAML写法有误：{error}".splitlines()[0])], name) from error
    positions: dict[Place, tuple[int, int]] = {(): (1, 1)}
    return Source(name, Plain(positions, name).of(loaded, ()), positions)


def syntax_problem(error: MarkedYAMLError) -> Problem:
    """Say in Chinese what the YAML reader stumbled over."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(error.problem or error.context or "")
    if isinstance(error, DuplicateKeyError):
        return Problem(line, column, f"同一处有两个相同的项：{said.split(chr(34))[1] if chr(34) in said else said}")
    reason = next((text for part, text in REASONS.items() if part in said), said)
    return Problem(line, column, f"YAML写法有误：{reason}")


class Plain:
    """Turns the reader's containers into plain ones and notes where everything stood."""

    def __init__(self, positions: dict[Place, tuple[int, int]], name: str) -> None:
        self.positions = positions
        self.name = name

    def of(self, value: Any, path: Place) -> Any:
        """Copy a value; aliases are copied out, so a file that contains itself is refused."""
        if len(path) > DEEPEST or len(self.positions) > MOST_VALUES:
            raise SchemeRefused([Problem(1, 1, "内容嵌套过深或过大（锚点是否引用了自身）")], self.name)
        if isinstance(value, CommentedMap):
            return {key_text(key): self.entry(value.lc.data, key, item, path) for key, item in value.items()}
        if isinstance(value, CommentedSeq):
            return [self.item(value, index, path) for index in range(len(value))]
        if isinstance(value, date):
            return value.isoformat()
        return str(value) if isinstance(value, str) else value

    def entry(self, places: Any, key: Any, item: Any, path: Place) -> Any:
        """Copy one entry of a mapping."""
        here = (*path, key_text(key))
        if places and key in places:
            self.positions[here] = (places[key][0] + 1, places[key][1] + 1)
        return self.of(item, here)

    def item(self, sequence: CommentedSeq, index: int, path: Place) -> Any:
        """Copy one entry of a list."""
        here = (*path, index)
        place = sequence.lc.item(index)
        self.positions[here] = (place[0] + 1, place[1] + 1)
        return self.of(sequence[index], here)


def key_text(key: Any) -> str:
    """Write a key as it stands in the file: a row for yes is `true`, and the fact of untruth is `false`."""
    return str(key).lower() if isinstance(key, bool) else str(key)
