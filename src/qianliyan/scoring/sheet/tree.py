"""A scheme's YAML as a tree that can be changed and written again: remarks, order and numbers stay as they were."""

import re
from collections.abc import MutableMapping, MutableSequence
from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import StringMark
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.tokens import CommentToken

from qianliyan.scoring.source import DecimalConstructor, Place

WIDEST = 1_000_000
FIRST_LIST = re.compile(r"^( *)[^ #\n-].*:[ ]*\n( *)- ", re.MULTILINE)
Container = CommentedMap | CommentedSeq
START = StringMark("", 0, 0, 0, "", 0)


class DecimalRepresenter(RoundTripRepresenter):
    """Writes decimals as they were read."""


def written(representer: DecimalRepresenter, value: Decimal) -> ScalarNode:
    """Write 1.50 as 1.50."""
    node: ScalarNode = representer.represent_scalar("tag:yaml.org,2002:float", str(value))
    return node


DecimalRepresenter.add_representer(Decimal, written)


def load(text: str) -> CommentedMap:
    """Read a text that is known to be readable."""
    tree: CommentedMap = _yaml(text).load(text)
    return tree


def dump(tree: CommentedMap, like: str) -> str:
    """Write a tree with the indentation of the text it came from."""
    out = StringIO()
    _yaml(like).dump(tree, out)
    return out.getvalue()


def at(tree: Any, path: Place) -> Any:
    """Return what stands at a place."""
    for part in path:
        tree = tree[part]
    return tree


def drop(mapping: CommentedMap, key: Any) -> None:
    """Take an entry out; what is remarked below it, about what follows, stays."""
    below = _cut(mapping, key)
    keys = list(mapping)
    place = keys.index(key)
    del mapping[key]
    mapping.ca.items.pop(key, None)
    if below and place:
        _attach(mapping, keys[place - 1], below)
    elif below and len(keys) > 1:
        remark = "\n".join(line.strip().removeprefix("#").strip() for line in below.strip().split("\n"))
        mapping.yaml_set_comment_before_after_key(keys[1], before=remark)


def put(mapping: CommentedMap, key: Any, value: Any, *, before: Any = None) -> None:
    """Add an entry, at the end or before another; remarks about what follows the mapping stay behind it."""
    keys = list(mapping)
    if before in keys:
        mapping.insert(keys.index(before), key, value)
        return
    below = _cut(mapping, keys[-1]) if keys else ""
    mapping[key] = value
    _attach(mapping, key, below)


def append(sequence: CommentedSeq, value: Any) -> None:
    """Add to a list; remarks about what follows the list stay behind it."""
    below = _cut(sequence, len(sequence) - 1) if sequence else ""
    sequence.append(value)
    _attach(sequence, len(sequence) - 1, below)


def flow(value: MutableMapping[Any, Any] | MutableSequence[Any]) -> Container:
    """Make something that is written on one line."""
    made: Container
    if isinstance(value, MutableMapping):
        made = CommentedMap({key: flow(one) if isinstance(one, dict | list) else one for key, one in value.items()})
    else:
        made = CommentedSeq([flow(one) if isinstance(one, dict | list) else one for one in value])
    made.fa.set_flow_style()
    return made


def _yaml(like: str) -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor, yaml.Representer = DecimalConstructor, DecimalRepresenter
    yaml.preserve_quotes, yaml.width = True, WIDEST
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    dashes = FIRST_LIST.search(like)
    offset = len(dashes[2]) - len(dashes[1]) if dashes else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _cut(container: Container, key: Any) -> str:
    """Take away what is remarked below an entry, which the reader hangs on the last word before it."""
    if key not in container and not isinstance(container, CommentedSeq):
        return ""
    value = container[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        return _cut(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    place = 2 if isinstance(container, CommentedMap) else 0
    tokens = container.ca.items.get(key)
    if not tokens or tokens[place] is None:
        return ""
    beside, _newline, below = tokens[place].value.partition("\n")
    tokens[place] = CommentToken(beside + "\n", tokens[place].start_mark, None) if beside else None
    return str(below)


def _attach(container: Container, key: Any, below: str) -> None:
    if not below or container.fa.flow_style():
        return
    place = 2 if isinstance(container, CommentedMap) else 0
    tokens = container.ca.items.setdefault(key, [None, None, None, None])
    before = tokens[place].value.rstrip("\n") if tokens[place] else ""
    tokens[place] = CommentToken(f"{before}\n{below}", START, None)
