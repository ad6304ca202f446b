"""The pieces of an issue: contents, editor's note, columns with their items, and an index of units."""

from collections.abc import Sequence
from dataclasses import replace

from qianliyan.typesetting import items
from qianliyan.typesetting.model import Bulletin, Entry
from qianliyan.typesetting.paper import Block, Gap, Line, Pair, Run
from qianliyan.typesetting.pieces import Layout
from qianliyan.typesetting.slots import filled


def columns(document: Bulletin, layout: Layout) -> list[tuple[str, list[tuple[str, Entry]]]]:
    """Group the items by column in the publication's order; empty columns are dropped unless the layout keeps them.

    What has no column comes before all columns.
    """
    groups: dict[str, list[tuple[str, Entry]]] = {name: [] for name in ("", *document.columns)}
    for number, entry in enumerate(document.entries, 1):
        groups.setdefault(entry.column, []).append((f"item_{number}", entry))
    keep = layout["columns"]["empty"] == "kept"
    return [(name, entries) for name, entries in groups.items() if entries or (keep and name)]


def contents(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """List the titles under 本期要目, by column where there are columns."""
    if not document.contents or len(document.entries) < 2:
        return []
    texts = layout["texts"]
    blocks: list[Block] = [Line("contents_heading", (Run(texts["contents_heading"]),), keep=True)]
    for name, entries in columns(document, layout):
        if name and layout["columns"]["contents"] and any(entry.title for _, entry in entries):
            blocks.append(
                Line("contents_column", (Run(filled(layout["columns"]["heading"], {"column": name})),), keep=True)
            )
        for number, (place, entry) in enumerate(entries, 1):
            if entry.title:
                mark = filled(texts["contents_mark"], {"n": str(number), "cn": items.numeral(number)})
                runs = (Run(mark), Run(items.one_line(entry.title)), *paged(layout, place))
                blocks.append(Line("contents", runs, to=place))
    return blocks


def paged(layout: Layout, place: str) -> tuple[Run, ...]:
    """Lead from a title to its page, where the layout wants numbers in the contents."""
    return (Run(fill=True), Run(page_of=place)) if layout["contents"]["pages"] else ()


def index(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """List the units with the pages of their items."""
    words = [(place, entry.units) for place, entry in in_order(document, layout)]
    return indexed(words, layout["texts"]["index_heading"])


def subject_index(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """List the free subjects with the pages of their items; the index of units follows with some room between."""
    words = [(place, entry.subjects) for place, entry in in_order(document, layout)]
    found = indexed(words, layout["texts"]["subjects_heading"])
    return [*found, Gap(1)] if found else []


def in_order(document: Bulletin, layout: Layout) -> list[tuple[str, Entry]]:
    """List the items as they stand in the book, column by column, so that an index counts its pages upwards."""
    return [one for _name, group in columns(document, layout) for one in group]


def indexed(words: Sequence[tuple[str, tuple[str, ...]]], heading: str) -> list[Block]:
    """List the words with their pages; the order of GB 18030 is that of pinyin for common characters."""
    places: dict[str, list[str]] = {}
    for place, own in words:
        for word in dict.fromkeys(own):
            places.setdefault(word, []).append(place)
    head: list[Block] = [Line("contents_heading", (Run(heading),), level=2, keep=True)]
    ordered = sorted(places, key=lambda word: word.encode("gb18030", "replace"))
    return head + [Line("contents", index_line(word, places[word])) for word in ordered] if places else []


def index_line(word: str, places: list[str]) -> tuple[Run, ...]:
    """Set a word of an index and its pages."""
    numbers = [part for place in places for part in (Run("、"), Run(page_of=place))]
    return (Run(word), Run(fill=True), *numbers[1:])


def note(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the editor's note of the whole issue."""
    return items.noted(document.note, layout)


def entries(document: Bulletin, layout: Layout, _piece: Layout) -> list[Block]:
    """Set all items, each column under its heading."""
    blocks: list[Block] = []
    for name, group in columns(document, layout):
        if name:
            heading = filled(layout["columns"]["heading"], {"column": name})
            blocks.append(Line("column", (Run(heading),), level=2, keep=True))
        for number, (place, entry) in enumerate(group, 1):
            blocks += named(items.item(entry, number, layout), place)
            blocks.append(Gap(layout["items"]["gap"]))
    return blocks[:-1] if blocks and isinstance(blocks[-1], Gap) else blocks


def named(blocks: list[Block], name: str) -> list[Block]:
    """Make the first line of an item a place that the contents lead to."""
    for at, block in enumerate(blocks):
        if isinstance(block, Line | Pair):
            return [*blocks[:at], replace(block, name=name), *blocks[at + 1 :]]
    return blocks


PIECES = {"contents": contents, "note": note, "entries": entries, "subjects": subject_index, "index": index}
