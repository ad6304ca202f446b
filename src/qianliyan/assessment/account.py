"""Everything one working-out rests on, as one file: rules, units, facts and result. Pure: no tables, no clock.

What is worked out live and what is worked out from a stored file goes the same way, so the bytes are the same.
"""

import gzip
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from qianliyan.assessment.composition import Composition, composed
from qianliyan.scoring import reading, register, run
from qianliyan.scoring.folding import Watch
from qianliyan.scoring.output import as_data
from qianliyan.scoring.register import Register
from qianliyan.scoring.results import Result
from qianliyan.scoring.scheme import OFFICES, PERSONS, Scheme

ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")
FORMAT = 1


@dataclass(frozen=True)
class Account:
    """Who was assessed by which rules and which facts, in which period."""

    office: str
    level: str
    label: str
    title: str
    source: str
    units: tuple[Mapping[str, Any], ...]
    persons: tuple[Mapping[str, Any], ...]
    facts: tuple[bytes, ...]

    def scheme(self) -> Scheme:
        """Read the rules."""
        return reading.read_text(self.source, self.title)

    def register(self) -> Register:
        """Build the register of units."""
        return register.build({OFFICES: list(self.units)})

    @property
    def numbers(self) -> dict[tuple[str, str], int]:
        """Return the row number of every unit and person by subject and name."""
        units = {(OFFICES, str(row["office"])): int(row["pk"]) for row in self.units}
        return units | {(PERSONS, str(row["person"])): int(row["pk"]) for row in self.persons}

    def result(self, watch: Watch | None = None) -> Result:
        """Work everything out; `watch` says whose single lines are kept."""
        scheme, known = self.scheme(), self.register()
        return run.finished(scheme, run.fold_lines(scheme, self.facts, known, watch), known, self.label)


@dataclass(frozen=True)
class Worked:
    """An account with its result, and the file that holds both."""

    account: Account
    result: Result
    compositions: Mapping[str, Composition]
    data: bytes

    @property
    def digest(self) -> str:
        """The digest of the lines, whatever packs them."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def packed(self) -> bytes:
        """The same lines, packed; without the hour of packing."""
        return gzip.compress(self.data, compresslevel=6, mtime=0)


def fact_lines(facts: Sequence[Mapping[str, Any]]) -> tuple[bytes, ...]:
    """Write facts as lines; every line says what it is."""
    return tuple(ENCODER.encode({"row": "fact", **fact}) for fact in facts)


def work_out(account: Account) -> Worked:
    """Work out an account with the single lines of all units."""
    result = account.result(lambda subject, _name: subject == OFFICES)
    data = b"\n".join([*_before(account), *account.facts, *_after(result)]) + b"\n"
    return Worked(account, result, composed(result, account.facts, account.level), data)


def read(packed: bytes) -> Account:
    """Read a stored account back; its results are worked out again and not believed."""
    lines = gzip.decompress(packed).splitlines()
    head = msgspec.json.decode(lines[0])
    # Inside a text every quotation mark is escaped, so these bytes stand nowhere else.
    units = tuple(_without_row(line) for line in lines if b'"row":"unit"' in line)
    persons = tuple(_without_row(line) for line in lines if b'"row":"person"' in line)
    facts = tuple(line for line in lines if b'"row":"fact"' in line)
    return Account(head["office"], head["level"], head["label"], head["title"], head["source"], units, persons, facts)


def _before(account: Account) -> Iterator[bytes]:
    head = {"office": account.office, "level": account.level, "label": account.label, "title": account.title}
    yield ENCODER.encode({"row": "head", "format": FORMAT, **head, "source": account.source})
    yield from (ENCODER.encode({"row": "unit", **unit}) for unit in account.units)
    yield from (ENCODER.encode({"row": "person", **person}) for person in account.persons)


def _after(result: Result) -> Iterator[bytes]:
    data = as_data(result)
    for standing in (*data["results"], *data["persons"]):
        yield ENCODER.encode({"row": "standing", **standing})
    yield ENCODER.encode({"row": "end", "earned_nothing": data["earned_nothing"], "outside": data["outside_period"]})


def _without_row(line: bytes) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.json.decode(line)
    del row["row"]
    return row
