"""What the city asks for: key points of every month, key tasks of the year, commissions that units answer."""

from datetime import date, datetime, time, timedelta
from functools import cache, partial
from random import Random
from typing import Any

from django.utils import timezone

from qianliyan.core import clock
from qianliyan.planning.actions import answers, commissions, key_points, key_tasks
from qianliyan.planning.actions.key_tasks import TaskEntry
from qianliyan.planning.models import Addressee, Commission
from qianliyan.workbench.demo.files import read
from qianliyan.workbench.demo.orders import Order
from qianliyan.workbench.demo.texts.writer import Text
from qianliyan.workbench.demo.year.agenda import Act, Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.units import Case, Units

NOTHING = "经了解，本地目前没有这方面情况。"


@cache
def told() -> Any:
    """Return what requests.yaml says."""
    return read("requests.yaml")


def answers_to(title: str) -> dict[str, Text]:
    """Return what units wrote for a commission."""
    return {
        one["unit"]: Text(one["title"], one["body"], topic=title, kind="") for one in told()["answers"].get(title, ())
    }


def answered(key: str, commission: Commission) -> Order:
    """Return the order of an answer, two days later; the section keeps it for a composite."""
    return Order(key, clock.today() + timedelta(days=2), commission.kind, "single", "system", "reserve")


class Requests:
    """The section as it asks, and the units as they sign for it or have nothing to report."""

    def __init__(self, cast: Cast, agenda: Agenda, last: date, units: Units) -> None:
        self.cast = cast
        self.units = units
        self.agenda = agenda
        self.year = last.year
        self.last = last
        self.chief = cast.world.seats["city-kezhang"]

    @property
    def chance(self) -> Random:
        """The chance of the thread in which we are."""
        return self.agenda.chance

    def schedule(self) -> None:
        """Enter everything of the running year that is not later than its last day."""
        self._on(date(self.year, 1, 12), self._enter_tasks)
        for month in range(1, self.last.month + 1):
            self._on(date(self.year, month, 1), partial(self._announce, month))
        for asked in told()["commissions"]:
            self._on(date(self.year, asked["month"], 8), partial(self._ask, asked))

    def _on(self, day: date, act: Act) -> None:
        if day <= self.last:
            self.agenda.enter(timezone.make_aware(datetime.combine(day, time(9, 5))), act)

    def _enter_tasks(self) -> None:
        offices, listed = self.cast.offices, told()["key_tasks"]
        entries = [
            TaskEntry(
                title=title,
                due_on=date(self.year, 12, 20),
                lead=(offices[lead],),
                assist=tuple(offices[key] for key in assist.split()),
            )
            for title, lead, assist in listed["tasks"]
        ]
        key_tasks.enter_all(by=self.chief, year=self.year, source=listed["source"], entries=entries)

    def _announce(self, month: int) -> None:
        first = clock.today()
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        for title, content in told()["key_points"][month]:
            key_points.announce(by=self.chief, title=title, content=content, starts_on=first, ends_on=last)

    def _ask(self, asked: dict[str, Any]) -> None:
        """Send a commission out; within a day or two each unit signs for it, some have nothing to report."""
        due = timezone.make_aware(datetime.combine(clock.today() + timedelta(days=9), time(17)))
        fields = {name: asked[name] for name in ("title", "content", "kind")}
        offices = [self.cast.offices[key] for key in asked["units"]]
        commission = commissions.prepare(by=self.chief, units=offices, due_at=due, **fields)
        commission = commissions.issue(commission, by=self.chief)
        for key in asked["units"]:
            if self.chance.random() < 0.85:
                self._soon(60, 1400, partial(self._sign_for, commission, key))

    def _sign_for(self, commission: Commission, key: str) -> None:
        addressee = Addressee.objects.get(commission=commission, office=self.cast.offices[key])
        signed = answers.sign_for(addressee, by=self.cast.officer(key))
        answer = answers_to(commission.title).get(key)
        if answer is not None:
            case = Case(answered(key, commission), answer, commission.office, commission=commission)
            self.units.schedule(case)
        elif self.chance.random() < 0.3:
            self._soon(200, 2600, lambda: answers.report_nothing(signed, by=self.cast.officer(key), remark=NOTHING))

    def _soon(self, least: int, most: int, act: Act) -> None:
        self.agenda.enter(clock.now() + timedelta(minutes=self.chance.randrange(least, most)), act)
