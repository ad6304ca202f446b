"""The assessor's work: rules, calculations, the closing of the past year, one circular, claims, effects and faults."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, partial
from typing import Any

from django.utils import timezone

from qianliyan.assessment.actions import calculating, circulars, closing, hearing, recording, schemes
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.models import Circular
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.shipped import shipped
from qianliyan.bulletins.actions import composing, printing, publications, signing
from qianliyan.bulletins.models import Issue, Series
from qianliyan.core import clock
from qianliyan.core.batches import flush
from qianliyan.offices.powers import Level
from qianliyan.workbench.demo.files import read
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast

# The assessor reckons a month in the first days of the next, and closes a year in its January.
RECKONED, CIRCULATED, SETTLED, CLOSED, PRINTED = 6, 7, 16, 12, 20
SUPPLEMENT = "增刊"
MONTH = timedelta(days=32)


@cache
def told() -> Any:
    """Return what reckoning.yaml says."""
    return read("reckoning.yaml")


class Reckoning:
    """The city's assessor at work."""

    def __init__(self, cast: Cast, agenda: Agenda, span: Span) -> None:
        self.cast = cast
        self.agenda = agenda
        self.span = span
        self.year = span.last.year
        self.assessor, self.editor = cast.world.seats["city-kaohe"], cast.world.seats["city-bianji3"]

    def schedule(self) -> None:
        """Enter what is worked out and what happens in the running year."""
        months = [month.first for month in self.span.months]
        for month in (month for month in months if month.year == self.year):
            self._on(_next(month, RECKONED), partial(self._reckon, f"{month:%Y-%m}"))
        # The page of standings opens on the running year.
        self._on(self.span.last - timedelta(days=1), partial(self._reckon, str(self.year)))
        for last in [month for month in months if _next(month, SETTLED) < self.span.last][-1:]:
            self._on(_next(last, CIRCULATED), partial(self._circulate, f"{last:%Y-%m}", _next(last, SETTLED)))
        self._schedule_told()

    def schedule_closing(self) -> None:
        """Enter that each past year is closed in the January after it, and its circular checked and printed."""
        for year in sorted({month.year for month in self.span.months} - {self.year}):
            self._on(date(year + 1, 1, CLOSED), partial(self._close, str(year)))

    def _schedule_told(self) -> None:
        acts = {"claims": self._claim, "effects": self._effect, "faults": self._open}
        for kind, act in acts.items():
            for one in told()[kind]:
                day = date.fromisoformat(f"{self.year}-{one['on']}")
                if day >= self.span.months[0].first:
                    self._on(day + timedelta(days=2), partial(act, one, day))

    def _close(self, label: str) -> None:
        """Close a year, and publish its circular in a supplement once the units have checked it."""
        flush()
        closing.close(label, by=self.assessor)
        circular = circulars.open_check(circulars.compose(label, by=self.assessor), by=self.assessor)
        self._on(clock.today().replace(day=PRINTED), partial(self._print, circular))

    def _print(self, circular: Circular) -> None:
        settled = circulars.issue(circulars.settle(circular, by=self.assessor), by=self.editor)
        assert settled.draft is not None  # noqa: S101 - issuing makes it
        chief, series = self.cast.world.seats["city-kezhang"], Series.objects.get(name=SUPPLEMENT)
        issue = composing.start(series.publication, series=series, by=chief)
        composing.add(issue, settled.draft, by=chief)
        signing.send_for_signing(Issue.objects.get(pk=issue.pk), by=chief)
        secretary = self.cast.world.seats["city-mishuzhang"]
        printing.publish(signing.sign(Issue.objects.get(pk=issue.pk), by=secretary, remark="同意"), by=chief)

    def _reckon(self, label: str) -> None:
        """Order it and do at once what the worker would do."""
        flush()
        calculating.perform(calculating.order(label, by=self.assessor).pk)

    def _circulate(self, label: str, settled: date) -> None:
        circular = circulars.open_check(circulars.compose(label, by=self.assessor), by=self.assessor)

        def issue() -> None:
            settled_text = circulars.settle(circular, by=self.assessor)
            circulars.issue(settled_text, by=self.editor)

        self._on(settled, issue)

    def _claim(self, one: dict[str, Any], day: date) -> None:
        paper = Paper(one["evidence"])
        by = self.cast.officer(one["unit"])
        claimed = hearing.claim(one["title"], on=day, asked=Decimal(one["asked"]), paper=paper, by=by)
        if "granted" in one:
            granted = {"decision": one["decision"], "granted": Decimal(one["granted"])}
            self._later(6, partial(hearing.accept, claimed, by=self.assessor, **granted))

    def _effect(self, one: dict[str, Any], day: date) -> None:
        about = About(title=one["title"], units=[self.cast.offices[one["unit"]]])
        paper = Paper(one["evidence"].format(year=day.year))
        recording.enter(FactName.EFFECT, about, on=day, paper=paper, by=self.assessor)

    def _open(self, one: dict[str, Any], day: date) -> None:
        unit, fault = self.cast.offices[one["unit"]], Fault(one["fault"])
        words = {"matter": one["matter"], "happened_on": day, "known": one["known"]}
        opened = hearing.open_matter(unit, fault, by=self.assessor, **words)
        if "statement" in one:
            statement = partial(hearing.state, opened, statement=one["statement"], by=self.cast.officer(one["unit"]))
            decided = {"decision": one["decision"], "basis": one["basis"]}
            self._later(1, statement)
            self._later(5, partial(hearing.determine, opened, by=self.assessor, **decided))

    def _later(self, days: int, act: Callable[[], object]) -> None:
        self._on(clock.today() + timedelta(days=days), act, at=time(16))

    def _on(self, day: date, act: Callable[[], object], at: time = time(10, 20)) -> None:
        self.agenda.enter(timezone.make_aware(datetime.combine(day, at)), act)


def publish_rules(cast: Cast) -> None:
    """Publish the rules of assessment as of today, and open the supplement in which their results are printed."""
    today, assessor = clock.today(), cast.world.seats["city-kaohe"]
    title = f"{told()['scheme']}（{today.year}年）"
    rules = schemes.begin(title, source=shipped(Level.CITY), valid_from=today.replace(day=1), by=assessor)
    basis = told()["basis"].format(year=today.year)
    said = {"title": title, "source": rules.source, "valid_from": rules.valid_from, "basis": basis}
    schemes.publish(schemes.save(rules, revision=rules.revision, by=assessor, **said), by=assessor)
    publication, chief = cast.world.publications["zhengwu"], cast.world.seats["city-kezhang"]
    publications.add_series(publication, name=SUPPLEMENT, number_format=f"{SUPPLEMENT}第{{number}}期", by=chief)


def _next(month: date, day: int) -> date:
    """Return a day of the month after."""
    return (month.replace(day=1) + MONTH).replace(day=day)
