"""Lines that need all lines of a unit: repetition, choice among its items, quotas met or missed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from qianliyan.scoring.combination import Combine
from qianliyan.scoring.exact import plain
from qianliyan.scoring.partial import Held, Nothing, Tally
from qianliyan.scoring.periods import Period
from qianliyan.scoring.points import Worthless
from qianliyan.scoring.profiles import with_result, words, worth
from qianliyan.scoring.quotas import Progress
from qianliyan.scoring.scheme import Rule, Scheme


@dataclass(frozen=True, slots=True)
class Settled:
    """A line whose points are now known; `why` says why it does not count."""

    held: Held
    points: Fraction
    words: str
    why: str = ""


@dataclass
class UnitLines:
    """The late lines of all units, worked out when first asked for."""

    scheme: Scheme
    tally: Tally
    judged: Callable[[str, Rule], Iterable[Progress]]
    chosen: dict[str, dict[int, list[Settled]]] = field(default_factory=dict)
    derived: dict[tuple[str, int], list[Settled]] = field(default_factory=dict)
    worths: dict[tuple[Any, ...], Fraction] = field(default_factory=dict)

    def of(self, name: str, rule: Rule) -> list[Settled]:
        """Give a unit's late lines under one rule."""
        if rule.derived:
            key = (name, rule.index)
            if key not in self.derived:
                self.derived[key] = list(self.about_quotas(name, rule))
            return self.derived[key]
        return self.waiting(name).get(rule.index, [])

    def within(self, name: str, rule: Rule, period: Period) -> list[Settled]:
        """Give those that fall into a period."""
        first, last = period.first.toordinal(), period.last.toordinal()
        return [line for line in self.of(name, rule) if first <= line.held.bucket <= last]

    def waiting(self, name: str) -> dict[int, list[Settled]]:
        """Settle, once, the lines of a unit that are repeated or chosen among its items."""
        if name not in self.chosen:
            found: dict[int, list[Settled]] = {}
            for line in self.settle(name):
                found.setdefault(line.held.rule, []).append(line)
            self.chosen[name] = found
        return self.chosen[name]

    def settle(self, name: str) -> Iterator[Settled]:
        """Go through everything of a unit that was held back."""
        held = self.tally.held.get((name, ""), [])
        for rule in self.scheme.rules if held else ():
            yield from self.repeated(rule, [line for line in held if line.rule == rule.index])
        for combine in self.scheme.combines:
            for part in self.parts(self.tally.held.get((name, combine.name), []), combine.each):
                yield from choose(combine, part)

    def parts(self, lines: Iterable[Held], each: str | None) -> list[list[Held]]:
        """Put lines of one period together."""
        found: dict[Any, list[Held]] = {}
        for line in lines:
            key = self.scheme.calendar.around(date.fromordinal(line.bucket), each) if each else None
            found.setdefault(key, []).append(line)
        return list(found.values())

    def repeated(self, rule: Rule, lines: Iterable[Held]) -> Iterator[Settled]:
        """Multiply the first, second, third … line of a rule in each period."""
        for part in self.parts(lines, rule.repeat.each if rule.repeat else None):
            for time, line in enumerate(sorted(part, key=lambda line: line.order)):
                yield escalated(rule, line, time)

    def about_quotas(self, name: str, rule: Rule) -> Iterator[Settled]:
        """Value the outcomes of quotas that a rule speaks of."""
        lines = list(self.outcomes(name, rule))
        if rule.repeat:
            return self.repeated(rule, lines)
        return (Settled(line, line.points, line.words) for line in lines)

    def outcomes(self, name: str, rule: Rule) -> Iterator[Held]:
        """Value single outcomes of quotas; the same outcome is worth the same for every unit."""
        for progress in self.judged(name, rule):
            key = (rule.index, progress.quota, progress.period, progress.done, progress.target)
            if key not in self.worths:
                self.worths[key] = outcome_worth(rule, progress)
            if self.worths[key]:
                day = progress.period.last
                yield Held(day, outcome_name(progress), rule.index, day.toordinal(), self.worths[key], ())

    def words(self, name: str, rule: Rule, line: Settled) -> str:
        """Say how a late line came to its points; outcomes of quotas are put into words only when asked."""
        if not rule.derived:
            return line.words
        progress = next(part for part in self.judged(name, rule) if outcome_name(part) == line.held.fact)
        value = with_result(words(rule, progress.attributes(), ()), line.held.points)
        return f"完成{plain(progress.done)}，任务{plain(progress.target or Fraction(0))}：{value}{line.words}"

    def displaced(self, name: str) -> Iterator[Nothing]:
        """List the lines of a unit that another line of the same unit displaced."""
        for lines in self.waiting(name).values():
            for line in lines:
                if line.why:
                    held, rule = line.held, self.scheme.rules[line.held.rule]
                    yield Nothing(held.fact, held.item, held.day, line.why, rule.name, (name,))


def outcome_worth(rule: Rule, progress: Progress) -> Fraction:
    """Value one outcome; nothing where the rule does not speak of it."""
    attributes = progress.attributes()
    try:
        return worth(rule, attributes, ()) if rule.when.holds(attributes) else Fraction(0)
    except Worthless:
        return Fraction(0)


def outcome_name(progress: Progress) -> str:
    """Name an outcome as a fact is named by its id."""
    return f"任务：{progress.quota} {progress.period.label}"


def choose(combine: Combine, lines: list[Held]) -> Iterator[Settled]:
    """Let a combination decide among a unit's lines."""
    for kept in combine.keep(lines, lambda line: line.layer):
        cut = f"{kept.line.words}，{kept.why}" if kept.why else kept.line.words
        yield Settled(kept.line, kept.points, cut, "" if kept.points else kept.why)


def escalated(rule: Rule, line: Held, time: int) -> Settled:
    """Apply the factor of the so-manieth time."""
    factor = rule.repeat.factor(time) if rule.repeat else Fraction(1)
    points = line.points * factor
    text = line.words if factor == 1 else f"{line.words} × {plain(factor)}（第{time + 1}次） = {plain(points)}"
    return Settled(line, points, text)
