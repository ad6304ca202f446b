"""Small parts of a scheme: numbers, roundings, targets, steps. What is missing in the YAML gets its meaning here."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from qianliyan.scoring import conditions, points
from qianliyan.scoring.conditions import Condition
from qianliyan.scoring.exact import Rounding, exact
from qianliyan.scoring.honours import Ranking
from qianliyan.scoring.scheme import POINTS_COLUMN, Column, Repeat, Rule, Target

Data = Mapping[str, Any]


def thresholds(rows: list[list[Any]]) -> tuple[tuple[Fraction, Fraction], ...]:
    """Read steps that go down; refuse those that do not."""
    steps = tuple((exact(low), exact(value)) for low, value in rows)
    if [low for low, _ in steps] != sorted({low for low, _ in steps}, reverse=True):
        raise ValueError("分段要从高到低排列，且不能重复")
    return steps


def read_factors(data: list[Data]) -> tuple[points.Factor, ...]:
    """Read the factors of a rule."""
    return tuple(
        points.Factor(conditions.read(part["when"]), exact(part["times"]), part.get("why", "")) for part in data
    )


def condition(data: Data | None) -> Condition:
    """Read a condition that may be missing."""
    return conditions.read(data) if data else Condition()


def names(data: str | list[str]) -> frozenset[str]:
    """Read one name or several."""
    return frozenset([data] if isinstance(data, str) else data)


def number(data: Data, key: str) -> Fraction | None:
    """Read a number that may be missing."""
    return None if data.get(key) is None else exact(data[key])


def rounding(data: Data | None) -> Rounding | None:
    """Read a rounding that may be missing."""
    return Rounding(data["places"], data.get("mode", "half_up"), data.get("zeros", True)) if data else None


def repeat(data: Data | None) -> Repeat | None:
    """Read how repetition counts."""
    if not data:
        return None
    return Repeat(data["each"], tuple(exact(part) for part in data["times"]), data.get("then", "last") == "double")


def target(data: Any) -> Target:
    """Read what is asked of a unit."""
    if not isinstance(data, Mapping):
        return Target(exact(data))
    if "table" in data:
        return Target(None, data.get("by", "office"), {key: exact(value) for key, value in data["table"].items()})
    if "per_head" in data:
        return Target(None, per_head=exact(data["per_head"]))
    if "register" in data:
        return Target(None, register=data["register"])
    raise ValueError("任务数须写数、table、per_head或register")


def ranking(data: Data, total: str) -> Ranking:
    """Read how units are ranked."""
    return Ranking(
        data.get("by", total),
        data.get("of", "period") == "running",
        data.get("ties", "shared") == "dense",
        tuple(data.get("then", ())),
        data.get("order", "high") == "low",
        data.get("clause", ""),
    )


def with_plain_columns(declared: list[Column], rules: tuple[Rule, ...], total: str) -> tuple[Column, ...]:
    """Add the columns that rules write into without their being described."""
    known = {column.name for column in declared}
    wanted = dict.fromkeys(rule.column for rule in rules)
    if total == POINTS_COLUMN:
        wanted[total] = None
    plain = [Column(name, "", "分", None, (), None, "sum", (), None) for name in wanted if name not in known]
    return (*plain, *declared)
