"""The standings as a page shows them: groups with their rows, what a total is made of, the change against last year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.composition import ABOVE, CLASSES, EFFECT, OTHER, OWN
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.core.errors import Text

CLASS_NAMES: dict[str, Text] = {
    ABOVE: _("批示、上级采用"),
    EFFECT: _("基层运用"),
    OWN: _("本级采用"),
    OTHER: _("约稿及其他"),
}


@dataclass(frozen=True)
class Row:
    """One unit in its group."""

    standing: Standing
    parts: tuple[float, ...]
    change: int | None

    @property
    def months(self) -> list[float]:
        """What it earned month by month so far, where the period has several."""
        found: list[float] = self.standing.counts.get("months", [])
        return found if any(found) else []

    @property
    def rise(self) -> int:
        """By how many places it rose."""
        return max(self.change or 0, 0)

    @property
    def fall(self) -> int:
        """By how many places it fell."""
        return max(-(self.change or 0), 0)


@dataclass(frozen=True)
class Group:
    """A group of units that compete with each other."""

    name: str
    rows: tuple[Row, ...]


def groups_of(standings: Iterable[Standing], before: Mapping[int, int]) -> list[Group]:
    """Return the groups in order; `before` says which place each unit had a year ago."""
    found: dict[str, list[Row]] = {}
    for standing in standings:
        found.setdefault(standing.group, []).append(Row(standing, parts_of(standing), _change(standing, before)))
    return [Group(name, tuple(rows)) for name, rows in found.items()]


def parts_of(standing: Standing) -> tuple[float, ...]:
    """Return what the total is made of, in the order of the classes."""
    parts = standing.counts.get("parts", {})
    return tuple(max(float(parts.get(kind, 0)), 0) for kind in CLASSES)


def longest(groups: Iterable[Group]) -> float:
    """Return the largest sum, which fills the whole bar."""
    return max((sum(row.parts) for group in groups for row in group.rows), default=0)


def a_year_before(label: str) -> str:
    """Return the label of the same period one year before."""
    year, rest = label[:4], label[4:]
    return f"{int(year) - 1}{rest}" if year.isdigit() and ".." not in rest else ""


def places_in(earlier: Calculation | None) -> dict[int, int]:
    """Return each unit's place in the same period one year before; empty if nobody worked it out."""
    if earlier is None:
        return {}
    ranked = earlier.standings.filter(rank__isnull=False, unit__isnull=False)
    return {pk: rank for pk, rank in ranked.values_list("unit", "rank") if pk is not None and rank is not None}


def _change(standing: Standing, before: Mapping[int, int]) -> int | None:
    place = before.get(standing.unit_id or 0)
    return None if place is None or standing.rank is None else place - standing.rank
