"""Composes, signs and prints the issues of the plan from the drafts that are ready for them."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.offices.models import Seat
from qianliyan.workbench.demo.orders import IssuePlan
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qianliyan.desk.models import Draft

WAIT = timedelta(hours=3)
MOST_WAITS = 30


class Press:
    """The section as it prints: one issue after the other, so that numbers follow the days."""

    def __init__(self, cast: Cast, agenda: Agenda, desk: Desk) -> None:
        self.cast = cast
        self.agenda = agenda
        self.desk = desk
        # Told of each printed text and its place in the plan: it may be reported upward, or come before a leader.
        self.heard: list[Callable[[IssuePlan, Issue, Sequence[Draft]], None]] = []

    def schedule(self, plan: IssuePlan, place: int) -> None:
        """Enter an issue on its day; `place` keeps several of one day apart."""
        start = datetime.combine(plan.day, time(15, 10)) + timedelta(minutes=12 * (place % 12))
        self.agenda.enter(timezone.make_aware(start), lambda: self._make(plan, 0))

    def _make(self, plan: IssuePlan, waited: int) -> None:
        """Compose it when all of its drafts are ready, later the same day or the next one otherwise."""
        if len(self.desk.ready[plan.name]) < plan.places and waited < MOST_WAITS:
            self.agenda.enter(clock.now() + WAIT, lambda: self._make(plan, waited + 1))
            return
        found = self.desk.ready.pop(plan.name)
        chief, secretary = self._seats(plan)
        issue = composing.start(self.cast.world.publications[plan.publication], by=chief)
        for draft in found:
            composing.add(issue, draft, by=chief)
        fresh = Issue.objects.get(pk=issue.pk)
        signing.send_for_signing(fresh, by=chief)
        signed = signing.sign(Issue.objects.get(pk=issue.pk), by=secretary, remark="同意")
        printed = printing.publish(signed, by=chief)
        for hear in self.heard:
            hear(plan, printed, found)

    def _seats(self, plan: IssuePlan) -> tuple[Seat, Seat]:
        seats = self.cast.world.seats
        if plan.publication == "yaoqing":
            return seats["sheng-chuzhang"], seats["sheng-mishuzhang"]
        if plan.publication == "qingshi":
            return seats["qs-bianji"], seats["qs-fuzhuren"]
        return seats["city-kezhang"], seats["city-mishuzhang"]
