"""The cells of a rule: its points however they are formed, and its factors."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml.comments import CommentedMap

from qianliyan.scoring.attributes import LEVELS, label
from qianliyan.scoring.points import OTHERWISE, row_word
from qianliyan.scoring.sheet.cells import COUNT, NEW, NUMBER, WORD, Blank, Cell
from qianliyan.scoring.source import Place, key_text

KINDS = ("implementation", "experience", "warning", "problem", "ordinary")
FORMS = ("brief", "single", "composite", "special", "research")
# Attributes whose values an assessor says in Chinese and the facts spell otherwise.
SPELLED = {"level": LEVELS, "leader_level": LEVELS, "kind": KINDS, "form": FORMS, "principal": ("true", "false")}


def value_cells(path: Place, data: Any, seen: set[int]) -> Iterator[Cell]:
    """Return the numbers of `points`; what an anchor repeats is shown where it is written first."""
    if not isinstance(data, CommentedMap):
        yield Cell(path, "分值", str(data))
    elif id(data) not in seen:
        seen.add(id(data))
        yield from _of_mapping(path, data, seen)


def table_cells(path: Place, by: list[str], rows: Any, seen: set[int], before: str = "") -> Iterator[Cell]:
    """Return every number of a table, named by its rows; an emptied row goes."""
    if not isinstance(rows, CommentedMap):
        yield Cell(path, before, str(rows), may_go=True)
    elif id(rows) not in seen:
        seen.add(id(rows))
        for key, row in rows.items():
            said = key_text(key) if key_text(key) == OTHERWISE or not by else row_word(by[0], key)
            yield from table_cells((*path, key), by[1:], row, seen, f"{before} · {said}" if before else said)


def factor_cells(path: Place, factors: Any, conditions: list[str], seen: set[int]) -> Iterator[Cell]:
    """Return the factors with their reasons."""
    if not factors or id(factors) in seen:
        return
    seen.add(id(factors))
    for place, factor in enumerate(factors):
        yield Cell((*path, place, "times"), f"{factor.get('why') or conditions[place]}，乘以", str(factor["times"]))


def keys_of(data: Any) -> list[str]:
    """Return the attributes by which a table is keyed."""
    by = data.get("by", [])
    return [by] if isinstance(by, str) else list(by)


def new_row(path: Place, data: Any, *, kind: str = NUMBER) -> Blank | None:
    """Return the empty line of a table that has one key."""
    by = keys_of(data)
    if len(by) != 1 or not isinstance(data.get("table"), CommentedMap):
        return None
    place = (*path, "table", NEW)
    cells = (Cell((*place, "row"), label(by[0]), kind=WORD), Cell((*place, "value"), "数值", kind=kind))
    return Blank(f"加一种{label(by[0])}", place, cells)


def spelled(by: str, word: str) -> Any:
    """Spell a row as the facts do: 简讯 is `brief`; what the office named itself stays."""
    codes = SPELLED.get(by, ())
    found = next((code for code in codes if word in (code, label(code), row_word(by, code))), word)
    if by == "principal":
        return {"是": True, "true": True, "否": False, "false": False}.get(found, word)
    return found


def target_cells(path: Place, data: Any, seen: set[int]) -> Iterator[Cell]:
    """Return how much a quota asks for."""
    if not isinstance(data, CommentedMap):
        yield Cell(path, "任务数", str(data))
    elif "table" in data:
        yield from table_cells((*path, "table"), keys_of(data), data["table"], seen)
    elif "per_head" in data:
        yield Cell((*path, "per_head"), "每人", str(data["per_head"]))


def places_cells(path: Place, data: Any, seen: set[int]) -> Iterator[Cell]:
    """Return how many are chosen, in all groups alike or group by group."""
    if not isinstance(data, CommentedMap):
        yield Cell(path, "每组名额", str(data), kind=COUNT)
    elif id(data) not in seen:
        seen.add(id(data))
        for group, number in data.items():
            yield Cell((*path, group), key_text(group), str(number), kind=COUNT)


def _of_mapping(path: Place, data: CommentedMap, seen: set[int]) -> Iterator[Cell]:
    if isinstance(data.get("table"), CommentedMap):
        yield from table_cells((*path, "table"), keys_of(data), data["table"], seen)
    elif "product" in data:
        for place, part in enumerate(data["product"]):
            yield from value_cells((*path, "product", place), part, seen)
    elif "entered" in data:
        for end, said in (("min", "录入不少于"), ("max", "录入不超过")):
            written = str(data["entered"].get(end, ""))
            yield Cell((*path, "entered", end), said, written, may_go=True)
