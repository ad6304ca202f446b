"""The things that a figure of the year counts, with titles and addresses, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.sources import Found, Source, entries_seen, recorded_seen, submissions_seen
from qianliyan.assessment.yearly import Key
from qianliyan.items.models import Item
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat

SIZE = 50


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


def page_of(things: Mapping[Key, date], after: str, seat: Seat) -> Page:
    """Return the things from one day and row on, the newest first."""
    ordered = sorted(((f"{on}~{kind}~{pk:012}", (kind, pk), on) for (kind, pk), on in things.items()), reverse=True)
    rest = [one for one in ordered if not after or one[0] < after]
    known = _sources([key for _mark, key, _on in rest[:SIZE]], seat)
    rows = tuple(Thing(on, known.get(key, Source(_("（本岗位不能查看原件）"), ""))) for _mark, key, on in rest[:SIZE])
    return Page(rows, len(ordered), rest[SIZE - 1][0] if len(rest) > SIZE else "")


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
