"""Time and memory of scoring: 10⁴ to 10⁶ facts, 3,000 units, a scheme of 20 rules, each size in a process of its own.

`python bench/scoring.py [SIZE …]`. The same totals are asked of SQLite over the same facts, as the peer,
for the part a grouped sum can express (adoption points without caps).
"""

import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from qianliyan.scoring.reading import read_file
from qianliyan.scoring.run import score_file

SCHEME = Path(__file__).with_name("scoring-20-rules.yaml")
SIZES = (10_000, 100_000, 1_000_000)
UNITS = 3_000
PEER_COLUMN = "刊物采用"
PUBLICATIONS = ("政务信息", "专报信息", "每日要情", "信息简报")
LEVELS = ("county", "city", "province", "state")
KINDS = ("implementation", "experience", "warning", "problem", "ordinary")


def fact(number: int, dice: random.Random) -> dict[str, object]:
    """Make up one fact of a year; several facts share an item, one item in ten has several units."""
    day = date(2025, 1, 1) + timedelta(days=dice.randrange(365))
    sharers = 1 if dice.random() < 0.9 else dice.randrange(2, 5)
    offices = dice.sample(range(UNITS), sharers)
    what = dice.choices(
        ("submitted", "adopted", "instructed", "sent_up", "commission_delivered", "late"), (50, 30, 8, 6, 5, 1)
    )[0]
    row: dict[str, object] = {
        "id": f"entry:{number}/{what}",
        "on": day.isoformat(),
        "fact": what,
        "item": f"item:{dice.randrange(max(number, 1) // 2 + 1)}" if number % 3 else f"item:{number}",
        "offices": [{"office": f"单位{office:04}", "weight": dice.randrange(1, 4)} for office in offices],
        "kind": dice.choice(KINDS),
        "form": dice.choice(("brief", "single", "composite", "special", "research")),
        "level": dice.choice(LEVELS),
        "publication": dice.choice(PUBLICATIONS),
        "characters": dice.randrange(200, 1500),
    }
    if what == "instructed":
        row |= {"leader_level": dice.choice(LEVELS[1:]), "principal": dice.random() < 0.3}
    return row


def write_facts(path: Path, size: int) -> None:
    """Write a year's facts, the same for the same size."""
    dice = random.Random(size)
    with path.open("w", encoding="utf-8") as lines:
        for number in range(size):
            lines.write(json.dumps(fact(number, dice), ensure_ascii=False) + "\n")


def peer_totals(path: Path) -> dict[str, float]:
    """Sum adoption points with SQL, as somebody without this library would."""
    points = {
        ("county", "政务信息"): 2,
        ("county", "专报信息"): 3,
        ("county", "每日要情"): 1,
        ("county", "信息简报"): 1,
    }
    base = sqlite3.connect(":memory:")
    base.execute("create table share (office text, level text, publication text, part real)")
    with path.open("rb") as lines:
        for line in lines:
            row = json.loads(line)
            whole = sum(part["weight"] for part in row["offices"])
            if row["fact"] == "adopted":
                base.executemany(
                    "insert into share values (?,?,?,?)",
                    [
                        (part["office"], row["level"], row["publication"], part["weight"] / whole)
                        for part in row["offices"]
                    ],
                )
    cases = " ".join(
        f"when level='{level}' and publication='{name}' then {worth}" for (level, name), worth in points.items()
    )
    query = f"select office, sum(part * case {cases} else 0 end) from share group by office"  # noqa: S608 (constants)
    return dict(base.execute(query).fetchall())


def measure(size: int) -> None:
    """Score one size in this process and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.jsonl"
        subprocess.run([sys.executable, __file__, "write", str(path), str(size)], check=True)
        started, used = time.perf_counter(), time.process_time()
        result = score_file(read_file(SCHEME), path, period="2025")
        wall, cpu = time.perf_counter() - started, time.process_time() - used
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>9,} facts  {wall:6.2f} s wall  {cpu:6.2f} s cpu  {memory:6.0f} MB  {len(result.standings)} units",
            flush=True,
        )
        compare(result, path)


def compare(result: object, path: Path) -> None:
    """Check the peer's totals against ours."""
    started = time.perf_counter()
    peer = peer_totals(path)
    took = time.perf_counter() - started
    ours = {part.name: float(part.columns[PEER_COLUMN]) for part in result.standings}  # type: ignore[attr-defined]
    worst = max(abs(total - ours[office]) for office, total in peer.items())
    assert worst < 1e-6, worst
    print(f"{'':>9}  peer (json + SQLite) {took:6.2f} s, same {len(peer)} totals to {worst:.1e}", flush=True)


def main(arguments: list[str]) -> None:
    """Write facts, measure one size, or run every size in a process of its own."""
    if arguments[:1] == ["write"]:
        write_facts(Path(arguments[1]), int(arguments[2]))
    elif arguments[:1] == ["one"]:
        measure(int(arguments[1]))
    else:
        for size in arguments or [str(size) for size in SIZES]:
            subprocess.run([sys.executable, __file__, "one", size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
