"""Every name that the units below an office bear or bore, for reading lists that were written by people."""

from collections import Counter
from collections.abc import Iterable

from qianliyan.assessment.above import place_of
from qianliyan.offices.models import Office, Phase


def units_by_name(office: Office) -> dict[str, int]:
    """Return the units by full, short, former and place names; a name that two bear is nobody's.

    Units that were closed keep their names: their results count for whoever followed them.
    """
    units = list(Office.objects.filter(parent=office).order_by("pk"))
    phases = Phase.objects.filter(office__in=units).values_list("office", "name", "short_name")
    pairs = {(name, unit.pk) for unit in units for name in (unit.name, unit.short_name, place_of(unit)) if name}
    pairs |= {(name, pk) for pk, *names in phases for name in names if name}
    often = Counter(name for name, _pk in pairs)
    return {name: pk for name, pk in pairs if often[name] == 1}


def short_names(units: Iterable[int]) -> dict[int, str]:
    """Return what these units are called today."""
    return dict(Office.objects.filter(pk__in=set(units)).values_list("pk", "short_name"))
