"""The ways to narrow a search, as the page offers them: only what leads somewhere for this seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.items.kinds import Kind
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import KeyTask
from qianliyan.search.marks import reach_for
from qianliyan.search.sources import source_called
from qianliyan.workbench.finding.wishes import PERIODS, WORK, Wish

if TYPE_CHECKING:
    from qianliyan.bulletins.models import Publication

YEARS = 5
MOST_TASKS, LONGEST = 300, 24


@dataclass(frozen=True)
class Choice:
    """One select: its name in the address, what is chosen, what can be."""

    name: str
    label: Text
    chosen: str
    options: Sequence[tuple[str, Text]]


def tabs(wish: Wish, seat: Seat) -> list[dict[str, object]]:
    """Return the kinds of things that the seat can see, as links."""
    chosen = wish.given.get("in", "")
    found: list[dict[str, object]] = [
        {"label": _("全部"), "url": wish.url(**{"in": ""}), "current": chosen not in WORK}
    ]
    for code in WORK:
        source = source_called(code)
        if source and reach_for(source, seat):
            found.append({"label": source.label, "url": wish.url(**{"in": code}), "current": code == chosen})
    return [{"count": None, **tab} for tab in found]


def choices(wish: Wish, seat: Seat) -> list[Choice]:
    """Return the selects; a section has more to choose from than a unit."""
    found = [
        Choice("kind", _("种类"), wish.filters.kind, [("", _("不限")), *Kind.choices]),
        Choice("period", _("时间"), wish.given.get("period", ""), _periods()),
    ]
    if any(seat.may(power) for power in SECTION):
        found.append(_of_rows("office", _("单位"), wish, _units(seat)))
        found.append(_of_rows("publication", _("刊物"), wish, publications_of(seat)))
        found += _tasks(wish, seat)
    by_day = [("", _("最相关的在前")), ("day", _("最新的在前"))]
    return [*found, Choice("order", _("次序"), wish.given.get("order", ""), by_day)]


def _of_rows(name: str, label: Text, wish: Wish, rows: "QuerySet[Office] | QuerySet[Publication]") -> Choice:
    options: list[tuple[str, Text]] = [("", _("不限")), *((str(row.uid), row.name) for row in rows)]
    if name == "office" and wish.office and str(wish.office.uid) not in dict(options):
        options.append((str(wish.office.uid), wish.office.name))
    return Choice(name, label, wish.given.get(name, ""), options)


def _tasks(wish: Wish, seat: Seat) -> list[Choice]:
    """Offer the office's key tasks, the latest year's first; an office without any has no such select."""
    own = visible_to(KeyTask, seat).filter(office=seat.office_id).order_by("-year", "order", "pk")
    tasks = [(str(uid), Truncator(title).chars(LONGEST)) for uid, title in own.values_list("uid", "title")[:MOST_TASKS]]
    none: tuple[str, Text] = ("", _("不限"))
    return [Choice("task", _("重点任务"), wish.given.get("task", ""), [none, *tasks])] if tasks else []


def _units(seat: Seat) -> QuerySet[Office]:
    """Return the offices that report to this one, and itself."""
    below = Office.objects.filter(parent=seat.office_id)
    return (below | Office.objects.filter(pk=seat.office_id)).order_by("order", "pk")


def _periods() -> list[tuple[str, Text]]:
    year = clock.today().year
    years = [(str(past), _("%(year)s年") % {"year": past}) for past in range(year, year - YEARS, -1)]
    return [("", _("不限")), *PERIODS.items(), *years]
