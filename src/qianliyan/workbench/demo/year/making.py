"""Makes the whole city: the closed year, the running one, and the written story as its last weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from qianliyan.core import clock
from qianliyan.core.batches import together
from qianliyan.search.actions.putting import gathered
from qianliyan.workbench.demo import making as story
from qianliyan.workbench.demo.bulk import Mill, grind
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.spans import SEED, Part, Span
from qianliyan.workbench.demo.stage import World
from qianliyan.workbench.demo.year.agenda import Agenda, without_savepoints
from qianliyan.workbench.demo.year.before import enter_before
from qianliyan.workbench.demo.year.boxes import schedule_tips
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.entering import enter_part
from qianliyan.workbench.demo.year.reckoning import Reckoning, publish_rules
from qianliyan.workbench.demo.year.requests import Requests

BULK_YEARS = timedelta(days=5 * 365)
# How far a part is.
Told = Callable[[datetime, Part], None]


@dataclass(frozen=True)
class City:
    """The city on its first morning, and what is to be played in it until `now`; the written story is its end."""

    now: datetime
    span: Span
    told_to_end: bool
    cast: Cast

    @classmethod
    def laid(cls, now: datetime, span: Span, *, told_to_end: bool) -> "City":
        """Lay the stage: offices, people, publications, and the rules of assessment."""
        with clock.at(timezone.make_aware(datetime.combine(span.months[0].first, time(8)))):
            return cls(now, span, told_to_end, _stage())

    def play(self, part: Part, told: Told) -> None:
        """Play a part to its end; the second one with the running year, what is asked in it, and the story."""
        agenda = Agenda(SEED)
        at_work = enter_part(self.span, part, self.cast, agenda)
        reckoning = Reckoning(self.cast, agenda, self.span)
        if part.is_last:
            reckoning.schedule()
            if self.told_to_end:
                Requests(self.cast, agenda, self.span.last, at_work).schedule()
                schedule_tips(self.cast, agenda, self.span.last)
                story.enter(agenda, self.cast.world, self.now)
        if part == self.span.whole_part:
            reckoning.schedule_closing()
        agenda.play(self.now, lambda moment: told(moment, part))

    def close_the_year(self) -> None:
        """Close the past year once both halves of everything have been played, and let everybody read of it."""
        agenda = Agenda(SEED)
        Reckoning(self.cast, agenda, self.span).schedule_closing()
        story.enter_bells(agenda, self.cast.world, self.now)
        agenda.play(self.now, lambda _moment: None)


def make_city(now: datetime, span: Span | None = None, told: Told | None = None) -> World:
    """Make everything up to `now`, or some months without the story; the same gives the same, but for uids."""
    city = City.laid(now, span or Span.whole(clock.local(now).date()), told_to_end=span is None)
    city.play(city.span.whole_part, told or (lambda _moment, _part: None))
    return city.cast.world


def make_large(now: datetime, count: int, told: Callable[[int], None]) -> World:
    """Make the written story after five years of `count` arrivals that are entered in bulk, for measuring."""
    agenda = Agenda(SEED)
    start = now - BULK_YEARS
    with clock.at(start - timedelta(days=1)):
        cast = _stage()
    world = cast.world
    senders = [cast.officer(unit.key) for unit in units().values() if unit.above == "city"]
    step = (BULK_YEARS - timedelta(days=120)) / count
    grind(Mill(senders, cast.offices["city"], world.seats["city-bianji"], start, step), count, told)
    story.enter(agenda, world, now)
    agenda.play(now, lambda _moment: None)
    return world


@transaction.atomic
def _stage() -> Cast:
    world = World()
    with gathered(), together(), without_savepoints():
        world.build()
        cast = Cast(world, Random(SEED))  # noqa: S311 - invented names, not a secret
        cast.enter()
        enter_before(world.seats, cast.offices)
        publish_rules(cast)
        story.read_bells(world)
    return cast
