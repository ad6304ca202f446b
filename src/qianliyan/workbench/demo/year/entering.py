"""Enters a part of the year into the agenda: arrivals as their weeks come, issues, and what follows from them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.utils import timezone

from qianliyan.bulletins.models import Issue
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.orders import IssuePlan, Order
from qianliyan.workbench.demo.spans import SEED, Part, Span, wanted
from qianliyan.workbench.demo.texts.ordering import MANY, written, written_apart
from qianliyan.workbench.demo.texts.writer import Text
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.desk import Desk
from qianliyan.workbench.demo.year.leaders import Leaders
from qianliyan.workbench.demo.year.papers import Papers
from qianliyan.workbench.demo.year.press import Press
from qianliyan.workbench.demo.year.units import Case, Units
from qianliyan.workbench.demo.year.upward import Upward

WRITER = "qianliyan.workbench.demo.year.writing"


def enter_part(span: Span, part: Part, cast: Cast, agenda: Agenda) -> Units:
    """Enter everything of a part that is not later than the span's last day."""
    desk = Desk(cast, agenda)
    desk.units = Units(cast, agenda, arrived=desk.receive)
    orders = span.planned.orders
    for (issue, place), sources in Counter((one.issue, one.place) for one in orders if one.issue).items():
        desk.expect(issue, place, sources)
    Weeks(_with_texts(span, part), span.last, desk.units, agenda).enter()
    press = Press(cast, agenda, desk)
    press.heard.append(_following(span, part, desk).hear)
    for place, planned in enumerate(one for one in issues_of(span, part) if one.day < span.last):
        with agenda.thread(planned.name):
            press.schedule(planned, place)
    return desk.units


def issues_of(span: Span, part: Part) -> list[IssuePlan]:
    """Return the issues of a part: an office's own by their day, the province's by that of the first report in them."""
    first = {one.issue: one.day for one in sorted(span.reports.values(), key=lambda one: one.day, reverse=True)}
    own = [one for one in span.planned.issues if part.holds(one.day)]
    return own + [one for one in span.above if part.holds(first[one.name])]


def _with_texts(span: Span, part: Part) -> Iterator[tuple[Order, Text]]:
    """Pair the orders of a part with their texts; the writer needs to have written what stands before them."""
    orders, belongs = span.planned.orders, span.planned.belongs
    places = [place for place, order in enumerate(orders) if part.holds(belongs(order))]
    start, stop = places[0], places[-1] + 1
    texts: Iterator[Text]
    if stop - start < MANY:
        texts = islice(written(wanted(orders[:stop]), SEED), start, None)
    else:
        texts = written_apart(WRITER, [span.told(), str(start), str(stop)])
    pairs = zip(orders[start:stop], texts, strict=True)
    return ((order, text) for order, text in pairs if part.holds(belongs(order)))


@dataclass(frozen=True)
class Following:
    """What follows from what was printed: reports upward, papers from above, leaders' instructions."""

    span: Span
    upward: Upward
    leaders: Leaders
    papers: Papers

    def hear(self, planned: IssuePlan, issue: Issue, printed: Sequence[Draft]) -> None:
        """Enter what is planned to follow from the texts of an issue."""
        for place, draft in enumerate(printed):
            key = (planned.name, place)
            if report := self.span.reports.get(key):
                self.upward.report(draft, report)
                if report.issue:
                    self.papers.hear_adopted(issue.entries.get(draft=draft), self.span.months[0].year)
            if level := self.span.instructed.get(key):
                self.leaders.hear(issue, place, Level(level))


def _following(span: Span, part: Part, desk: Desk) -> Following:
    cast, agenda = desk.cast, desk.agenda
    papers = Papers(cast, agenda, part, span.reports.values())
    papers.schedule(span.months[0].year)
    return Following(span, Upward(cast, agenda, desk), Leaders(cast, agenda), papers)


class Weeks:
    """Enters the orders a week at a time, so that the writer stays only a little ahead."""

    def __init__(self, pairs: Iterator[tuple[Order, Text]], last: date, at_work: Units, agenda: Agenda) -> None:
        self._pairs = pairs
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
                with self._agenda.thread(f"{order.unit} {order.day} {text.title}"):
                    self._units.schedule(Case(order, text, self._receiver(order)))
            self._next = next(self._pairs, None)
        if self._next is not None:
            self._agenda.enter(timezone.make_aware(datetime.combine(until, time(0, 1))), self.enter)

    def _receiver(self, order: Order) -> Office:
        return self._units.cast.offices[units()[order.unit].above]
