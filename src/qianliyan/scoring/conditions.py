"""When a fact matches: conditions on its attributes, and on the other facts of the same item.

A condition is a conjunction; each attribute has one test.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from qianliyan.scoring.attributes import LEVELS, label
from qianliyan.scoring.exact import exact, plain
from qianliyan.scoring.periods import month_day, months_of

Attributes = Mapping[str, Any]
ITEM_TESTS = ("item_has", "item_lacks", "any")


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value (or one of several values) is among these."""

    values: frozenset[Any]

    def holds(self, value: Any) -> bool:
        """Tell whether the value passes."""
        if isinstance(value, tuple):
            return not self.values.isdisjoint(value)
        return value in self.values

    def words(self) -> str:
        """Say the test in Chinese."""
        return "、".join(label(value) for value in sorted(self.values, key=by_level))


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The value is none of these; a fact without the attribute passes."""

    values: frozenset[Any]

    def holds(self, value: Any) -> bool:
        """Tell whether the value passes."""
        return not OneOf(self.values).holds(value)

    def words(self) -> str:
        """Say the test in Chinese."""
        return f"除{OneOf(self.values).words()}外"


@dataclass(frozen=True, slots=True)
class Between:
    """The number lies in an interval; an end that is None is open, `*_out` excludes the end itself."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_out: bool = False
    high_out: bool = False

    def holds(self, value: Any) -> bool:
        """Tell whether the value passes; what is not a number does not."""
        try:
            number = exact(value)
        except ValueError:
            return False
        above = self.low is None or (number > self.low if self.low_out else number >= self.low)
        below = self.high is None or (number < self.high if self.high_out else number <= self.high)
        return above and below

    def words(self) -> str:
        """Say the test in Chinese."""
        low = "" if self.low is None else f"{'超过' if self.low_out else '不少于'}{plain(self.low)}"
        high = "" if self.high is None else f"{'不足' if self.high_out else '不超过'}{plain(self.high)}"
        return "、".join(part for part in (low, high) if part)


@dataclass(frozen=True, slots=True)
class Present:
    """The attribute is there, or is not."""

    there: bool

    def holds(self, value: Any) -> bool:
        """Tell whether the value passes."""
        return (value is not None) == self.there

    def words(self) -> str:
        """Say the test in Chinese."""
        return "有" if self.there else "无"


@dataclass(frozen=True, slots=True)
class ByDay:
    """The day is not after a day of the month, counted from the month the fact belongs to."""

    day: int
    months_after: int

    def holds(self, value: Any) -> bool:
        """Tell whether the pair (day, month it belongs to) passes."""
        happened, month = value
        return bool(happened <= limit(month, self.day, self.months_after))

    def words(self) -> str:
        """Say the test in Chinese."""
        month = ("当月", "次月")[self.months_after] if self.months_after < 2 else f"{self.months_after}个月后"
        return f"不迟于{month}{self.day}日"


def by_level(value: Any) -> tuple[int, str]:
    """Order values for reading: levels from below, everything else by its words."""
    return (LEVELS.index(value) if value in LEVELS else -1, label(value))


Test = OneOf | NoneOf | Between | Present | ByDay


def limit(month: date, day: int, months_after: int) -> date:
    """Give a deadline day in a month; the 31st of a short month is its last day."""
    first = months_of(month) + months_after
    last = (month_day(first + 1) - month_day(first)).days
    return month_day(first).replace(day=min(day, last))


