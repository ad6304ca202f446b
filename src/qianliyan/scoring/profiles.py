"""What is true of all facts with the same attributes, worked out once: which rules match and what they are worth.

A year's facts are many, the combinations of their attributes few; this is where the engine's speed comes from.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from qianliyan.scoring.attributes import label
from qianliyan.scoring.conditions import Attributes
from qianliyan.scoring.exact import plain
from qianliyan.scoring.points import Worthless
from qianliyan.scoring.scheme import DERIVED, Rule, Scheme

Around = Sequence[Attributes]
INDEX = ("fact", "publication", "level")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matches; `points` is None where the item has to be looked at first."""

    rule: Rule
    points: Fraction | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The matching of one combination of attributes; `settled` are the hits if nothing more need be asked."""

    attributes: Attributes
    excluded: str
    excluded_by_item: bool
    hits: tuple[Hit, ...]
    looks_around: bool
    settled: tuple[tuple[Rule, Fraction], ...]
    quotas: tuple[int, ...]
    ladders: tuple[tuple[int, int], ...]


class Profiler:
    """Matches combinations of attributes against a scheme, each combination once."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.rules = [rule for rule in scheme.rules if not rule.derived]
        self.index: dict[tuple[Any, ...], tuple[Rule, ...]] = {}
        # By identity: the attributes of a profile live as long as this object.
        self.reasons: dict[int, str] = {}

    def profile(self, attributes: Mapping[str, Any]) -> Profile:
        """Work out everything that depends on these attributes alone."""
        possible = [rule for rule in self.candidates(attributes) if rule.when.holds(attributes)]
        alone = not any(rule.looks_around for rule in possible)
        matching = replaced(possible) if alone else possible
        hits = tuple(self.hit(rule, attributes) for rule in matching)
        excluded = [part for part in self.scheme.exclusions if part.when.holds(attributes)]
        certain = next((part.why for part in excluded if not part.when.looks_around), "")
        return Profile(
            attributes=attributes,
            excluded=certain,
            excluded_by_item=bool(excluded) and not certain,
            hits=hits,
            looks_around=not alone,
            settled=certain_points(hits) if alone else (),
            quotas=tuple(quota.index for quota in self.scheme.quotas if quota.count and quota.count.holds(attributes)),
            ladders=tuple(self.rungs(attributes)),
        )

    def candidates(self, attributes: Mapping[str, Any]) -> tuple[Rule, ...]:
        """List the rules that a fact of this kind, publication and level can reach at all."""
        key = tuple(attributes.get(name) for name in INDEX)
        if key not in self.index:
            self.index[key] = tuple(rule for rule in self.rules if reachable(rule, attributes))
        return self.index[key]

    def hit(self, rule: Rule, attributes: Attributes) -> Hit:
        """Value a matching rule now, if the item need not be asked."""
        if rule.looks_around or rule.of_item:
            return Hit(rule, None)
        try:
            return Hit(rule, worth(rule, attributes, ()))
        except Worthless as reason:
            return Hit(rule, Fraction(0), str(reason))

    def rungs(self, attributes: Attributes) -> Iterator[tuple[int, int]]:
        """Find the highest rung of each ladder that the fact reaches by itself."""
        for place, ladder in enumerate(self.scheme.ladders):
            for height, (_, when) in enumerate(ladder.rungs):
                if when.holds(attributes):
                    yield place, height
                    break

    def unmatched(self, attributes: Attributes) -> str:
        """Say why no rule is meant, where none matches: what the nearest rule still asks for."""
        key = id(attributes)
        if key not in self.reasons:
            self.reasons[key] = self.reason(attributes)
        return self.reasons[key]

    def reason(self, attributes: Attributes) -> str:
        """Work out why no rule is meant."""
        fact = attributes["fact"]
        if fact in DERIVED:
            return f"“{label(fact)}”由计算得出，不作为事实录入"
        named = [rule for rule in self.rules if speaks_of(rule, fact)]
        if not named:
            return f"本办法对“{label(fact)}”不计分"
        nearest = min(named, key=lambda rule: distance(rule, attributes))
        missing = "；".join(nearest.when.failing(attributes))
        return f"不符合规则“{nearest.name}”的条件" + (f"（{missing}）" if missing else "")


def speaks_of(rule: Rule, fact: str) -> bool:
    """Tell whether a rule names this kind of fact, or any kind."""
    asked = rule.when.test("fact")
    return asked is None or asked.holds(fact)


def distance(rule: Rule, attributes: Attributes) -> tuple[int, int, int]:
    """Measure how far a rule is from a fact: another bulletin or level is farther than anything else."""
    far = not reachable(rule, attributes)
    return (int(far), len(rule.when.failing(attributes)), rule.index)


def certain_points(hits: Sequence[Hit]) -> tuple[tuple[Rule, Fraction], ...]:
    """Give rules and points if nothing about any of them is left to ask."""
    found = tuple((hit.rule, hit.points) for hit in hits if hit.points is not None and not hit.why_not)
    return found if len(found) == len(hits) else ()


def reachable(rule: Rule, attributes: Mapping[str, Any]) -> bool:
    """Tell whether a rule's tests on the indexed attributes pass."""
    return all(test.holds(attributes.get(name)) for name, test in rule.when.tests if name in INDEX)


def replaced(rules: Sequence[Rule]) -> list[Rule]:
    """Drop the rules that another matching rule stands in for."""
    gone = {name for rule in rules for name in rule.instead_of}
    return [rule for rule in rules if rule.name not in gone]


def worth(rule: Rule, attributes: Attributes, around: Around) -> Fraction:
    """Value a rule with those of its factors that apply."""
    value = rule.points.value(attributes)
    for factor in rule.factors:
        if factor.when.holds_among(attributes, around):
            value *= factor.times
    return value


def words(rule: Rule, attributes: Attributes, around: Around) -> str:
    """Say how the value came about."""
    applied = [factor.words() for factor in rule.factors if factor.when.holds_among(attributes, around)]
    return rule.points.words(attributes) + "".join(applied)


def with_result(text: str, points: Fraction) -> str:
    """Add the result to a sum; a plain value needs none."""
    simple = not any(sign in text for sign in "×÷+−") and plain(points) in text
    return text if simple else f"{text} = {plain(points)}"
