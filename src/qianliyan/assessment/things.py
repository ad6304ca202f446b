"""The things that a figure of the year counts, with titles and addresses, page by page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.sources import Found, Source, entries_seen, recorded_seen, submissions_seen
from qianliyan.assessment.yearly import MANY, Key, Many, sets_of
from qianliyan.core import clock
from qianliyan.items.models import Item
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat

SIZE = 50
EARLIEST = 1900


@dataclass(frozen=True)
class Thing:
    """One thing of the list."""

    day: date
    source: Source


@dataclass(frozen=True)
class Page:
    """Some things, how many there are in all, and where the next ones begin."""

    rows: tuple[Thing, ...]
    count: int
    older: str


def page_of(office: Office, code: str, year: int, after: str, seat: Seat) -> Page:
    """Return the things that a figure counts from one day and row on, the newest first."""
    if code in MANY:
        return _page_of_many(MANY[code], office, year, after, seat)
    things = sets_of(office, (year,)).of(code, year)
    ordered = sorted(((f"{on}~{kind}~{pk:012}", (kind, pk), on) for (kind, pk), on in things.items()), reverse=True)
    rest = [one for one in ordered if not after or one[0] < after]
    rows = _rows([(key, on) for _mark, key, on in rest[:SIZE]], seat)
    return Page(rows, len(ordered), rest[SIZE - 1][0] if len(rest) > SIZE else "")


def _page_of_many(many: Many, office: Office, year: int, after: str, seat: Seat) -> Page:
    """Let the database count and cut; the place is the day or moment and the number of the last row."""
    found = many.in_year(office, year)
    shown = list(_beyond(found, many, after)[: SIZE + 1])
    keys = [((many.kind, pk), _day(first)) for pk, first in shown[:SIZE]]
    older = f"{shown[SIZE - 1][1].isoformat()}~{shown[SIZE - 1][0]}" if len(shown) > SIZE else ""
    return Page(_rows(keys, seat), found.count(), older)


def _beyond(found: QuerySet[Any, tuple[int, Any]], many: Many, after: str) -> QuerySet[Any, tuple[int, Any]]:
    """Begin after a place; what is no place is the beginning."""
    moment, _mark, number = after.rpartition("~")
    try:
        at, pk = datetime.fromisoformat(moment), int(number)
    except ValueError:
        return found
    if at.year < EARLIEST or not 0 <= pk < 2**63:
        return found
    place = at if at.tzinfo else at.date()
    return found.filter(Q(first__lt=place) | Q(first=place, **{f"{many.key}__lt": pk}))


def _day(first: date | datetime) -> date:
    return clock.local(first).date() if isinstance(first, datetime) else first


def _rows(keys: list[tuple[Key, date]], seat: Seat) -> tuple[Thing, ...]:
    known = _sources([key for key, _on in keys], seat)
    return tuple(Thing(on, known.get(key, Source(_("（本岗位不能查看原件）"), ""))) for key, on in keys)


def _sources(keys: list[Key], seat: Seat) -> dict[Key, Source]:
    found: dict[Key, Source] = {}
    for kind, reader in READERS.items():
        if numbers := [pk for one, pk in keys if one == kind]:
            found |= {(kind, pk): source for pk, source in reader(numbers, seat).items()}
    return found


def _items(numbers: list[int], seat: Seat) -> Found:
    """Give the titles of what the office itself wrote; only those who write in it may open it."""
    own = Item.objects.filter(pk__in=numbers, office=seat.office_id).values_list("pk", "uid", "title")
    open_to = set(visible_to(Item, seat).filter(pk__in=numbers).values_list("pk", flat=True))
    return {pk: Source(title, reverse("items:item", args=[uid]) if pk in open_to else "") for pk, uid, title in own}


def _offices(numbers: list[int], _seat: Seat) -> Found:
    return {pk: Source(name, "") for pk, name in Office.objects.filter(pk__in=numbers).values_list("pk", "name")}


READERS = {
    "entry": entries_seen,
    "submission": submissions_seen,
    "recordedfact": recorded_seen,
    "item": _items,
    "office": _offices,
}
