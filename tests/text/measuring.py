"""Counts false alarms and found faults over the sound items."""

import random
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qianliyan.text.checking.check import check
from qianliyan.text.checking.finding import Finding, Severity
from qianliyan.text.parsing.counting import character_count
from tests.text.faults import FAULTS, Fault

DATA = Path(__file__).parent.parent / "data" / "text"
ITEMS = sorted((DATA / "items").glob("*.txt"))
FRESH = DATA / "fresh"
FRESH_ON = date(2026, 11, 27)


def facts_of(path: Path) -> dict[str, str]:
    """Return the kind and form that an item's file name tells."""
    _, kind, form = path.stem.split("-")
    return {"kind": kind, "form": form}


def false_alarms(texts: list[tuple[str, dict]]) -> tuple[list[Finding], float]:
    """Return the findings of weight on sound texts, and their number per thousand characters."""
    alarms = [
        finding
        for text, facts in texts
        for finding in check(text, **facts)
        if finding.severity in (Severity.ADVICE, Severity.BLOCKING)
    ]
    return alarms, 1000 * len(alarms) / sum(character_count(text) for text, _ in texts)


def found_faults(seed: int, tries: int) -> dict[str, tuple[int, int]]:
    """Put every fault into some items, and return by fault how many were found at their place, of how many."""
    return {fault.name: _found(fault, random.Random(f"{seed}{fault.name}"), tries) for fault in FAULTS}


def _found(fault: Fault, chance: random.Random, tries: int) -> tuple[int, int]:
    paths = [path for path in ITEMS if not fault.kinds or facts_of(path)["kind"] in fault.kinds]
    chance.shuffle(paths)
    found = made = 0
    for path in paths:
        spoilt = fault.inject(path.read_text(encoding="utf-8"), chance)
        if spoilt is None or made == tries:
            continue
        text, start, end = spoilt
        findings = check(text, **facts_of(path), **fault.facts)
        made += 1
        found += any(hit.rule in fault.rules and hit.start < end and start < hit.end for hit in findings)
    return found, made


@dataclass(frozen=True)
class Fresh:
    """An item with one fault, written by somebody who had not the rules before him."""

    kind: str
    rules: tuple[str, ...]
    text: str
    start: int
    end: int

    @property
    def found(self) -> bool:
        """Tell whether one of the rules that should speak does so at the place."""
        hits = check(self.text, kind=self.kind, form="single", written_on=FRESH_ON)
        return any(hit.rule in self.rules and hit.start < self.end and self.start < hit.end for hit in hits)


def fresh_faults() -> list[Fresh]:
    """Return the faults of `tests/data/text/fresh`; ⟦⟧ marks the place, `-` says that no rule speaks of it yet."""
    files = sorted(FRESH.glob("[0-9].txt"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").split("\n")]
    return [_fresh(*line.split("|", 3)) for line in lines if line and not line.startswith("#")]


def _fresh(kind: str, rules: str, title: str, body: str) -> Fresh:
    before, marked, after = re.split("[⟦⟧]", f"{title}\n{body}")
    return Fresh(kind, tuple(rules.split()), before + marked + after, len(before), len(before) + len(marked))
