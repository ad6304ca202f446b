"""What a matching fact is worth: a number, a table, a product of tables, a formula, or a value an editor entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from qianliyan.scoring import formulas
from qianliyan.scoring.attributes import label
from qianliyan.scoring.conditions import Attributes, Condition
from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import exact, plain

ITEM_POINTS = "item_points"
OTHERWISE = "其他"
# An assessor may write a fact's numbers in Chinese: 0.5 × 欠缺数.
NUMBERS = {
    "录入值": "value",
    "字数": "characters",
    "本条得分": ITEM_POINTS,
    "完成数": "done",
    "任务数": "target",
    "欠缺数": "missing",
    "超额数": "excess",
    "完成率": "ratio",
}


class Worthless(Exception):
    """The rule does not reach this fact, and why: its table has no such row, a number is missing."""


class Points(Protocol):
    """One way to form a value."""

    def value(self, fact: Attributes, /) -> Fraction:
        """Give the value for a fact."""
        ...

    def words(self, fact: Attributes, /) -> str:
        """Say where the value comes from."""
        ...

    def names(self) -> Iterator[str]:
        """Name the attributes that decide the value."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same for every fact."""

    points: Fraction

    def value(self, _fact: Attributes, /) -> Fraction:
        """Give the number."""
        return self.points

    def words(self, _fact: Attributes, /) -> str:
        """Say the number."""
        return plain(self.points)

    def names(self) -> Iterator[str]:
        """Name nothing."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table keyed by one or several attributes; `其他` is the row for everything not named."""

    by: tuple[str, ...]
    rows: Mapping[str, Any]

    def value(self, fact: Attributes) -> Fraction:
        """Look the fact up, attribute by attribute."""
        found: Any = self.rows
        for name in self.by:
            key = in_table(fact.get(name))
            if key not in found and OTHERWISE not in found:
                missing = f"没有“{label(name)}”" if fact.get(name) is None else f"是“{label(key)}”，分值表中没有这一行"
                raise Worthless(f"{label(name)}{missing}" if missing.startswith("是") else missing)
            found = found.get(key, found.get(OTHERWISE))
        return exact(found)

    def words(self, fact: Attributes) -> str:
        """Say which row it was."""
        row = "、".join(row_word(name, fact[name]) for name in self.by if fact.get(name) is not None) or OTHERWISE
        return f"{row} {plain(self.value(fact))}"

    def names(self) -> Iterator[str]:
        """Name the keys."""
        yield from self.by


@dataclass(frozen=True, slots=True)
class Product:
    """A regular lattice: level factor × kind factor."""

    parts: tuple[Points, ...]

    def value(self, fact: Attributes) -> Fraction:
        """Multiply the parts."""
        product = Fraction(1)
        for part in self.parts:
            product *= part.value(fact)
        return product

    def words(self, fact: Attributes) -> str:
        """Say the factors."""
        return " × ".join(part.words(fact) for part in self.parts)

    def names(self) -> Iterator[str]:
        """Name the keys of all parts."""
        for part in self.parts:
            yield from part.names()


@dataclass(frozen=True, slots=True)
class Entered:
    """The value a person entered with the fact, checked against the range the scheme allows."""

    low: Fraction | None
    high: Fraction | None

    def value(self, fact: Attributes) -> Fraction:
        """Take the entered value; refuse one outside the range."""
        value = entered(fact, "value")
        if not self.takes(value):
            raise Doubtful(f"录入值{plain(value)}超出规定范围（{self.bounds}）")
        return value

    def takes(self, value: Fraction) -> bool:
        """Tell whether the value lies in the range."""
        return not ((self.low is not None and value < self.low) or (self.high is not None and value > self.high))

    @property
    def bounds(self) -> str:
        """Say the range."""
        low, high = ("不限" if end is None else plain(end) for end in (self.low, self.high))
        return f"{low}至{high}"

    def words(self, fact: Attributes) -> str:
        """Say the value and that a person chose it."""
        return f"录入 {plain(self.value(fact))}"

    def names(self) -> Iterator[str]:
        """Name the attribute that holds the value."""
        yield "value"


