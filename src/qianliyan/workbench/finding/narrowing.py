"""The ways to narrow a search, as the page offers them: only what leads somewhere for this seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from qianliyan.bulletins.queries.publications import publications_of
from qianliyan.core import clock
from qianliyan.core.errors import Text
from qianliyan.items.kinds import Kind
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.models import Office, Seat
from qianliyan.search.marks import reach_for
from qianliyan.search.sources import source_called
from qianliyan.workbench.finding.wishes import PERIODS, WORK, Wish

if TYPE_CHECKING:
    from qianliyan.bulletins.models import Publication

YEARS = 5


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
    by_day = [("", _("最相关的在前")), ("day", _("最新的在前"))]
    return [*found, Choice("order", _("次序"), wish.given.get("order", ""), by_day)]


def _of_rows(name: str, label: Text, wish: Wish, rows: "QuerySet[Office] | QuerySet[Publication]") -> Choice:
    options: list[tuple[str, Text]] = [("", _("不限")), *((str(row.uid), row.name) for row in rows)]
    if name == "office" and wish.office and str(wish.office.uid) not in dict(options):
        options.append((str(wish.office.uid), wish.office.name))
    return Choice(name, label, wish.given.get(name, ""), options)


def _units(seat: Seat) -> QuerySet[Office]:
    """Return the offices that report to this one, and itself."""
    below = Office.objects.filter(parent=seat.office_id)
    return (below | Office.objects.filter(pk=seat.office_id)).order_by("order", "pk")


def _periods() -> list[tuple[str, Text]]:
    year = clock.today().year
    years = [(str(past), _("%(year)s年") % {"year": past}) for past in range(year, year - YEARS, -1)]
    return [("", _("不限")), *PERIODS.items(), *years]
