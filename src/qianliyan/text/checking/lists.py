"""The curated lists that come with the library: tab-separated, one line an entry, `#` for remarks."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the list `name`, each with its cells; empty cells at the end are kept as empty strings."""
    text = (files("qianliyan.text.checking") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def cell(row: tuple[str, ...], place: int) -> str:
    """Return one cell of a row, empty if the row is shorter."""
    return row[place] if place < len(row) else ""
