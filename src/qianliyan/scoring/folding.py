"""The map: one item's facts become credits to units and persons. Nothing here looks beyond the item."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from qianliyan.scoring.combination import Combine
from qianliyan.scoring.conditions import Attributes
from qianliyan.scoring.crediting import Crediting, Line, layer_value
from qianliyan.scoring.errors import Doubtful, FactsRefused, Problem
from qianliyan.scoring.events import Event, Preparation
from qianliyan.scoring.exact import added
from qianliyan.scoring.facts import Shape
from qianliyan.scoring.partial import Nothing, Partial, Rung
from qianliyan.scoring.points import ITEM_POINTS, Worthless
from qianliyan.scoring.profiles import Hit, replaced, worth
from qianliyan.scoring.register import Register
from qianliyan.scoring.scheme import Rule, Scheme

Watch = Callable[[str, str], bool]
NOTHING = Fraction(0)


class DoubtfulFacts(FactsRefused):
    """Facts whose values the scheme cannot accept; the reader of the file knows their lines."""

    def __init__(self, doubts: list[tuple[str, str]]) -> None:
        self.doubts = doubts
        super().__init__([Problem(0, 0, f"事实“{fact}”：{text}") for fact, text in doubts])


class Fold:
    """Folds facts item by item into a partial; `watch` says whose lines are wanted."""

    def __init__(self, scheme: Scheme, register: Register, shape: Shape, watch: Watch | None = None) -> None:
        self.scheme = scheme
        self.preparation = Preparation(scheme, shape)
        self.partial = Partial()
        self.watch = watch
        self.crediting = Crediting(scheme, register, self.partial, watch)
        self.combines = [combine for combine in scheme.combines if combine.within == "item"]
        bounded = any(combine.high is not None or combine.low is not None for combine in self.combines)
        self.plain = watch is None and not bounded and not scheme.ladders

    def run(self, facts: Iterable[Any]) -> Partial:
        """Fold all facts; refuse if any has a value the scheme cannot accept."""
        with collector_resting():
            items = self.preparation.events(facts)
            for events in items.values():
                if self.plain and len(events) == 1 and events[0].counts and events[0].profile.settled:
                    self.single(events[0], events)
                else:
                    self.item(events)
        if self.preparation.doubts:
            raise DoubtfulFacts(self.preparation.doubts)
        self.partial.items.update(name for name in items if not name.startswith("\0"))
        self.partial.buckets = {day: (first, number) for day, (first, number) in self.preparation.seen.items()}
        for subject in self.scheme.subjects:
            self.partial.tallies[subject].names.update(self.everybody(subject))
        return self.partial

    def everybody(self, subject: str) -> Iterable[str]:
        """Name everyone the facts mention, so that a unit without a point stands in the table too."""
        for party in self.preparation.parties[subject].values():
            for name, _, _ in party.members:
                yield self.crediting.credited(subject, name)

    def item(self, events: list[Event]) -> None:
        """Fold one item: what matches, what of it counts, who gets it."""
        around = [event.attributes for event in events]
        counting = [event for event in events if event.counts or not self.excluded(event, around)]
        candidates: list[Line] = []
        for event in counting:
            candidates += self.matching(event, around)
        if len(candidates) > 1:
            for combine in self.combines:
                self.combine(combine, candidates)
        for place, candidate in enumerate(candidates):
            if candidate.rule.of_item:
                candidates[place] = self.share_of_item(candidate, candidates)
        self.credit(candidates, around)
        if self.scheme.quotas:
            self.crediting.quotas(counting, around)
        if self.scheme.ladders:
            self.climb(counting, around)

    def single(self, event: Event, events: list[Event]) -> None:
        """Fold an item of one fact about which nothing need be asked: the most frequent case, on the shortest way."""
        for rule, points in event.profile.settled:
            if not points:
                self.nothing(event, "分值为零", rule)
            elif not self.crediting.credit(Line(event, rule, points), ((), NOTHING)):
                self.nothing(event, "没有可以记分的单位或人员", rule)
        if event.profile.quotas:
            self.crediting.quotas(events, (event.attributes,))

    def matching(self, event: Event, around: Sequence[Attributes]) -> list[Line]:
        """List the rules that match a fact in the company of its item."""
        if event.profile.settled:
            return [Line(event, rule, points) for rule, points in event.profile.settled]
        hits = self.settled(event, around) if event.profile.looks_around else event.profile.hits
        found = [self.candidate(event, hit, around) for hit in hits]
        if not found:
            self.nothing(event, "计入任务完成数，不计分" if event.profile.quotas else self.unmatched(event))
        return [candidate for candidate in found if candidate is not None]

    def unmatched(self, event: Event) -> str:
        """Say why no rule matches a fact."""
        return self.preparation.profiler.unmatched(event.attributes)

    def excluded(self, event: Event, around: Sequence[Attributes]) -> bool:
        """Tell whether a fact is not counted at all, and note why."""
        why = self.exclusion(event, around)
        if why:
            self.nothing(event, why)
        return bool(why)

    def exclusion(self, event: Event, around: Sequence[Attributes]) -> str:
        """Say why a fact is not counted at all; empty if it is."""
        if event.late:
            return "逾期补报，不计分"
        if event.profile.excluded_by_item:
            holding = (part.why for part in self.scheme.exclusions if part.when.holds_among(event.attributes, around))
            return next(holding, "")
        return event.profile.excluded

    def settled(self, event: Event, around: Sequence[Attributes]) -> list[Hit]:
        """Decide which rules match, now that the item is known, and which stand in for others."""
        hits = {hit.rule.name: hit for hit in event.profile.hits if hit.rule.when.holds_among(event.attributes, around)}
        return [hits[rule.name] for rule in replaced([hit.rule for hit in hits.values()])]

    def candidate(self, event: Event, hit: Hit, around: Sequence[Attributes]) -> Line | None:
        """Value a matching rule, unless its table does not reach the fact."""
        if hit.why_not:
            self.nothing(event, hit.why_not, hit.rule)
            return None
        if hit.points is not None:
            return Line(event, hit.rule, hit.points)
        if hit.rule.of_item:
            return Line(event, hit.rule, NOTHING)
        try:
            return Line(event, hit.rule, worth(hit.rule, event.attributes, around))
        except Worthless as reason:
            self.nothing(event, str(reason), hit.rule)
        except Doubtful as doubt:
            self.preparation.doubts.append((event.id, str(doubt)))
        return None

    def combine(self, combine: Combine, candidates: list[Line]) -> None:
        """Let one combination decide which of its candidates count."""
        concerned = [candidate for candidate in candidates if candidate.rule.name in combine.rules and candidate.points]
        if len(concerned) < 2 and combine.high is None and combine.low is None:
            return
        for kept in combine.keep(concerned, lambda candidate: layer(combine, candidate.event)):
            candidate = kept.line
            if kept.points == 0:
                candidates.remove(candidate)
                self.nothing(candidate.event, kept.why, candidate.rule)
            elif kept.points != candidate.points:
                candidate.points, candidate.notes = kept.points, f"，{kept.why}"

    def share_of_item(self, candidate: Line, candidates: list[Line]) -> Line:
        """Value a rule that takes or adds a share of what the item has earned in its column."""
        attributes = {**candidate.event.attributes, ITEM_POINTS: self.earned(candidate, candidates)}
        try:
            return Line(candidate.event, candidate.rule, worth(candidate.rule, attributes, ()))
        except Worthless as reason:
            return Line(candidate.event, candidate.rule, NOTHING, str(reason))

    def credit(self, candidates: list[Line], around: Sequence[Attributes]) -> None:
        """Hand the counting candidates over to be shared out."""
        for candidate in candidates:
            if not candidate.points:
                self.nothing(candidate.event, candidate.notes or "分值为零", candidate.rule)
                continue
            earned = self.earned(candidate, candidates) if self.watch and candidate.rule.of_item else NOTHING
            if not self.crediting.credit(candidate, (around, earned)):
                self.nothing(candidate.event, "没有可以记分的单位或人员", candidate.rule)

    def earned(self, candidate: Line, candidates: list[Line]) -> Fraction:
        """Add up what the item has earned in the candidate's column."""
        column = candidate.rule.column
        return added([part.points for part in candidates if not part.rule.of_item and part.rule.column == column])

    def nothing(self, event: Event, why: str, rule: Rule | None = None) -> None:
        """Count the reason; keep the fact too if anybody concerned is watched."""
        self.partial.reasons[why] += 1
        if self.watch is None:
            return
        names = tuple(self.crediting.concerned(event))
        if any(self.watch(*name) for name in names) or not names:
            shown = tuple(name for _, name in names)
            self.partial.nothing.append(Nothing(event.id, event.item, event.day, why, rule.name if rule else "", shown))

    def climb(self, events: list[Event], around: Sequence[Attributes]) -> None:
        """Find the highest rung the item reached on each ladder."""
        best: dict[int, tuple[Any, ...]] = {}
        for event in events:
            for ladder, height in self.heights(event, around):
                best[ladder] = min(best.get(ladder, (height, event.day, event.id)), (height, event.day, event.id))
        by_id = {event.id: event for event in events}
        for ladder, (height, day, fact) in best.items():
            names = tuple(name for name, _, _ in (by_id[fact].offices.members or by_id[fact].authors.members))
            self.partial.rungs.append(Rung(ladder, height, by_id[fact].item or fact, fact, day, names))

    def heights(self, event: Event, around: Sequence[Attributes]) -> Iterable[tuple[int, int]]:
        """List the rungs of a fact, looking at the item where a rung asks for it."""
        if not any(when.looks_around for ladder in self.scheme.ladders for _, when in ladder.rungs):
            return event.profile.ladders
        return [
            (place, height)
            for place, ladder in enumerate(self.scheme.ladders)
            for height, (_, when) in enumerate(ladder.rungs)
            if when.holds_among(event.attributes, around)
        ]


@contextmanager
def collector_resting() -> Iterator[None]:
    """Spare the collector of cycles while millions of small objects arise, none of them in a cycle."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def layer(combine: Combine, event: Event) -> Any:
    """Give the layer of a fact; one without the attribute is a layer by itself."""
    values = tuple(layer_value(name, event) for name in combine.one_per)
    return values if None not in values else ("", event.id)
