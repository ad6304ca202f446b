"""From the plan to single orders: who sends what on which day by which way, and what becomes of it. Pure and seeded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from random import Random

from qianliyan.workbench.demo.city import Unit, reporting_to_city, towns_of
from qianliyan.workbench.demo.plan import Month
from qianliyan.workbench.demo.texts.telling import happenings

WorksOn = Callable[[date], bool]
PROTECTED = ("problem", "warning")
# Of a hundred that are not taken: how many are declined, returned and sent again, reserved, withdrawn.
FATES = ("decline", "return", "reserve", "withdraw")
FATE_WEIGHTS = (86, 6, 7, 1)
CHANNELS = ("system", "chat", "mail", "paper", "fax", "phone")
CHANNEL_WEIGHTS = (30, 31, 18, 13, 6, 2)
ENTRIES = (3, 4, 4, 5, 5)
# The county prints one issue a month.
COUNTY_PLACES = 3


@dataclass(frozen=True)
class Order:
    """One item to be written and sent."""

    unit: str
    day: date
    kind: str
    form: str
    channel: str
    fate: str
    # "topic", "meeting", or the number of the event that several units tell.
    about: str = "topic"
    urgency: str = "ordinary"
    issue: str = ""
    # The place in the issue; several orders of one place are merged.
    place: int = 0


@dataclass(frozen=True)
class IssuePlan:
    """One issue to be printed: its publication, its day, and how many places it has."""

    name: str
    publication: str
    day: date
    places: int


@dataclass(frozen=True)
class Year:
    """Everything that is planned, in the order of its days."""

    orders: tuple[Order, ...]
    issues: tuple[IssuePlan, ...]
    months: tuple[Month, ...]

    def belongs(self, order: Order) -> date:
        """Return the day with which an order belongs: that of the issue for which it is written, else its own."""
        return self._printed[order.issue] if order.issue else order.day

    @cached_property
    def _printed(self) -> dict[str, date]:
        return {issue.name: issue.day for issue in self.issues}


def plan(months: Sequence[Month], works_on: WorksOn, seed: int) -> Year:
    """Return the orders and issues of these months."""
    chance = Random(seed)  # noqa: S311 - an invented year, not a secret
    orders: list[Order] = []
    issues: list[IssuePlan] = []
    start = months[0].first
    for month in months:
        days = working_days(month, works_on)
        made = [*_issues(month, days, chance)]
        issues += made
        taken = [order for issue in made for order in _for_issue(issue, start, works_on, chance)]
        events = list(_events(month, days, chance))
        rest = max(0, month.arrivals - len(taken) - len(events))
        orders += [*taken, *events, *(_filler(days, chance) for _number in range(rest))]
        county = IssuePlan(f"qingshi-{month.year}-{month.month:02}", "qingshi", days[-4], COUNTY_PLACES)
        issues.append(county)
        orders += _from_towns(days, chance, month.arrivals // 30)
        orders += _for_county(county, works_on, chance)
    orders.sort(key=lambda order: order.day)
    return Year(tuple(orders), tuple(sorted(issues, key=lambda issue: issue.day)), tuple(months))


def working_days(month: Month, works_on: WorksOn) -> list[date]:
    """Return the working days of a month."""
    days = [month.first + timedelta(days=number) for number in range(31)]
    return [day for day in days if day.month == month.month and works_on(day)]


def _issues(month: Month, days: Sequence[date], chance: Random) -> Iterator[IssuePlan]:
    """Spread the issues over the month's working days, none on its first four."""
    usable = days[4:] if month.month == 1 else days
    for publication, count in (("zhengwu", month.bulletins), ("zhuanbao", month.specials)):
        for number in range(count):
            day = usable[(number * len(usable)) // count]
            places = chance.choice(ENTRIES) if publication == "zhengwu" else 1
            yield IssuePlan(f"{publication}-{month.year}-{month.month:02}-{number:02}", publication, day, places)


def _for_issue(issue: IssuePlan, start: date, works_on: WorksOn, chance: Random) -> Iterator[Order]:
    for place in range(issue.places):
        sources = 1 if chance.random() > 0.07 else chance.choice((2, 2, 3))
        kind = _kind_for(issue.publication, chance)
        chosen = chance.sample(reporting_to_city(), 8)
        for unit in sorted(chosen, key=lambda one: -one.weight * chance.random())[:sources]:
            day = _before(issue.day, chance.choice((3, 3, 4, 4, 5)), works_on, start)
            channel = chance.choices(CHANNELS, CHANNEL_WEIGHTS)[0]
            form = "special" if issue.publication == "zhuanbao" and chance.random() < 0.4 else _form(kind, chance)
            order = Order(unit.key, day, kind, form, channel, "take", issue=issue.name, place=place)
            yield replace(order, urgency=_urgency(kind, chance))


def _events(month: Month, days: Sequence[date], chance: Random) -> Iterator[Order]:
    """Let some things happen that several units tell within two days."""
    counties = [unit for unit in reporting_to_city() if unit.author.rank == "county"]
    possible = [place for place, one in enumerate(happenings()) if month.month in one.months]
    for number in range(round(month.arrivals / 65)):
        about, place = chance.choice(possible), chance.choice(counties)
        lines = set(happenings()[about].lines)
        others = [unit for unit in reporting_to_city() if unit.author.scopes & lines and unit is not place]
        told = [place, *chance.sample(others, min(len(others), chance.choice((1, 2, 2, 3))))]
        first = chance.randrange(len(days))
        for later, unit in enumerate(told):
            day = days[min(first + later // 2, len(days) - 1)]
            label = f"event:{about}:{month.year}{month.month:02}{number:02}:{place.key}:{days[first].isoformat()}"
            urgency = "extra" if later == 0 and chance.random() < 0.5 else "urgent"
            yield Order(unit.key, day, "ordinary", "brief", "system", _fate(chance), label, urgency)


def _filler(days: Sequence[date], chance: Random) -> Order:
    units = reporting_to_city()
    unit = chance.choices(units, [one.weight for one in units])[0]
    channel = chance.choices(CHANNELS, CHANNEL_WEIGHTS)[0]
    if chance.random() < 0.2 and unit.key not in ("beijing", "shanghai", "experts"):
        return Order(unit.key, chance.choice(days), "ordinary", "brief", channel, _fate(chance), "meeting")
    kind = _kind_of(unit, chance)
    order = Order(unit.key, chance.choice(days), kind, _form(kind, chance), channel, _fate(chance))
    return replace(order, urgency=_urgency(kind, chance))


def _from_towns(days: Sequence[date], chance: Random, count: int) -> Iterator[Order]:
    """Let the townships of one county report to it: short, late and in set phrases, as they do."""
    for _number in range(count):
        unit = chance.choice(towns_of("qingshi"))
        kind = chance.choice(("implementation", "implementation", "ordinary", "experience", "problem"))
        about = "meeting" if kind == "ordinary" and chance.random() < 0.5 else "topic"
        fate = "decline" if about == "meeting" or chance.random() < 0.7 else "keep"
        yield Order(unit.key, chance.choice(days), kind, "brief", chance.choice(("chat", "system")), fate, about)


def _for_county(issue: IssuePlan, works_on: WorksOn, chance: Random) -> Iterator[Order]:
    """Let some of what the townships sent stand in the county's own issue of the month."""
    for place in range(issue.places):
        unit, kind = chance.choice(towns_of("qingshi")), chance.choice(("implementation", "experience"))
        day = _before(issue.day, chance.choice((4, 5, 6)), works_on, issue.day.replace(day=1))
        yield Order(unit.key, day, kind, "brief", "system", "take", issue=issue.name, place=place)


def _kind_for(publication: str, chance: Random) -> str:
    if publication == "zhuanbao":
        return chance.choice(("problem", "problem", "warning"))
    return chance.choices(("implementation", "experience", "ordinary"), (46, 40, 14))[0]


def _kind_of(unit: Unit, chance: Random) -> str:
    if unit.key in ("beijing", "shanghai"):
        return "experience"
    weights = (16, 12, 46, 14, 12) if unit.key == "experts" else (42, 20, 13, 6, 19)
    return chance.choices(("implementation", "experience", "problem", "warning", "ordinary"), weights)[0]


def _form(kind: str, chance: Random) -> str:
    if kind == "ordinary":
        return "brief"
    if kind == "warning":
        return chance.choice(("single", "single", "brief"))
    return chance.choices(("single", "brief", "special", "research"), (66, 27, 4, 3))[0]


def _urgency(kind: str, chance: Random) -> str:
    return "urgent" if kind in PROTECTED and chance.random() < 0.12 else "ordinary"


def _fate(chance: Random) -> str:
    return chance.choices(FATES, FATE_WEIGHTS)[0]


def _before(day: date, count: int, works_on: WorksOn, start: date) -> date:
    """Return the day that lies `count` working days before, but not before everything began."""
    while count and day > start:
        day -= timedelta(days=1)
        count -= works_on(day)
    while not works_on(day):
        day += timedelta(days=1)
    return day