@dataclass(frozen=True, slots=True)
class Condition:
    """Everything one `when` asks of a fact and of its item."""

    tests: tuple[tuple[str, Test], ...] = ()
    either: tuple["Condition", ...] = ()
    item_has: tuple["Condition", ...] = ()
    item_lacks: tuple["Condition", ...] = ()

    @property
    def looks_around(self) -> bool:
        """Tell whether other facts of the item matter."""
        return bool(self.item_has or self.item_lacks) or any(part.looks_around for part in self.either)

    def names(self) -> Iterator[str]:
        """Name every attribute that is asked for."""
        yield from (name for name, _ in self.all_tests())

    def all_tests(self) -> Iterator[tuple[str, Test]]:
        """List every test with its attribute, those of alternatives and of the item included."""
        yield from self.tests
        for part in (*self.either, *self.item_has, *self.item_lacks):
            yield from part.all_tests()

    def test(self, name: str) -> Test | None:
        """Give the test of one attribute."""
        return next((test for attribute, test in self.tests if attribute == name), None)

    def holds(self, fact: Attributes) -> bool:
        """Tell whether the fact alone could match; its item is asked separately."""
        for name, test in self.tests:
            if not test.holds(value_for(test, name, fact)):
                return False
        return not self.either or any(part.holds(fact) for part in self.either)

    def holds_among(self, fact: Attributes, item: Iterable[Attributes]) -> bool:
        """Tell whether the fact matches in the company of its item's facts."""
        facts = list(item)
        return (
            self.holds(fact)
            and all(any(part.holds(other) for other in facts) for part in self.item_has)
            and not any(part.holds(other) for other in facts for part in self.item_lacks)
            and (not self.either or any(part.holds_among(fact, facts) for part in self.either))
        )

    def failing(self, fact: Attributes) -> list[str]:
        """Say which of the tests on the fact itself do not pass."""
        found = [part_words(name, test) for name, test in self.tests if not test.holds(value_for(test, name, fact))]
        if self.either and not any(part.holds(fact) for part in self.either):
            found.append("或".join(f"（{part.words()}）" for part in self.either))
        return found

    def words(self) -> str:
        """Say the condition in Chinese."""
        parts = [part_words(name, test) for name, test in self.tests]
        parts += [f"同一条另有（{part.words()}）" for part in self.item_has]
        parts += [f"同一条没有（{part.words()}）" for part in self.item_lacks]
        if self.either:
            parts.append("或".join(f"（{part.words()}）" for part in self.either))
        return "；".join(parts)


def part_words(name: str, test: Test) -> str:
    """Say one test of one attribute."""
    return f"{label(name)}：{test.words()}"


def value_for(test: Test, name: str, fact: Attributes) -> Any:
    """Fetch what a test looks at; a deadline needs the month the fact belongs to as well."""
    value = fact.get(name)
    return (value, fact["month"]) if isinstance(test, ByDay) else value


def read(data: Mapping[str, Any]) -> Condition:
    """Read a `when` that the JSON Schema has passed."""
    tests = tuple(
        (name, read_test(as_names(asked) if name == "fact" else asked))
        for name, asked in data.items()
        if name not in ITEM_TESTS
    )
    return Condition(tests, *(read_all(data.get(key, [])) for key in ("any", "item_has", "item_lacks")))


def as_names(asked: Any) -> Any:
    """Read `fact: false` as the name of a fact, which YAML takes for a no."""
    if isinstance(asked, list):
        return [as_names(value) for value in asked]
    return str(asked).lower() if isinstance(asked, bool) else asked


def read_all(data: Mapping[str, Any] | list[Mapping[str, Any]]) -> tuple[Condition, ...]:
    """Read one condition or a list of them."""
    return tuple(read(part) for part in (data if isinstance(data, list) else [data]))


def read_test(asked: Any) -> Test:
    """Read what is asked of one attribute: a value, several, or a mapping with one way of asking."""
    if not isinstance(asked, Mapping):
        return OneOf(frozenset(asked if isinstance(asked, list) else [asked]))
    if "not" in asked:
        values = asked["not"]
        return NoneOf(frozenset(values if isinstance(values, list) else [values]))
    if "present" in asked:
        return Present(asked["present"])
    if "by_day" in asked:
        return ByDay(asked["by_day"], asked.get("months_after", 0))
    return read_levels(asked) if "at_least" in asked or "at_most" in asked else read_range(asked)


def read_levels(asked: Mapping[str, Any]) -> OneOf:
    """Read `at_least: city` as the levels from the city up."""
    low = LEVELS.index(asked.get("at_least", LEVELS[0]))
    high = LEVELS.index(asked.get("at_most", LEVELS[-1]))
    return OneOf(frozenset(LEVELS[low : high + 1]))


def read_range(asked: Mapping[str, Any]) -> Between:
    """Read min and max (included), above and below (excluded)."""
    low, high = asked.get("min", asked.get("above")), asked.get("max", asked.get("below"))
    return Between(
        None if low is None else exact(low), None if high is None else exact(high), "above" in asked, "below" in asked
    )
