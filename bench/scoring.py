"""Time and memory of scoring: 10⁴ to 10⁶ facts, 3,000 units, a scheme of 20 rules, each size in a process of its own.

`python bench/scoring.py [SIZE …]`. The same totals are asked of DuckDB over the same file in the same run, as the peer,
for the part that a grouped sum can express (adoption points by share, without caps); it works out no other rule.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import duckdb

from qianliyan.scoring.reading import read_file
from qianliyan.scoring.results import Result
from qianliyan.scoring.run import score_file

SCHEME = Path(__file__).with_name("scoring-20-rules.yaml")
SIZES = (10_000, 100_000, 1_000_000)
UNITS = 3_000
PEER_COLUMN = "刊物采用"
WORTH = (
    ("county", "政务信息", 2),
    ("county", "专报信息", 3),
    ("county", "每日要情", 1),
    ("county", "信息简报", 1),
)
COLUMNS = (
    "{fact: 'VARCHAR', level: 'VARCHAR', publication: 'VARCHAR', offices: 'STRUCT(office VARCHAR, weight INTEGER)[]'}"
)
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


def peer_query() -> str:
    """Write the question as somebody with a database of facts would: adoption points without caps, by share."""
    cases = " ".join(f"when level = '{level}' and publication = '{name}' then {worth}" for level, name, worth in WORTH)
    return f"""
        with adopted as (
            select level, publication, offices, list_sum([part.weight for part in offices]) as whole
            from read_ndjson(?, columns = {COLUMNS}) where fact = 'adopted'
        )
        select part.office, sum(part.weight / whole * case {cases} else 0 end)
        from (select level, publication, whole, unnest(offices) as part from adopted) group by 1 order by 1
    """  # noqa: S608 (constants)


def ask_peer(path: Path) -> None:
    """Answer the question with DuckDB on one core, and print totals, time and memory."""
    base = duckdb.connect(config={"threads": 1})
    started = time.perf_counter()
    totals = dict(base.execute(peer_query(), [str(path)]).fetchall())
    took = time.perf_counter() - started
    # What getrusage says of a child includes its parent before the start; this does not.
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    memory = int(peak.split()[1]) / 1024
    print(json.dumps({"totals": totals, "seconds": took, "megabytes": memory}))


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


def compare(result: Result, path: Path) -> None:
    """Check the peer's totals against ours, in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "peer", str(path)], check=True, capture_output=True)
    peer = json.loads(done.stdout)
    ours = {part.name: float(part.columns[PEER_COLUMN]) for part in result.standings}
    worst = max(abs(total - ours[office]) for office, total in peer["totals"].items())
    if worst > 1e-6:
        raise SystemExit(f"the totals differ by {worst}")
    told = (
        f"{peer['seconds']:6.2f} s wall  {peer['megabytes']:6.0f} MB  same {len(peer['totals'])} totals to {worst:.0e}"
    )
    print(f"{'':>9}  DuckDB, one of 20 rules' columns alone: {told}", flush=True)


def main(arguments: list[str]) -> None:
    """Write facts, measure one size, or run every size in a process of its own."""
    if arguments[:1] == ["write"]:
        write_facts(Path(arguments[1]), int(arguments[2]))
    elif arguments[:1] == ["peer"]:
        ask_peer(Path(arguments[1]))
    elif arguments[:1] == ["one"]:
        measure(int(arguments[1]))
    else:
        for size in arguments or [str(size) for size in SIZES]:
            subprocess.run([sys.executable, __file__, "one", size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
