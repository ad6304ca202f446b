"""Makes the whole city: the closed year, the running one, and the written story as its last weeks."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.core.batches import together
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level
from qianliyan.search.actions.putting import gathered
from qianliyan.workbench.demo import making as story
from qianliyan.workbench.demo.bulk import Mill, grind
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.orders import IssuePlan, Order, Year
from qianliyan.workbench.demo.spans import SEED, Span, wanted
from qianliyan.workbench.demo.stage import World
from qianliyan.workbench.demo.texts.ordering import MANY, written, written_apart
from qianliyan.workbench.demo.texts.writer import Text
from qianliyan.workbench.demo.year.agenda import Agenda, without_savepoints
from qianliyan.workbench.demo.year.before import enter_before
from qianliyan.workbench.demo.year.boxes import schedule_tips
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.desk import Desk
from qianliyan.workbench.demo.year.leaders import Leaders
from qianliyan.workbench.demo.year.papers import Papers
from qianliyan.workbench.demo.year.press import Press
from qianliyan.workbench.demo.year.reckoning import Reckoning
from qianliyan.workbench.demo.year.requests import Requests
from qianliyan.workbench.demo.year.units import Case, Units
from qianliyan.workbench.demo.year.upward import Upward

WRITER = "qianliyan.workbench.demo.year.writing"
BULK_YEARS = timedelta(days=5 * 365)
Told = Callable[[datetime], None]


def make_city(now: datetime, span: Span | None = None, told: Told | None = None) -> World:
    """Make everything up to `now`, or some months without the story; the same gives the same, but for uids."""
    chance = Random(SEED)  # noqa: S311 - an invented year, not a secret
    world, agenda = World(), Agenda()
    whole = span is None
    span = span or Span.whole(clock.local(now).date())
    with clock.at(timezone.make_aware(datetime.combine(span.months[0].first, time(8)))):
        cast = _stage(world, chance)
    at_work = _enter_year(span, cast, agenda, chance)
    Reckoning(cast, agenda, span).schedule()
    if whole:
        Requests(cast, agenda, chance, span.last, at_work).schedule()
        schedule_tips(cast, agenda, span.last)
        story.enter(agenda, world, now)
    agenda.play(now, told or (lambda _moment: None))
    return world


def make_large(now: datetime, count: int, told: Callable[[int], None]) -> World:
    """Make the written story after five years of `count` arrivals that are entered in bulk, for measuring."""
    chance = Random(SEED)  # noqa: S311 - an invented city, not a secret
    world, agenda = World(), Agenda()
    start = now - BULK_YEARS
    with clock.at(start - timedelta(days=1)):
        cast = _stage(world, chance)
    senders = [cast.officer(unit.key) for unit in units().values() if unit.above == "city"]
    step = (BULK_YEARS - timedelta(days=120)) / count
    grind(Mill(senders, cast.offices["city"], world.seats["city-bianji"], start, step), count, told)
    story.enter(agenda, world, now)
    agenda.play(now, lambda _moment: None)
    return world


@transaction.atomic
def _stage(world: World, chance: Random) -> Cast:
    with gathered(), together(), without_savepoints():
        world.build()
        cast = Cast(world, chance)
        cast.enter()
        enter_before(world.seats, cast.offices)
    return cast


def _enter_year(span: Span, cast: Cast, agenda: Agenda, chance: Random) -> Units:
    year = span.planned()
    desk = Desk(cast, agenda, chance)
    desk.units = Units(cast, agenda, chance, arrived=desk.receive)
    press = Press(cast, agenda, desk)
    places = Counter((order.issue, order.place) for order in year.orders if order.issue)
    for (issue, place), sources in places.items():
        desk.expect(issue, place, sources)
    Weeks(year.orders, _texts(year, span), span.last, desk.units, agenda).enter()
    reports, above = span.reported(year)
    upward = Upward(cast, agenda, desk, chance)

    instructed = span.instructed(year, reports)
    leaders = Leaders(cast, agenda, chance)
    papers = Papers(cast, agenda, chance, span.months[0].year)
    papers.schedule()

    def report(planned: IssuePlan, issue: Issue, printed: Sequence[Draft]) -> None:
        for place, draft in enumerate(printed):
            key = (planned.name, place)
            if key in reports:
                upward.report(draft, reports[key])
                if reports[key].issue:
                    papers.hear_adopted(issue.entries.get(draft=draft))
            if key in instructed:
                leaders.hear(issue, place, Level(instructed[key]))

    press.heard.append(report)
    for place, planned in enumerate(one for one in (*year.issues, *above) if one.day < span.last):
        press.schedule(planned, place)
    return desk.units


def _texts(year: Year, span: Span) -> Iterator[Text]:
    """Write the texts, many of them in a process of its own."""
    if len(year.orders) < MANY:
        return written(wanted(year.orders), SEED)
    return written_apart(WRITER, [span.told()])


class Weeks:
    """Enters the orders a week at a time, so that the writer stays only a little ahead."""

    def __init__(
        self, orders: Sequence[Order], texts: Iterator[Text], last: date, at_work: Units, agenda: Agenda
    ) -> None:
        self._pairs = zip(orders, texts, strict=True)
        self._last = last
        self._units = at_work
        self._agenda = agenda
        self._next = next(self._pairs, None)

    def enter(self) -> None:
        """Enter the orders of the coming seven days and come back for the next; today's belong to the story."""
        if self._next is None:
            return
        until = self._next[0].day + timedelta(days=7)
        while self._next is not None and self._next[0].day < until:
            order, text = self._next
            if order.day < self._last:
                self._units.schedule(Case(order, text, self._receiver(order)))
            self._next = next(self._pairs, None)
        if self._next is not None:
            self._agenda.enter(timezone.make_aware(datetime.combine(until, time(0, 1))), self.enter)

    def _receiver(self, order: Order) -> Office:
        return self._units.cast.offices[units()[order.unit].above]
