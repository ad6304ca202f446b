"""Marks: short words beside the text by which the index narrows a search. All begin with m and are longer than two.

A reach mark says by which path of its audience a thing can be reached from which office or by which person, so that
the index leaves out what a seat cannot see anyway. It is never the last word: `visible_to` is.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, Q

from qianliyan.offices.audiences import Path, paths_of
from qianliyan.offices.models import Seat
from qianliyan.search.sources import Document, Source


def source_mark(code: str) -> str:
    """Mark the kind of thing."""
    return f"ms{code}"


def kind_mark(kind: str) -> str:
    """Mark the kind of information (种类)."""
    return f"mk{kind.replace('_', '')}"


def office_mark(pk: int) -> str:
    """Mark an office whose work it is."""
    return f"mo{pk}"


def author_mark(pk: int) -> str:
    """Mark the person who wrote it."""
    return f"ma{pk}"


def publication_mark(pk: int) -> str:
    """Mark the publication."""
    return f"mp{pk}"


def key_task_mark(pk: int) -> str:
    """Mark the key task."""
    return f"mt{pk}"


def marks_of(source: Source[Any], thing: Model, document: Document) -> str:
    """Return every mark of a thing in one line."""
    found = [source_mark(source.code), *(office_mark(pk) for pk in document.offices)]
    found += [kind_mark(document.kind)] if document.kind else []
    found += [author_mark(document.author)] if document.author else []
    found += [publication_mark(document.publication)] if document.publication else []
    found += [key_task_mark(pk) for pk in document.key_tasks]
    return " ".join(sorted({*found, *_reach_of(source, thing)}))


def reach_for(source: Source[Any], seat: Seat) -> list[str]:
    """Return the marks of the paths that are open to a seat."""
    found = []
    for place, path in enumerate(paths_of(source.model)):
        if not path.open_to(seat):
            continue
        office = seat.office_id if path.office else None
        person = seat.person_id if path.person else None
        found.append(_reach_mark(source, place, office, person))
    return found


def _reach_mark(source: Source[Any], place: int, office: int | None, person: int | None) -> str:
    return f"mr{source.code}{place}o{office or 0}p{person or 0}"


def _reach_of(source: Source[Any], thing: Model) -> Iterator[str]:
    for place, path in enumerate(paths_of(source.model)):
        for office, person in _ends(path, thing):
            yield _reach_mark(source, place, office, person)


def _ends(path: Path, thing: Model) -> list[tuple[int | None, int | None]]:
    """Return the offices and people to which the path leads; own columns need no query."""
    lookups = [lookup for lookup in (path.office, path.person) if lookup]
    if path.where is None and all("__" not in lookup for lookup in lookups):
        return [tuple(getattr(thing, f"{lookup}_id") if lookup else None for lookup in (path.office, path.person))]  # type: ignore[list-item]
    rows = type(thing)._default_manager.filter(path.where or Q(), pk=thing.pk)  # noqa: SLF001
    if not lookups:
        return [(None, None)] if rows.exists() else []
    found = {tuple(row) for row in rows.order_by().values_list(*lookups)}
    return [(row[0] if path.office else None, row[-1] if path.person else None) for row in found]
