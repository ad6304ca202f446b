"""What was typed goes back into the text: changed values in their places, emptied ones out, new ones behind the old."""

import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from qianliyan.scoring import reading
from qianliyan.scoring.errors import SchemeRefused
from qianliyan.scoring.exact import exact
from qianliyan.scoring.points import OTHERWISE
from qianliyan.scoring.sheet import tree
from qianliyan.scoring.sheet.cells import CHOICE, COUNT, NAMES, NEW, NUMBER, Blank, Cell
from qianliyan.scoring.sheet.drawing import drawn
from qianliyan.scoring.sheet.values import keys_of, spelled
from qianliyan.scoring.source import Place

SEPARATORS = "、，,；; 　"


class NotFilled(Exception):
    """What was typed cannot stand; each complaint with the name of its cell, or none for the whole."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__("；".join(self.problems.values()))


def filled(text: str, typed: Mapping[str, str]) -> str:
    """Return the text with what was typed into the cells of its sheet; the same text when nothing was changed."""
    sheet = drawn(text)
    problems: dict[str, str] = {}
    changed = [(cell, _read(cell, typed[cell.name], problems)) for cell in sheet.cells() if _changed(cell, typed)]
    added = [(blank, values) for blank in sheet.blanks() if (values := _new(blank, typed, problems))]
    if problems:
        raise NotFilled(problems)
    if not changed and not added:
        return text
    root = tree.load(text)
    for cell, value in changed:
        _set(root, cell, value, problems)
    for blank, values in added:
        _add(root, blank, values, problems)
    _prune(root)
    if problems:
        raise NotFilled(problems)
    return _checked(tree.dump(root, text))


def _changed(cell: Cell, typed: Mapping[str, str]) -> bool:
    return cell.name in typed and typed[cell.name].strip() != cell.text


def _new(blank: Blank, typed: Mapping[str, str], problems: dict[str, str]) -> dict[str, Any]:
    given = {cell: typed.get(cell.name, "").strip() for cell in blank.cells}
    words = [cell for cell, word in given.items() if word and cell.kind != CHOICE]
    if not words:
        return {}
    return {str(cell.path[-1]): _read(cell, word, problems) for cell, word in given.items()}


def _read(cell: Cell, typed: str, problems: dict[str, str]) -> Any:
    """Read what was typed into a cell; a full-width digit is a digit."""
    word = typed.strip()
    if not word and cell.may_go:
        return None
    if not word:
        problems[cell.name] = f"“{cell.label}”不能空着"
        return None
    return READERS.get(cell.kind, _word)(cell, word, problems)


def _number(cell: Cell, word: str, problems: dict[str, str]) -> Any:
    plain = unicodedata.normalize("NFKC", word).replace(" ", "").replace("⁄", "/")
    try:
        exact(plain)
    except ValueError:
        problems[cell.name] = f"“{cell.label}”应填数，如5、0.5、1/2，不是“{word}”"
        return None
    if plain.lstrip("+-").isdigit():
        return int(plain)
    return Decimal(plain) if set(plain) <= set("0123456789.+-") else plain


def _count(cell: Cell, word: str, problems: dict[str, str]) -> Any:
    plain = unicodedata.normalize("NFKC", word)
    if not (plain.isascii() and plain.isdigit() and len(plain) < 7):
        problems[cell.name] = f"“{cell.label}”应填整数，不是“{word}”"
        return None
    return int(plain)


def _choice(cell: Cell, word: str, problems: dict[str, str]) -> Any:
    if word not in dict(cell.choices):
        problems[cell.name] = f"“{cell.label}”请从列表里选"
    return word


def _names(_cell: Cell, word: str, _problems: dict[str, str]) -> Any:
    for sign in SEPARATORS:
        word = word.replace(sign, "、")
    names = [name for name in word.split("、") if name]
    return names[0] if len(names) == 1 else tree.flow(names)


def _word(_cell: Cell, word: str, _problems: dict[str, str]) -> Any:
    return word


READERS: dict[str, Callable[[Cell, str, dict[str, str]], Any]] = {
    NUMBER: _number,
    COUNT: _count,
    CHOICE: _choice,
    NAMES: _names,
}


def _set(root: CommentedMap, cell: Cell, value: Any, problems: dict[str, str]) -> None:
    holder, key = tree.at(root, cell.path[:-1]), cell.path[-1]
    if value is not None and key in _keys(holder):
        holder[key] = value
    elif value is not None:
        tree.put(holder, key, value)
    elif len(holder) == 1 and cell.path[-2] == "table":
        problems[cell.name] = f"分值表至少留一行，“{cell.label}”不能删去"
    elif key in holder:
        tree.drop(holder, key)


def _keys(holder: Any) -> Any:
    return holder if isinstance(holder, CommentedMap) else range(len(holder))


def _add(root: CommentedMap, blank: Blank, values: dict[str, Any], problems: dict[str, str]) -> None:
    place = blank.place
    if place[-2] == "table":
        _add_row(root, blank, values, problems)
    elif place[0] == "columns":
        _add_bound(root, place, values)
    elif place[0] == "quotas":
        _append(root, "quotas", {**values, "count": {"fact": values["count"]}})
    else:
        _append(root, "groups", {"group": values["group"], "when": {"group": values["when"]}})


def _add_row(root: CommentedMap, blank: Blank, values: dict[str, Any], problems: dict[str, str]) -> None:
    holder = tree.at(root, blank.place[:-2])
    key = spelled(keys_of(holder)[0], str(values["row"]))
    if key in holder["table"]:
        problems[blank.cells[0].name] = f"表里已有“{values['row']}”，请直接改它的数值"
        return
    tree.put(holder["table"], key, values["value"], before=OTHERWISE)


def _add_bound(root: CommentedMap, place: Place, values: dict[str, Any]) -> None:
    bound = tree.flow({"each": values["each"], "max": values["max"]})
    if place[1] == NEW:
        _append(root, "columns", {"column": place[2], "bounds": [bound]})
        return
    column = root["columns"][place[1]]
    if "bounds" in column:
        tree.append(column["bounds"], bound)
    else:
        tree.put(column, "bounds", tree.flow([bound]))


def _append(root: CommentedMap, section: str, values: dict[str, Any]) -> None:
    if section not in root:
        tree.put(root, section, CommentedSeq())
    tree.append(root[section], tree.flow(values))


def _prune(root: CommentedMap) -> None:
    """Take out bounds that bound nothing any more."""
    for column in root.get("columns", ()):
        bounds = column.get("bounds", ())
        for place in reversed(range(len(bounds))):
            if not {"min", "max"} & set(bounds[place]):
                del bounds[place]
        if "bounds" in column and not bounds:
            tree.drop(column, "bounds")


def _checked(text: str) -> str:
    """Refuse what would no longer be a scheme, every reason at its line."""
    try:
        reading.read_text(text)
    except SchemeRefused as refusal:
        found = "；".join(f"第{one.line}行：{one.text}" for one in refusal.problems)
        raise NotFilled({"": f"这样改，办法就不能用了：{found}"}) from refusal
    return text
