"""Facts made ready for counting: which month they belong to, which profile they have, who shares in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

import msgspec

from qianliyan.scoring import conditions
from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.facts import Shape, name_of
from qianliyan.scoring.periods import month_day, months_of
from qianliyan.scoring.profiles import Profile, Profiler
from qianliyan.scoring.scheme import OFFICES, PERSONS, Scheme


class Party:
    """Everyone who shares in a fact as (name, weight, role), in its order; the same sharers are one object.

    `ways` belongs to `crediting`: how each rule shares points among them, worked out once.
    """

    __slots__ = ("members", "ways")

    def __init__(self, members: tuple[tuple[str, int, str], ...]) -> None:
        self.members = members
        self.ways: dict[Any, Any] = {}


NOBODY = Party(())


class Event(msgspec.Struct, gc=False):
    """One fact, with nothing left to look up."""

    id: str
    item: str
    day: date
    bucket: int
    profile: Profile
    offices: Party
    authors: Party
    late: bool

    @property
    def counts(self) -> bool:
        """Tell whether a fact certainly counts, without looking at its item."""
        return not (self.late or self.profile.excluded or self.profile.excluded_by_item)

    @property
    def attributes(self) -> Mapping[str, Any]:
        """Give the attributes the scheme asks for."""
        return self.profile.attributes


class Preparation:
    """Turns facts into events; remembers everything that repeats from fact to fact."""

    def __init__(self, scheme: Scheme, shape: Shape) -> None:
        self.scheme = scheme
        self.shape = shape
        self.profiler = Profiler(scheme)
        # Whole limits as int: comparing with fractions costs several times as much.
        self.edges = [
            (shape.names.index(name), [int(end) if end.denominator == 1 else end for end in ends])
            for name, ends in scheme.edges.items()
            if name in shape.names
        ]
        self.counts_sharers = bool({"offices_count", "authors_count"} & scheme.names)
        self.read = attrgetter(*shape.names, "on") if self.dated else attrgetter(*shape.names)
        self.profiles: dict[Any, Profile] = {}
        self.parties: dict[str, dict[Any, Party]] = {OFFICES: {}, PERSONS: {}}
        self.days: dict[date, int] = {}
        self.seen: dict[int, list[Any]] = {}
        self.doubts: list[tuple[str, str]] = []

    @property
    def dated(self) -> bool:
        """Tell whether any condition looks at the day itself."""
        return bool({"on", "month"} & self.scheme.names)

    def events(self, facts: Iterable[Any]) -> dict[str, list[Event]]:
        """Gather the facts by item; a fact without an item stands alone."""
        items: dict[str, list[Event]] = {}
        for fact in facts:
            try:
                event = self.event(fact)
            except Doubtful as doubt:
                self.doubts.append((fact.id, str(doubt)))
                continue
            # An item cannot be named like this, so a lone fact never joins one by accident.
            items.setdefault(event.item or f"\0{event.id}", []).append(event)
        return items

    def event(self, fact: Any) -> Event:
        """Make one fact ready."""
        day, bucket, late = self.place(fact)
        seen = self.seen.get(bucket)
        if seen is None:
            seen = self.seen[bucket] = [fact.id, 0]
        seen[0], seen[1] = min(seen[0], fact.id), seen[1] + 1
        return Event(
            fact.id,
            fact.item or "",
            day,
            bucket,
            self.profile(fact, bucket),
            self.offices(fact),
            self.party(PERSONS, fact.authors),
            late,
        )

    def place(self, fact: Any) -> tuple[date, int, bool]:
        """Decide the month a fact counts in, and whether it was put into an earlier month too late."""
        day = self.day(fact)
        if fact.period is None:
            bucket = self.days.get(day)
            if bucket is None:
                bucket = self.days[day] = self.bucket(day)
            return day, bucket, False
        last = self.scheme.calendar.read(fact.period).last
        until = self.scheme.back_fill
        late = until is not None and fact.on > conditions.limit(last, until.day, until.months_after)
        return day, self.bucket(last), late

    def day(self, fact: Any) -> date:
        """Give the day by which the scheme dates this kind of fact."""
        attribute = self.scheme.dated_by.get(fact.fact)
        value = getattr(fact, attribute) if attribute else None
        if value is None:
            return fact.on  # type: ignore[no-any-return]
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise Doubtful(f"“{attribute}”不是日期：{value}") from error

    def bucket(self, day: date) -> int:
        """Give the day that stands for a fact's month; the day itself where weeks matter."""
        return day.toordinal() if self.scheme.weekly else month_day(months_of(day)).toordinal()

    def profile(self, fact: Any, bucket: int) -> Profile:
        """Find or work out the profile of a fact."""
        values = self.read(fact)
        key: Any = self.between(values) if self.edges else values
        if self.counts_sharers or self.dated:
            key = (key, len(fact.offices), len(fact.authors), bucket)
        try:
            found = self.profiles.get(key)
        except TypeError:
            key = frozen(key)
            found = self.profiles.get(key)
        if found is None:
            found = self.profiles[key] = self.profiler.profile(self.attributes(values, fact, bucket))
        return found

    def between(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Replace numbers that are only compared by the stretch between two limits in which they lie."""
        found = list(values)
        for place, ends in self.edges:
            value = values[place]
            if isinstance(value, int | Decimal):
                found[place] = (bisect_left(ends, value), bisect_right(ends, value))
        return tuple(found)

    def attributes(self, read: Any, fact: Any, bucket: int) -> dict[str, Any]:
        """Name the values of a profile."""
        values = frozen(read) if isinstance(read, tuple) else (frozen(read),)
        named = dict(zip((*self.shape.names, "on"), values, strict=False))
        if fact.fact == "instructed" and named.get("leader_level", 0) is None:
            # The level of an instruction is its leader's, unless the fact tells them apart.
            named["leader_level"] = named.get("level")
        counts = {"offices_count": len(fact.offices), "authors_count": len(fact.authors)}
        month = {"on": fact.on, "month": month_day(months_of(date.fromordinal(bucket)))} if self.dated else {}
        return {**named, **counts, **month}

    def offices(self, fact: Any) -> Party:
        """Give the units of a fact; if it names only authors, their offices, each once."""
        if fact.offices or not fact.authors:
            return self.party(OFFICES, fact.offices)
        names = dict.fromkeys(author.office for author in fact.authors if getattr(author, "office", None))
        return self.party(OFFICES, tuple(names))

    def party(self, subject: str, sharers: tuple[Any, ...]) -> Party:
        """Find or build the list of sharers."""
        if not sharers:
            return NOBODY
        found = self.parties[subject].get(sharers)
        if found is None:
            members = tuple(
                (name_of(sharer), getattr(sharer, "weight", 1), getattr(sharer, "role", "") or "") for sharer in sharers
            )
            found = self.parties[subject][sharers] = Party(members)
        return found


def frozen(value: Any) -> Any:
    """Make lists and mappings of a fact hashable."""
    if isinstance(value, list | tuple):
        return tuple(frozen(part) for part in value)
    if isinstance(value, dict):
        return tuple(sorted((key, frozen(part)) for key, part in value.items()))
    return value
