"""Ruled tables in running text, such as the scores of a circular."""

from qianliyan.typesetting import titles
from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.model import Table
from qianliyan.typesetting.paper import Block, Cell, Grid, Line, Run
from qianliyan.typesetting.pieces import Layout

MOST_COLUMNS = 16
SHORT = 7


def grids(table: Table, layout: Layout) -> list[Block]:
    """Set a table across the type area, its caption above and its header repeated on every page."""
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return []
    if count > MOST_COLUMNS:
        raise InvalidDocument(f"表格有{count}列，最多{MOST_COLUMNS}列", "tables")
    page = layout["page"]
    total = page["width"] - page["left"] - page["right"]
    shares = table.widths if len(table.widths) == count else natural(table, count)
    sides = [side(table, at) for at in range(count)]
    widths = tuple(round(total * share / sum(shares), 2) for share in shares)
    rows = tuple(
        tuple(
            Cell(text, "cell_head" if number < table.header else sides[at])
            for at, text in enumerate(padded(row, count))
        )
        for number, row in enumerate(table.rows)
    )
    caption: list[Block] = [Line("caption", (Run(table.caption),), keep=True)] if table.caption else []
    return [*caption, Grid(widths, rows, min(table.header, len(rows)))]


def natural(table: Table, count: int) -> tuple[float, ...]:
    """Give each column the room of its longest cell, within reason."""
    return tuple(
        min(max((titles.width(row[at]) for row in table.rows if at < len(row)), default=1) + 1.5, 24)
        for at in range(count)
    )


def padded(row: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Fill a short row with empty cells."""
    return (*row, *[""] * (count - len(row)))


def side(table: Table, at: int) -> str:
    """Centre a column of short cells such as numbers; one with longer words stands at the left."""
    widest = max((titles.width(row[at]) for row in table.rows[table.header :] if at < len(row)), default=0)
    return "cell_center" if widest <= SHORT else "cell"
