"""Compares two versions of a text sentence by sentence; what only moved is a move."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import Indel

from qianliyan.text.diffing.alignment import Pair, aligned, comparable
from qianliyan.text.diffing.pieces import pieces_of
from qianliyan.text.diffing.rows import Piece, Row
from qianliyan.text.diffing.units import Unit, units_of

SHORTEST_MOVE = 5
MOVED = 0.8


def compare(old: str, new: str) -> list[Row]:
    """Return the rows of a page that shows both versions side by side."""
    lefts, rights = units_of(old), units_of(new)
    pairs = aligned([unit.text for unit in lefts], [unit.text for unit in rights])
    rows = [_row(_at(lefts, left), _at(rights, right)) for left, right in pairs]
    places = {pair: place for place, pair in enumerate(pairs)}
    for left, right in _moves(pairs, lefts, rights):
        here, there = places[(left, None)], places[(None, right)]
        before, after = pieces_of(lefts[left].text, rights[right].text)
        rows[here] = replace(rows[here], kind="moved", old=before, partner=there)
        rows[there] = replace(rows[there], kind="moved", new=after, partner=here)
    return rows


def _at(units: list[Unit], place: int | None) -> Unit | None:
    return None if place is None else units[place]


def _row(old: Unit | None, new: Unit | None) -> Row:
    if old is None and new is not None:
        return Row("added", (), (Piece("added", new.text),), None, new.span, new_opens=new.opens)
    if new is None and old is not None:
        return Row("removed", (Piece("removed", old.text),), (), old.span, None, old_opens=old.opens)
    if old is None or new is None:
        return Row("same")
    before, after = pieces_of(old.text, new.text)
    same = old.text == new.text
    return Row("same" if same else "changed", before, after, old.span, new.span, old.opens, new.opens)


def _moves(pairs: list[Pair], lefts: list[Unit], rights: list[Unit]) -> Iterator[tuple[int, int]]:
    """Pair what went in one place with what came in another, equal sentences first."""
    gone = [left for left, right in pairs if right is None and left is not None and _long_enough(lefts[left])]
    came = [right for left, right in pairs if left is None and right is not None and _long_enough(rights[right])]
    equal: dict[str, list[int]] = defaultdict(list)
    for right in reversed(came):
        equal[rights[right].text].append(right)
    left_over, taken = [], set()
    for left in gone:
        if equal[lefts[left].text]:
            right = equal[lefts[left].text].pop()
            taken.add(right)
            yield left, right
        else:
            left_over.append(left)
    yield from _reworded(left_over, [right for right in came if right not in taken], lefts, rights)


def _reworded(gone: list[int], came: list[int], lefts: list[Unit], rights: list[Unit]) -> Iterator[tuple[int, int]]:
    if not comparable([lefts[left].text for left in gone], [rights[right].text for right in came]):
        return
    free = set(came)
    for left in gone:
        likenesses = [
            (Indel.normalized_similarity(lefts[left].text, rights[right].text, score_cutoff=MOVED), -right)
            for right in free
        ]
        likeness, right = max(likenesses, default=(0.0, 0))
        if likeness:
            free.discard(-right)
            yield left, -right


def _long_enough(unit: Unit) -> bool:
    return len(unit.text) >= SHORTEST_MOVE
