"""Sharing out: points of one line become numerators in the tallies of units and persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from qianliyan.scoring.combination import Combine
from qianliyan.scoring.conditions import Attributes, Condition
from qianliyan.scoring.events import Event, Party
from qianliyan.scoring.partial import Entry, Held, Partial, Tally
from qianliyan.scoring.points import ITEM_POINTS
from qianliyan.scoring.profiles import with_result, words
from qianliyan.scoring.register import KEYS, Register
from qianliyan.scoring.scheme import OFFICES, Rule, Scheme
from qianliyan.scoring.splits import Split

Around = tuple[Sequence[Attributes], Fraction]
Shares = tuple[tuple[str, Fraction, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact's points under one rule, before they are shared."""

    event: Event
    rule: Rule
    points: Fraction
    notes: str


class Crediting:
    """Shares out lines; ways of sharing repeat, so each is worked out once."""

    def __init__(self, scheme: Scheme, register: Register, partial: Partial, watch: Any) -> None:
        self.scheme = scheme
        self.register = register
        self.partial = partial
        self.watch = watch
        self.ways: dict[tuple[Any, ...], Shares] = {}
        self.unit_combines = {
            name: combine for combine in scheme.combines if combine.within == "unit" for name in combine.rules
        }

    def credit(self, line: Line, around: Around) -> bool:
        """Add a line to everyone who shares in it; tell whether anybody does."""
        credited = False
        for subject, split in line.rule.splits.items():
            shares = self.shares(subject, line.rule.index, split, line.rule.receivers, line.event)
            for name, share, note in shares:
                self.add(subject, name, line, share, note, around)
            credited = credited or bool(shares)
        return credited

    def shares(self, subject: str, part: Any, split: Split, receivers: Condition, event: Event) -> Shares:
        """Give who gets which share of a fact, after redirections."""
        party = event.offices if subject == OFFICES else event.authors
        key = (part, subject, party)
        found = self.ways.get(key)
        if found is None:
            found = self.ways[key] = tuple(self.share_out(subject, split, receivers, party))
        return found

    def share_out(
        self, subject: str, split: Split, receivers: Condition, party: Party
    ) -> Iterator[tuple[str, Fraction, str]]:
        """Work out one way of sharing."""
        sharers = tuple((weight, role) for _, weight, role in party)
        for (name, _, role), share in zip(party, split.of(sharers), strict=True):
            known = {**self.register.attributes(subject, name), KEYS[subject]: name, "role": role}
            if share and receivers.holds(known):
                credited = self.redirected(subject, known, name)
                moved = f"（{name}转记）" if credited != name else ""
                yield credited, share, split.words(sharers, share) + moved

    def redirected(self, subject: str, known: Attributes, name: str) -> str:
        """Give the name the points go to: a county for its enterprise, a successor for its predecessor."""
        name = self.register.today(name) if subject == OFFICES else name
        for redirect in self.scheme.redirects:
            if redirect.when.holds(known) and known.get(redirect.to):
                return str(known[redirect.to])
        return name

    def add(self, subject: str, name: str, line: Line, share: Fraction, note: str, around: Around) -> None:
        """Add one sharer's part, to the sums or to what waits for the unit's other lines."""
        rule, event = line.rule, line.event
        points = line.points if share == 1 else line.points * share
        if rule.rounding:
            points = rule.rounding.apply(points)
        tally = self.partial.tallies[subject]
        watched = self.watch is not None and self.watch(subject, name)
        text = self.words(line, note, points, around) if watched else ""
        combine = self.unit_combines.get(rule.name)
        if combine or rule.repeat:
            self.hold(tally, name, line, points, combine, text)
            return
        key = (name, rule.index, event.bucket, points.denominator)
        entry = tally.sums.get(key)
        if entry is None:
            entry = tally.sums[key] = [0, 0]
        entry[0] += points.numerator
        entry[1] += 1
        if watched:
            self.partial.entries.append(entry_of(subject, name, line, points, text))

    def hold(self, tally: Tally, name: str, line: Line, points: Fraction, combine: Combine | None, text: str) -> None:
        """Keep a line until all lines of the unit are known."""
        event, rule = line.event, line.rule
        layer = tuple(layer_value(attribute, event) for attribute in combine.one_per) if combine else ()
        layer = layer if None not in layer else ("", event.id)
        held = Held(event.day, event.id, rule.index, event.bucket, points, layer, text, event.item)
        tally.held.setdefault((name, combine.name if combine else ""), []).append(held)

    def quotas(self, events: list[Event], around: Sequence[Attributes]) -> None:
        """Count an item's facts for the quotas: an item once, at its first fact, unless the scheme says otherwise."""
        counted: set[int] = set()
        for event in sorted(events, key=lambda event: (event.day, event.id)) if len(events) > 1 else events:
            for index in event.profile.quotas:
                quota = self.scheme.quotas[index]
                asked = quota.count if quota.count and quota.count.looks_around else None
                if (index in counted and quota.per_item) or (asked and not asked.holds_among(event.attributes, around)):
                    continue
                counted.add(index)
                self.count(index, event)

    def count(self, index: int, event: Event) -> None:
        """Count one fact for one quota."""
        quota = self.scheme.quotas[index]
        for subject, split in quota.splits.items():
            for name, share, _ in self.shares(subject, ("quota", index), split, quota.receivers, event):
                key = (name, index, event.bucket, share.denominator)
                entry = self.partial.tallies[subject].quotas.setdefault(key, [0, 0])
                entry[0] += share.numerator
                entry[1] += 1

    def concerned(self, event: Event) -> Iterator[tuple[str, str]]:
        """List everyone named in a fact, under today's names."""
        for subject in self.scheme.subjects:
            party = event.offices if subject == OFFICES else event.authors
            for name, _, _ in party:
                yield subject, self.credited(subject, name)

    def credited(self, subject: str, name: str) -> str:
        """Give the name under which somebody's points stand."""
        known = {**self.register.attributes(subject, name), KEYS[subject]: name}
        return self.redirected(subject, known, name)

    def words(self, line: Line, note: str, points: Fraction, around: Around) -> str:
        """Write the arithmetic of one sharer's part."""
        others, item_points = around
        attributes = {**line.event.attributes, ITEM_POINTS: item_points} if line.rule.of_item else line.event.attributes
        text = words(line.rule, attributes, others) + line.notes + note
        return with_result(text, points)


def layer_value(name: str, event: Event) -> Any:
    """Give one attribute of a layer of lines."""
    own: dict[str, Any] = {"item": event.item or event.id, "on": event.day, "id": event.id}
    return own.get(name) if name in own else event.attributes.get(name)


def entry_of(subject: str, name: str, line: Line, points: Fraction, text: str) -> Entry:
    """Write a ledger line."""
    event, rule = line.event, line.rule
    return Entry(
        subject,
        name,
        event.day,
        event.id,
        event.item,
        rule.name,
        rule.clause,
        rule.column,
        points,
        text,
        event.bucket,
    )
