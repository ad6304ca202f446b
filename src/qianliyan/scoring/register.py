"""The register of units and persons: groups, heads, targets, predecessors. Without one, the facts name the units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qianliyan.scoring import source
from qianliyan.scoring.errors import FactsRefused, Problem, SchemeRefused
from qianliyan.scoring.scheme import OFFICES, PERSONS, Scheme

KEYS = {OFFICES: "office", PERSONS: "person"}


@dataclass(frozen=True, slots=True)
class Register:
    """Who is assessed, with every attribute the office keeps about them."""

    entries: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=lambda: {OFFICES: {}, PERSONS: {}})
    successors: Mapping[str, str] = field(default_factory=dict)

    def attributes(self, subject: str, name: str) -> Mapping[str, Any]:
        """Give what is known of a unit or person."""
        return self.entries[subject].get(name, {})

    def names(self, subject: str) -> tuple[str, ...]:
        """List the units or persons in the order of the register."""
        return tuple(self.entries[subject])

    def knows(self, office: str) -> bool:
        """Tell whether facts may name an office; any, where there is no list."""
        return not self.entries[OFFICES] or office in self.entries[OFFICES] or office in self.successors

    def today(self, office: str) -> str:
        """Give the successor of a merged or renamed office."""
        seen = set()
        while office in self.successors and office not in seen:
            seen.add(office)
            office = self.successors[office]
        return office


def of_scheme(scheme: Scheme) -> Register:
    """Take the register a scheme carries itself."""
    return build({OFFICES: scheme.data.get("offices", []), PERSONS: scheme.data.get("persons", [])})


def read_file(path: Path) -> Register:
    """Read OFFICES.yaml; refuse it with lines."""
    try:
        origin = source.read_file(path)
    except SchemeRefused as refusal:
        raise FactsRefused(list(refusal.problems), str(path)) from refusal
    return read(origin)


def read(origin: source.Source) -> Register:
    """Check and build a register from parsed YAML: a list of offices, or `offices` and `persons`."""
    data = {OFFICES: origin.data} if isinstance(origin.data, list) else origin.data
    if not isinstance(data, dict) or not set(data) <= {OFFICES, PERSONS}:
        raise FactsRefused([Problem(1, 1, "名册应当写明offices（单位）或persons（人员）")], origin.name)
    found = [origin.problem(*problem) for subject in data for problem in problems(origin, data, subject)]
    if found:
        raise FactsRefused(found, origin.name)
    return build({subject: data.get(subject, []) for subject in KEYS})


def problems(origin: source.Source, data: dict[str, Any], subject: str) -> list[tuple[source.Place, str]]:
    """List entries without a name, twice-named ones and wrong targets."""
    found: list[tuple[source.Place, str]] = []
    seen: set[str] = set()
    rows = data[subject]
    if not isinstance(rows, list):
        return [((subject,), "应是列表")]
    for place, row in enumerate(rows):
        path: source.Place = (place,) if isinstance(origin.data, list) else (subject, place)
        name = row.get(KEYS[subject]) if isinstance(row, dict) else None
        if not isinstance(name, str) or not name:
            found.append((path, f"缺少“{KEYS[subject]}”（名称）"))
        elif name in seen:
            found.append((path, f"“{name}”重复"))
        seen.add(str(name))
    return found


def build(data: Mapping[str, list[Mapping[str, Any]]]) -> Register:
    """Index the entries and the names their offices bore before."""
    entries = {subject: {row[key]: row for row in data.get(subject, [])} for subject, key in KEYS.items()}
    before = {old: name for name, row in entries[OFFICES].items() for old in row.get("formerly", [])}
    return Register(entries, before)


def merged(first: Register, second: Register) -> Register:
    """Put a given register over the one in the scheme; attributes of the given one win."""
    entries = {
        subject: {
            name: {**first.attributes(subject, name), **second.attributes(subject, name)}
            for name in dict.fromkeys((*second.entries[subject], *first.entries[subject]))
        }
        for subject in KEYS
    }
    return Register(entries, {**first.successors, **second.successors})
