"""Finding: lines from the index in order, then only what the seat may see of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Model

from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.search import marks
from qianliyan.search.index.asked import BOTTOM, TOP, Asked, Line
from qianliyan.search.index.choice import index
from qianliyan.search.models import Row
from qianliyan.search.places import first_of, last_of
from qianliyan.search.sources import Source, declared
from qianliyan.text.finding.asking import Query
from qianliyan.text.finding.grading import found

SIZE = 20
# The index leaves out what cannot be seen; more rounds only happen where a phrase is rare and its words are not.
MOST_ROUNDS = 8
ROUND = 3 * SIZE


@dataclass(frozen=True)
class Filters:
    """What narrows a search; empty means everything."""

    sources: tuple[str, ...] = ()
    kind: str = ""
    office: int | None = None
    author: int | None = None
    publication: int | None = None
    key_task: int | None = None
    since: date | None = None
    until: date | None = None
    by_day: bool = False


@dataclass(frozen=True)
class Hit:
    """Something found that the seat may see."""

    line: Line
    row: Row
    thing: Model


@dataclass(frozen=True)
class Found:
    """One page of hits with the places before and after it (none: there are no more)."""

    hits: list[Hit]
    newer: Line | None = None
    older: Line | None = None


def search(
    query: Query, filters: Filters, seat: Seat, *, after: Line | None = None, before: Line | None = None
) -> Found:
    """Return one page of what the seat may see, in the order of `text.finding.grading`."""
    asked = asked_by(query, filters, seat)
    if asked is None:
        return Found([])
    backward = before is not None
    start = (before or BOTTOM) if backward else (after or TOP)
    hits = list(_hits(asked, query, seat, start, backward=backward))
    more = len(hits) > SIZE
    hits = hits[:SIZE][::-1] if backward else hits[:SIZE]
    if not hits:
        return Found([])
    is_newer, is_older = (more, True) if backward else (after is not None, more)
    return Found(hits, hits[0].line if is_newer else None, hits[-1].line if is_older else None)


def asked_by(query: Query, filters: Filters, seat: Seat) -> Asked | None:
    """Return what the index is asked for this seat; nothing when it cannot see anything of it."""
    chosen = [source for source in declared() if not filters.sources or source.code in filters.sources]
    reach = [mark for source in chosen for mark in marks.reach_for(source, seat)]
    if not reach or not (query.wanted or _narrows(filters)):
        return None
    return Asked(
        query,
        tuple(reach),
        tuple(_marks(filters)),
        first_of(filters.since),
        last_of(filters.until),
        by_day=filters.by_day,
    )


def _narrows(filters: Filters) -> bool:
    return filters != replace(Filters(), by_day=filters.by_day)


def _marks(filters: Filters) -> Iterator[str]:
    if filters.kind:
        yield marks.kind_mark(filters.kind)
    if filters.office:
        yield marks.office_mark(filters.office)
    if filters.author:
        yield marks.author_mark(filters.author)
    if filters.publication:
        yield marks.publication_mark(filters.publication)
    if filters.key_task:
        yield marks.key_task_mark(filters.key_task)


def _hits(asked: Asked, query: Query, seat: Seat, beyond: Line, *, backward: bool) -> Iterator[Hit]:
    """Yield hits round by round until there is one more than a page."""
    seen = 0
    for _round in range(MOST_ROUNDS):
        lines = index().find(asked, beyond, ROUND if _round else SIZE + 1, backward=backward)
        if not lines:
            return
        for hit in _visible(lines, query, seat):
            seen += 1
            yield hit
        if seen > SIZE or len(lines) <= SIZE:
            return
        beyond = lines[-1]


def _visible(lines: Sequence[Line], query: Query, seat: Seat) -> Iterator[Hit]:
    """Keep what the seat may see, and of phrases over punctuation those that really stand there."""
    rows = {row.place: row for row in Row.objects.filter(place__in=[line.place for line in lines])}
    exact = any(len(term.runs) > 1 for term in (*query.wanted, *query.unwanted))
    things = _things(rows.values(), seat)
    for line in lines:
        row = rows.get(line.place)
        thing = things.get((row.source, row.thing_pk)) if row else None
        if row and thing and (not exact or found(query, row.title, row.body)):
            yield Hit(line, row, thing)


def _things(rows: Any, seat: Seat) -> dict[tuple[str, int], Model]:
    wanted: dict[str, list[int]] = {}
    for row in rows:
        wanted.setdefault(row.source, []).append(row.thing_pk)
    return {
        (source.code, thing.pk): thing
        for source in declared()
        if source.code in wanted
        for thing in _seen(source, seat, wanted[source.code])
    }


def _seen(source: Source[Any], seat: Seat, pks: list[int]) -> list[Model]:
    """Return the things of these numbers that the seat may see: the last word about every result."""
    things = source.shown(visible_to(source.model, seat))
    return list(things.filter(pk__in=pks))
