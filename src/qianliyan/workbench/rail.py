"""The rail as the template shows it: the places that a seat's powers open, and its office's bulletins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Issue, Publication
from qianliyan.bulletins.queries.numbers import last_number
from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.places import AFTER_BULLETINS, BEFORE_BULLETINS, BULLETINS, URGENT, Place
from qianliyan.workbench.prepared import rows

# Piles that are told only when there is something in them.
QUIET = {"returned", "errands", "requests", "running"}
OPEN = (IssueState.COMPOSING, IssueState.AWAITING)


@dataclass(frozen=True)
class Entry:
    """One entry."""

    label: str
    url: str
    count: int | str | None = None
    key: str = ""
    active: bool = False
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    label: str
    entries: list[Entry]


def piles_of(seat: Seat) -> list[Pile]:
    """Return what has to be counted for this seat's rail and its urgent things."""
    waiting = [place.pile for place in BEFORE_BULLETINS if place.pile and place.open_to(seat)]
    return [*waiting, *(pile for pile, powers, _page, _query in URGENT if any(seat.may(power) for power in powers))]


def urgent(counts: Counts) -> dict[str, object] | None:
    """Return the first urgent pile that is not empty; one that was not counted is empty."""
    piles = ((counts[pile.code], reverse(page) + query) for pile, _powers, page, query in URGENT)
    return next(({"count": count, "url": url} for count, url in piles if count), None)


def groups(seat: Seat, counts: Counts, address: str) -> list[Group]:
    """Return the rail with the entry of this address marked."""
    found: dict[str, list[Entry]] = {}
    for heading, entry in _marked(_entries(seat, counts), address):
        found.setdefault(heading, []).append(entry)
    return [Group(heading, entries) for heading, entries in found.items()]


def _entries(seat: Seat, counts: Counts) -> list[tuple[str, Entry]]:
    before = [_entry(place, counts) for place in BEFORE_BULLETINS if place.open_to(seat)]
    after = [_entry(place, counts) for place in AFTER_BULLETINS if place.open_to(seat)]
    return [*before, *((str(BULLETINS), entry) for entry in _bulletins(seat)), *after]


def _entry(place: Place, counts: Counts) -> tuple[str, Entry]:
    count = counts[place.pile.code] if place.pile else None
    # A nought beside what one only looks into now and then is noise.
    shown = None if place.pile and place.pile.code in QUIET and not count else count
    return str(place.group), Entry(str(place.label), place.url, shown, place.key, under=place.under)


def _bulletins(seat: Seat) -> list[Entry]:
    """Return each bulletin of the section with the number of its issue in the making (one query)."""
    if not any(seat.may(power) for power in SECTION):
        return []
    year = clock.today().year
    found = rows(seat, "bulletins", lambda: _publications(seat))
    return [_bulletin(*row, year=year) for row in found]


def _publications(seat: Seat) -> QuerySet[Any]:
    in_the_making = Issue.objects.filter(publication=OuterRef("pk"), series=None, state__in=OPEN).order_by("pk")
    latest = (Subquery(in_the_making.values("uid")[:1]), last_number(OuterRef("pk")))
    return publications_of(seat).order_by("order", "pk").values_list("name", "uid", "number_format", *latest)


def _bulletin(name: str, uid: Any, number_format: str, making: Any, last: int | None, *, year: int) -> Entry:
    home = reverse("bulletins:publication", args=[UUID(str(uid))])
    if making is None:
        return Entry(name, home, _("未编"), under=(home,))
    number = Publication(number_format=number_format).number_as_printed((last or 0) + 1, year)
    return Entry(name, reverse("bulletins:issue", args=[UUID(str(making))]), number, under=(home,))


def _marked(entries: Sequence[tuple[str, Entry]], address: str) -> list[tuple[str, Entry]]:
    """Mark one entry: the one with exactly this address, else the one under which it lies most closely."""
    here = next((entry for _heading, entry in entries if entry.url == address), None)
    if here is None:
        # The section's places come after the unit's, and a page may lie under both.
        closest = [(_depth(entry, address), place, entry) for place, (_heading, entry) in enumerate(entries)]
        depth, _place, entry = max(closest, key=lambda one: one[:2])
        here = entry if depth else None
    return [(heading, replace(entry, active=entry is here)) for heading, entry in entries]


def _depth(entry: Entry, address: str) -> int:
    """Return how much of the address the entry covers."""
    return max((len(begun) for begun in entry.under if address.startswith(begun)), default=0)
