"""Sharing out: points of one line become numerators in the tallies of units and persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from qianliyan.scoring.conditions import Attributes, Condition
from qianliyan.scoring.events import Event, Party
from qianliyan.scoring.partial import Entry, Held, Partial, Tally
from qianliyan.scoring.points import ITEM_POINTS
from qianliyan.scoring.profiles import with_result, words
from qianliyan.scoring.register import KEYS, Register
from qianliyan.scoring.scheme import OFFICES, Rule, Scheme
from qianliyan.scoring.splits import Sharers, Split

Around = tuple[Sequence[Attributes], Fraction]


class Share(NamedTuple):
    """One sharer's part; numerator and denominator stand apart because reading them off a fraction is slow."""

    name: str
    part: Fraction
    numerator: int
    denominator: int
    note: str


Shares = tuple[Share, ...]


@dataclass(slots=True, eq=False)
class Line:
    """A fact's points under one rule, before they are shared."""

    event: Event
    rule: Rule
    points: Fraction
    notes: str = ""

    @property
    def order(self) -> tuple[date, str, int]:
        """Order lines by day, fact and rule."""
        return (self.event.day, self.event.id, self.rule.index)


class Crediting:
    """Shares out lines; ways of sharing repeat, so each is worked out once."""

    def __init__(self, scheme: Scheme, register: Register, partial: Partial, watch: Any) -> None:
        self.scheme = scheme
        self.register = register
        self.partial = partial
        self.watch = watch
        self.splits: dict[tuple[Any, ...], tuple[Fraction, ...]] = {}
        self.moves = bool(scheme.redirects or register.successors)
        self.asked_around = [
            quota.count if quota.count and quota.count.looks_around else None for quota in scheme.quotas
        ]
        self.unit_combines = {
            name: combine for combine in scheme.combines if combine.within == "unit" for name in combine.rules
        }

    def credit(self, line: Line, around: Around) -> bool:
        """Add a line to everyone who shares in it; tell whether anybody does."""
        credited = False
        for subject, split in line.rule.splits.items():
            shares = self.shares(subject, line.rule.index, split, line.rule.receivers, line.event)
            for share in shares:
                self.add(subject, share, line, around)
            credited = credited or bool(shares)
        return credited

    def shares(self, subject: str, part: int, split: Split, receivers: Condition, event: Event) -> Shares:
        """Give who gets which share of a fact, after redirections; `part` numbers the rule, or the quota below zero."""
        party = event.offices if subject == OFFICES else event.authors
        found: Shares | None = party.ways.get(part)
        if found is None:
            plain = not (self.moves or self.watch or receivers.tests or receivers.either)
            found = (
                self.plain_shares(split, party) if plain else tuple(self.share_out(subject, split, receivers, party))
            )
            party.ways[part] = found
        return found

    def plain_shares(self, split: Split, party: Party) -> Shares:
        """Share out where nobody is left out, moved or explained to: the usual case, and the fast one."""
        members = party.members
        parts = self.parts(split, tuple([(weight, role) for _, weight, role in members]))
        return tuple(
            [
                Share(member[0], part, part.numerator, part.denominator, "")
                for member, part in zip(members, parts, strict=True)
                if part
            ]
        )

    def parts(self, split: Split, sharers: Sharers) -> tuple[Fraction, ...]:
        """Give everyone's part; few ways of sharing are really different."""
        key = (id(split), sharers)
        if key not in self.splits:
            self.splits[key] = split.of(sharers)
        return self.splits[key]

    def share_out(self, subject: str, split: Split, receivers: Condition, party: Party) -> Iterator[Share]:
        """Work out one way of sharing."""
        sharers = tuple((weight, role) for _, weight, role in party.members)
        asked = self.moves or bool(receivers.tests or receivers.either)
        for (name, _, role), part in zip(party.members, self.parts(split, sharers), strict=True):
            known = {**self.register.attributes(subject, name), KEYS[subject]: name, "role": role} if asked else {}
            if part and (not asked or receivers.holds(known)):
                credited = self.redirected(subject, known, name) if self.moves else name
                moved = f"（{name}转记）" if credited != name else ""
                note = split.words(sharers, part) + moved if self.watch else ""
                yield Share(credited, part, part.numerator, part.denominator, note)

    def redirected(self, subject: str, known: Attributes, name: str) -> str:
        """Give the name the points go to: a county for its enterprise, a successor for its predecessor."""
        name = self.register.today(name) if subject == OFFICES else name
        for redirect in self.scheme.redirects:
            if redirect.when.holds(known) and known.get(redirect.to):
                return str(known[redirect.to])
        return name

    def add(self, subject: str, share: Share, line: Line, around: Around) -> None:
        """Add one sharer's part, to the sums or to what waits for the unit's other lines."""
        rule, tally = line.rule, self.partial.tallies[subject]
        watched = self.watch is not None and self.watch(subject, share.name)
        if watched or rule.rounding or rule.index in self.scheme.late_rules:
            points = rule.rounding.apply(line.points * share.part) if rule.rounding else line.points * share.part
            text = self.words(line, share.note, points, around) if watched else ""
            if rule.index in self.scheme.late_rules:
                self.hold(tally, share.name, line, points, text)
                return
            if watched:
                self.partial.entries.append(entry_of(subject, share.name, line, points, text))
            numerator, denominator = points.numerator, points.denominator
        else:
            numerator, denominator = line.points.numerator, line.points.denominator
            numerator, denominator = numerator * share.numerator, denominator * share.denominator
        entry = tally.sums.setdefault((share.name, rule.index, line.event.bucket, denominator), [0, 0])
        entry[0] += numerator
        entry[1] += 1

    def hold(self, tally: Tally, name: str, line: Line, points: Fraction, text: str) -> None:
        """Keep a line until all lines of the unit are known."""
        event, rule = line.event, line.rule
        combine = self.unit_combines.get(rule.name)
        layer = tuple(layer_value(attribute, event) for attribute in combine.one_per) if combine else ()
        layer = layer if None not in layer else ("", event.id)
        held = Held(event.day, event.id, rule.index, event.bucket, points, layer, text, event.item)
        tally.held.setdefault((name, combine.name if combine else ""), []).append(held)

    def quotas(self, events: list[Event], around: Sequence[Attributes]) -> None:
        """Count an item's facts for the quotas: an item once, at its first fact, unless the scheme says otherwise."""
        counted: set[int] = set()
        asked_for = [event for event in events if event.profile.quotas]
        for event in sorted(asked_for, key=lambda event: (event.day, event.id)) if len(asked_for) > 1 else asked_for:
            for index in event.profile.quotas:
                quota = self.scheme.quotas[index]
                asked = self.asked_around[index]
                if (index in counted and quota.per_item) or (asked and not asked.holds_among(event.attributes, around)):
                    continue
                counted.add(index)
                self.count(index, event)

    def count(self, index: int, event: Event) -> None:
        """Count one fact for one quota."""
        quota = self.scheme.quotas[index]
        for subject, split in quota.splits.items():
            for share in self.shares(subject, ~index, split, quota.receivers, event):
                key = (share.name, index, event.bucket, share.denominator)
                entry = self.partial.tallies[subject].quotas.setdefault(key, [0, 0])
                entry[0] += share.numerator
                entry[1] += 1

    def concerned(self, event: Event) -> Iterator[tuple[str, str]]:
        """List everyone named in a fact, under today's names."""
        for subject in self.scheme.subjects:
            party = event.offices if subject == OFFICES else event.authors
            for name, _, _ in party.members:
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
