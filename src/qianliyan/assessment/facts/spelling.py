"""How units and persons are spelled: everybody in one way, as he was called at the end of the period."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from qianliyan.accounts.models import Person
from qianliyan.offices.models import Office, Phase


class Spelling:
    """The names of all units and persons that appear in the facts of one period."""

    def __init__(self, units: Mapping[int, str], persons: Mapping[tuple[int, int], str]) -> None:
        self.units = units
        self.persons = persons

    @property
    def authors(self) -> list[dict[str, object]]:
        """List everybody who wrote, once, with his row number."""
        called = {name: person for (person, _unit), name in self.persons.items()}
        return [{"person": name, "pk": called[name]} for name in sorted(called)]


def spelling(units: Iterable[int], authors: Iterable[tuple[int, int]], on: date) -> Spelling:
    """Spell these units, and these persons in their units."""
    pairs = set(authors)
    names = unit_names({*units, *(unit for _person, unit in pairs)}, on)
    return Spelling(names, person_names(pairs, names))


def unit_names(units: set[int], on: date) -> dict[int, str]:
    """Return the short name of that day; the full one where two units have the same short one."""
    now = Office.objects.values_list("pk", "short_name", "name")
    known = {pk: (short, full) for pk, short, full in now if pk in units}
    for phase in Phase.objects.order_by("valid_from"):
        if phase.office_id in units and phase.holds_on(on):
            known[phase.office_id] = (phase.short_name, phase.name)
    often = Counter(short for short, _full in known.values())
    return _distinct({pk: short if often[short] == 1 else full for pk, (short, full) in known.items()})


def person_names(pairs: set[tuple[int, int]], units: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """Return the name; with the unit where two persons have the same one."""
    known = dict(Person.objects.values_list("pk", "name")) if pairs else {}
    often = Counter(known[person] for person in {person for person, _unit in pairs})
    return {
        (person, unit): known[person] if often[known[person]] == 1 else f"{known[person]}（{units[unit]}）"
        for person, unit in pairs
    }


def _distinct(spelled: dict[int, str]) -> dict[int, str]:
    often = Counter(spelled.values())
    return {pk: name if often[name] == 1 else f"{name}（{pk}）" for pk, name in spelled.items()}
