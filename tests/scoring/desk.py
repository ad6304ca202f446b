"""Shorthand for tests of scoring: facts in a line, schemes by their code, results as a plain mapping."""

from pathlib import Path

from qianliyan.scoring import reading, register, source
from qianliyan.scoring.run import everybody, score

ROOT = Path(__file__).resolve().parents[2]
SCHEMES = ROOT / "examples" / "schemes"
DATA = ROOT / "tests" / "data" / "scoring"
HEAD = "scheme: T\ntitle: 试行办法\nversion: 1\n"


def fact(what, who="甲", **more):
    """Give a fact; its id is made up from its place unless named, units are given as `甲、乙`."""
    offices = more.pop("offices", None) or [name for name in who.split("、") if name]
    return {"fact": what, "on": "2026-03-05", "offices": offices, **more}


def numbered(rows):
    """Give every fact an id."""
    return [{"id": f"f{number}", **row} for number, row in enumerate(rows, 1)]


def real(code):
    """Read one of the twenty real schemes."""
    return reading.read_file(SCHEMES / f"{code}.yaml")


def scheme(text):
    """Read a scheme written in a test."""
    return reading.read_text(HEAD + text, "试.yaml")


def offices(text):
    """Read a register written in a test."""
    return register.read(source.read_text(text, "名册.yaml"))


def result(rules, rows, known=None, period=None):
    """Score facts with a full ledger."""
    return score(rules, numbered(rows), known, period, everybody)


def totals(rules, rows, known=None, period=None, subject="offices"):
    """Give everybody's printed total."""
    found = result(rules, rows, known, period)
    return {part.name: found.text(part.total, found.scheme.total) for part in found.of(subject)}


def columns(rules, rows, name, known=None, period=None, subject="offices"):
    """Give one unit's printed columns."""
    found = result(rules, rows, known, period)
    part = next(part for part in found.of(subject) if part.name == name)
    return {column: found.text(value, column) for column, value in part.columns.items()}
