"""The text library: speed on items of a thousand characters, false alarms on prose, faults found in our own items.

`python -m bench.text [--prose FOLDER]`. False alarms are findings of weight (advice, blocking) per thousand
characters: on our sound items with kind and form told, on real prose without. A peer is measured where it is installed.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from tests.text.measuring import ITEMS, facts_of, false_alarms, found_faults, fresh_faults

from qianliyan.text.checking.check import check
from qianliyan.text.cleaning.clean import clean
from qianliyan.text.diffing.compare import compare
from qianliyan.text.parsing.counting import character_count
from qianliyan.text.similar.containment import containment
from qianliyan.text.similar.fingerprints import fingerprints

ROUNDS = 5
# Milliseconds for a thousand characters, as the issue sets them.
AIMS = {"parse and check": 15.0, "clean": 20.0}


def main() -> int:
    """Measure and print one table after the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--prose", type=Path, help="a folder of real official prose, one text a file")
    prose = parser.parse_args().prose
    texts = [path.read_text(encoding="utf-8") for path in ITEMS]
    speeds(texts)
    faults()
    alarms("our own items", [(path.read_text(encoding="utf-8"), facts_of(path)) for path in ITEMS])
    if prose:
        alarms(
            f"prose in {prose.name}", [(path.read_text(encoding="utf-8"), {}) for path in sorted(prose.glob("*.txt"))]
        )
    return 0


def speeds(texts: list[str]) -> None:
    """Time every step on stretches of a thousand characters."""
    whole = "\n".join(texts)
    stretches = [whole[start : start + 1000] for start in range(0, 30_000, 1000)]
    steps: dict[str, Callable[[str], object]] = {
        "parse and check": lambda text: check(text, kind="problem", form="single"),
        "clean": clean,
        "fingerprints": fingerprints,
        "containment": lambda text: containment(text, stretches[0]),
        "compare two versions": lambda text: compare(text, text.replace("，", "；", 5)),
    }
    peer = autocorrect()
    if peer:
        steps["autocorrect, punctuation only (peer)"] = peer
    print(f"{'for 1,000 characters':<40}{'median ms':>10}{'worst ms':>10}{'aim':>8}")
    for name, step in steps.items():
        step(stretches[0])
        times = [timed(step, text) for text in stretches for _ in range(ROUNDS)]
        print(f"{name:<40}{median(times):>10.2f}{max(times):>10.2f}{AIMS.get(name, ''):>8}")
    if not peer:
        print("autocorrect-py is not installed: no peer for punctuation")


def timed(step: Callable[[str], object], text: str) -> float:
    """Return the milliseconds of processor time that a step takes."""
    start = time.process_time()
    step(text)
    return (time.process_time() - start) * 1000


def autocorrect() -> Callable[[str], object] | None:
    """Return the peer's check of punctuation, if it is installed."""
    if find_spec("autocorrect_py") is None:
        return None
    return import_module("autocorrect_py").format


def faults() -> None:
    """Count the injected faults that are found at their place."""
    counts = found_faults(seed=2026, tries=12)
    found, made = (sum(column) for column in zip(*counts.values(), strict=True))
    print(f"\nfaults found: {found} of {made} ({found / made:.1%}), {len(counts)} kinds")
    for name, (one, other) in counts.items():
        if one < other:
            print(f"  {name}: {one} of {other}")
    fresh = fresh_faults()
    known = sum(fault.found for fault in fresh)
    print(f"fresh faults found: {known} of {len(fresh)} ({known / len(fresh):.1%})")


def alarms(name: str, texts: list[tuple[str, dict[str, str]]]) -> None:
    """Print the false alarms by rule."""
    found, rate = false_alarms(texts)
    characters = sum(character_count(text) for text, _ in texts)
    print(f"\n{name}: {characters:,} characters, {len(found)} findings of weight, {rate:.3f} per 1,000")
    for rule, count in Counter(finding.rule for finding in found).most_common():
        print(f"  {rule}: {count}")


if __name__ == "__main__":
    raise SystemExit(main())
