"""Who is assessed in a period, in which group, and whose predecessors' points follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from qianliyan.assessment.facts.happening import Span
from qianliyan.assessment.models import Grouping
from qianliyan.offices.models import Office, Succession
from qianliyan.offices.powers import Network


@dataclass(frozen=True)
class Roster:
    """The units under assessment with their groups, and which closed unit was followed by which."""

    units: Mapping[int, Office]
    groups: Mapping[int, str]
    followed_by: Mapping[int, int]

    def register(self, names: Mapping[int, str]) -> list[dict[str, Any]]:
        """Write the register that scoring reads; units that only appear in facts are entered too."""
        known = {pk: name for pk, name in names.items() if pk not in self.followed_by}
        return [self._row(pk, name, names) for pk, name in sorted(known.items(), key=self._order)]

    def _order(self, pair: tuple[int, str]) -> tuple[int, int]:
        office = self.units.get(pair[0])
        return (office.order if office else 10**6, pair[0])

    def _row(self, pk: int, name: str, names: Mapping[int, str]) -> dict[str, Any]:
        row: dict[str, Any] = {"office": name, "pk": pk, "group": self.groups.get(pk, str(Network.OTHER.label))}
        if office := self.units.get(pk):
            row |= {"level": office.level, "network": office.network}
        formerly = [names[old] for old, new in self.followed_by.items() if new == pk and old in names]
        return row | ({"formerly": formerly} if formerly else {})


def roster(office: Office, period: Span, year: int) -> Roster:
    """Return the units below the office that existed in the period, in the groups of the assessment year."""
    lasting = Q(closed_on__isnull=True) | Q(closed_on__gt=period.first)
    units = {unit.pk: unit for unit in Office.objects.filter(lasting, parent=office)}
    chosen = dict(Grouping.objects.filter(office=office, year=year).values_list("unit_id", "name"))
    groups = {pk: chosen.get(pk) or group_by_network(unit) for pk, unit in units.items()}
    return Roster(units, groups, _followed(period))


def group_by_network(unit: Office) -> str:
    """Name the group of a unit for which nobody chose one."""
    return f"{Network(unit.network).label}组" if unit.network in Network.values else ""


def _followed(period: Span) -> dict[int, int]:
    """Return who followed whom by the end of the period, to the last successor."""
    direct = dict(Succession.objects.filter(on__lte=period.last).order_by("on").values_list("predecessor", "successor"))
    return {old: _last(old, direct) for old in direct}


def _last(pk: int, direct: Mapping[int, int]) -> int:
    seen: set[int] = set()
    while pk in direct and pk not in seen:
        seen.add(pk)
        pk = direct[pk]
    return pk
