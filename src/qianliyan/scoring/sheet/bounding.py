"""Caps and floors of columns, period by period."""

from collections.abc import Iterator

from ruamel.yaml.comments import CommentedMap

from qianliyan.scoring.periods import KIND_NAMES, KINDS
from qianliyan.scoring.scheme import Column, Scheme
from qianliyan.scoring.sheet.cells import CHOICE, NEW, Blank, Block, Cell, Row
from qianliyan.scoring.source import Place

EACH = tuple((kind, f"每{KIND_NAMES[kind]}") for kind in KINDS)


def capped(root: CommentedMap, scheme: Scheme) -> Block:
    """Show every column with its bounds, also those that the text does not describe."""
    described = [data["column"] for data in root.get("columns", ())]
    rows = [_row(root, place, scheme.column(name)) for place, name in enumerate(described)]
    plain = [column for column in scheme.columns if column.name not in described]
    line = root.lc.data["columns"][0] + 1 if "columns" in root else 1
    rows += [Row(one.name, line, said="各条相加", blank=_blank(("columns", NEW, one.name))) for one in plain]
    return Block("封顶和保底", tuple(rows))


def _row(root: CommentedMap, place: int, column: Column) -> Row:
    data, path = root["columns"][place], ("columns", place)
    cells = tuple(cell for part in range(len(data.get("bounds", ()))) for cell in _bound(root, (*path, "bounds", part)))
    said = column.formula.text if column.formula else "各条相加"
    blank = _blank((*path, "bounds", NEW))
    return Row(column.name, data.lc.line + 1, column.clause, said, cells, column.note, blank)


def _bound(root: CommentedMap, path: Place) -> Iterator[Cell]:
    bound = root["columns"][path[1]]["bounds"][path[3]]
    yield Cell((*path, "each"), "期间", bound["each"], CHOICE, EACH)
    for end, said in (("max", "不超过"), ("min", "不低于")):
        yield Cell((*path, end), said, str(bound.get(end, "")), may_go=True)


def _blank(place: Place) -> Blank:
    cells = (Cell((*place, "each"), "期间", "", CHOICE, EACH), Cell((*place, "max"), "不超过"))
    return Blank("加一道封顶", place, cells)