@dataclass(frozen=True, slots=True)
class Worked:
    """A formula over the fact's own numbers."""

    formula: formulas.Formula

    def value(self, fact: Attributes) -> Fraction:
        """Work the formula out."""
        return self.formula.value(FactScope(fact))

    def words(self, fact: Attributes) -> str:
        """Say the sum."""
        return self.formula.words(FactScope(fact))

    def names(self) -> Iterator[str]:
        """Name the attributes in the formula; the item's points are no attribute."""
        names = (NUMBERS.get(name, name) for name in self.formula.names())
        yield from (name for name in names if name != ITEM_POINTS)

    @property
    def of_item(self) -> bool:
        """Tell whether the value depends on what the item has earned."""
        return ITEM_POINTS in {NUMBERS.get(name, name) for name in self.formula.names()}


@dataclass(frozen=True, slots=True)
class FactScope:
    """Lets a formula read a fact's numbers."""

    fact: Attributes

    def number(self, name: str) -> Fraction:
        """Give an attribute as a number."""
        return entered(self.fact, NUMBERS.get(name, name))

    def call(self, function: str, _names: Sequence[str], _numbers: Sequence[Fraction], /) -> Fraction:
        """Refuse: functions of columns mean nothing for a single fact (the check of the scheme says so first)."""
        raise Doubtful(f"单条事实的公式里不能用“{function}”")


@dataclass(frozen=True, slots=True)
class Factor:
    """Multiplies the value of a rule when a condition holds."""

    when: Condition
    times: Fraction
    why: str

    def words(self) -> str:
        """Say the factor and its reason."""
        return f" × {plain(self.times)}（{self.why or self.when.words()}）"


def entered(fact: Attributes, name: str) -> Fraction:
    """Give a number that stands in the fact."""
    value = fact.get(name)
    if value is None:
        raise Worthless(f"没有“{label(name)}”")
    try:
        return exact(value)
    except ValueError as error:
        raise Doubtful(f"“{label(name)}”不是数：{value}") from error


def row_word(name: str, value: Any) -> str:
    """Say the value of a key; a yes or no is said by the name of what was asked."""
    if isinstance(value, bool):
        return f"{'' if value else '非'}{label(name)}"
    return label(in_table(value))


def in_table(value: Any) -> str:
    """Write an attribute's value as a table writes its rows."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def read(data: Any, tables: Mapping[str, Any]) -> Points:
    """Read `points` that the JSON Schema has passed; a ValueError says what is wrong."""
    if not isinstance(data, Mapping):
        return Fixed(exact(data))
    if "table" in data:
        return read_table(data, tables)
    if "product" in data:
        return Product(tuple(read(part, tables) for part in data["product"]))
    if "entered" in data:
        low, high = (data["entered"].get(end) for end in ("min", "max"))
        return Entered(None if low is None else exact(low), None if high is None else exact(high))
    return read_formula(data["formula"])


def read_formula(text: str) -> Worked:
    """Read a formula over one fact's numbers."""
    formula = formulas.read(text)
    if any(True for _ in formula.calls()):
        raise ValueError("单条事实的分值公式里不能用名次、任务等函数")
    return Worked(formula)


def read_table(data: Mapping[str, Any], tables: Mapping[str, Any]) -> Table:
    """Read a table written in place or named under `tables`; every row must go as deep as there are keys."""
    if isinstance(data["table"], str):
        if "by" not in tables.get(data["table"], {}):
            raise ValueError(f"没有名为“{data['table']}”的分值表（须写明by）")
        data = tables[data["table"]]
    by = data["by"] if isinstance(data["by"], list) else [data["by"]]
    check_rows(data["table"], by)
    return Table(tuple(by), data["table"])


def check_rows(rows: Any, by: list[str]) -> None:
    """Refuse rows that are too shallow, too deep or not numbers."""
    if not by:
        exact(rows)
        return
    if not isinstance(rows, Mapping):
        raise ValueError(f"分值表在“{label(by[0])}”这一层应当分行")  # noqa: TRY004 (the assessor's text)
    for row in rows.values():
        check_rows(row, by[1:])
