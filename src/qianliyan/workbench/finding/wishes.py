"""What somebody asks the search page: words, filters, a place in the list. Whatever the address holds is answered."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.models import Publication
from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.items.kinds import Kind
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import KeyTask
from qianliyan.search.finding import Filters
from qianliyan.search.index.asked import Line
from qianliyan.search.places import LAST
from qianliyan.text.finding.asking import Query, understand

M = TypeVar("M", bound=Model)
PLAIN = ("q", "in", "kind", "office", "person", "period", "publication", "task", "order")
PERIODS: dict[str, Text] = {"week": _("近7天"), "month": _("近30天"), "year": _("近一年")}
LENGTHS = {"week": 7, "month": 30, "year": 365}
BY_DAY = "day"
# Things of the work; offices and people are shown above them.
WORK = ("item", "submission", "draft", "entry", "issue", "instruction")


@dataclass(frozen=True)
class Wish:
    """The address of the page, read."""

    given: dict[str, str]
    query: Query
    filters: Filters
    office: Office | None = None
    person: Seat | None = None
    after: Line | None = None
    before: Line | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked."""
        return not self.given.keys() - {"order"}

    def url(self, **other: str) -> str:
        """Return the address of this wish, or of one that differs in something; it begins at the first page."""
        parts = {name: text for name, text in {**self.given, **other}.items() if text}
        return reverse("workbench:search") + (f"?{urlencode(parts)}" if parts else "")


def wish_of(data: QueryDict, seat: Seat) -> Wish:
    """Read an address; what it names and the seat cannot see does not narrow anything."""
    given = {name: str(data[name]).strip()[:2000] for name in PLAIN if str(data.get(name, "")).strip()}
    office = _visible(Office, given.get("office"), seat)
    person = _visible(Seat, given.get("person"), seat)
    publication = _visible(Publication, given.get("publication"), seat)
    task = _visible(KeyTask, given.get("task"), seat)
    since, until = _period(given.get("period", ""))
    filters = Filters(
        sources=(given["in"],) if given.get("in") in WORK else WORK,
        kind=given.get("kind", "") if given.get("kind") in Kind.values else "",
        office=office.pk if office else None,
        author=person.person_id if person else None,
        publication=publication.pk if publication else None,
        key_task=task.pk if task else None,
        since=since,
        until=until,
        by_day=given.get("order") == BY_DAY,
    )
    query = understand(data.get("q", ""))
    return Wish(given, query, filters, office, person, _line(data.get("older")), _line(data.get("newer")))


def _visible(model: type[M], uid: str | None, seat: Seat) -> M | None:
    """Return the thing with this uid; what is not visible, or no uid at all, is nothing."""
    try:
        number = UUID(uid or "")
    except ValueError:
        return None
    return visible_to(model, seat).filter(uid=number).first()


def _period(code: str) -> tuple[date | None, date | None]:
    """Read 近30天, a year (2025) or a month (2025-11)."""
    if code in LENGTHS:
        return clock.today() - timedelta(days=LENGTHS[code]), None
    year, _dash, month = code.partition("-")
    try:
        first = date(int(year), int(month or 1), 1)
    except ValueError:
        return None, None
    last_month = first.month if month else 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])


def _line(text: str | None) -> Line | None:
    grade, _dot, place = (text or "").partition(".")
    try:
        return Line(min(max(int(grade), 0), 4), min(max(int(place), 0), LAST))
    except ValueError:
        return None
