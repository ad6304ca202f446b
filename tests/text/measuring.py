"""Counts false alarms and found faults over the sound items."""

import random
from pathlib import Path

from qianliyan.text.checking.check import check
from qianliyan.text.checking.finding import Finding, Severity
from qianliyan.text.parsing.counting import character_count
from tests.text.faults import FAULTS, Fault

ITEMS = sorted((Path(__file__).parent.parent / "data" / "text" / "items").glob("*.txt"))


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
