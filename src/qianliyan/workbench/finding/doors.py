"""Offices and people of that name: the way to what they wrote."""

from collections.abc import Iterator
from dataclasses import dataclass

from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.offices.models import Office, Seat
from qianliyan.search.finding import Filters, Hit, search
from qianliyan.search.sources import source_of
from qianliyan.workbench.finding.wishes import Wish

MOST = 5


@dataclass(frozen=True)
class Door:
    """An office or somebody in it."""

    label: Text
    name: str
    about: str
    url: str


def doors(wish: Wish, seat: Seat) -> list[Door]:
    """Return the first offices and people whose name or initials were typed; a search that is narrowed has none."""
    if not wish.query.wanted or wish.after or wish.before or wish.office or wish.person:
        return []
    found = search(wish.query, Filters(sources=("office", "seat")), seat)
    return list(_doors(found.hits, wish))[:MOST]


def _doors(hits: list[Hit], wish: Wish) -> Iterator[Door]:
    for hit in hits:
        thing, label = hit.thing, source_of(type(hit.thing)).label
        if isinstance(thing, Office) and thing.closed_on is None:
            yield Door(label, thing.name, "", wish.url(q="", office=str(thing.uid)))
        elif isinstance(thing, Seat) and thing.holds_on(clock.today()):
            url = wish.url(q="", person=str(thing.uid))
            yield Door(label, thing.person.name, f"{thing.office.short_name} {thing.post.name}", url)
