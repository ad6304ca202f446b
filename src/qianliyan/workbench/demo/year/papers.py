"""What came on paper in the closed year: secret issues, what the State Council's office printed, who was commended."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from django.utils import timezone

from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Details, Paper
from qianliyan.assessment.models.recorded import FactName
from qianliyan.bulletins.actions import recalling
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.workbench.demo.reports import Report
from qianliyan.workbench.demo.spans import Part
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.before import told
from qianliyan.workbench.demo.year.cast import Cast

# After so many adoptions by the province one was printed by the State Council's office as well.
FIRST, EVERY = 20, 50
LAST_MONTH = 11


class Papers:
    """Those who hold such papers in their hands, and enter them."""

    def __init__(self, cast: Cast, agenda: Agenda, part: Part, reports: Iterable[Report]) -> None:
        self.cast = cast
        self.agenda = agenda
        self.part = part
        self.assessor = cast.world.seats["city-kaohe"]
        # What was adopted before this part began is counted on.
        self._adopted = sum(bool(one.issue) for one in reports if one.day < part.begins)

    def schedule(self, year: int) -> None:
        """Enter the days on which something came."""
        for day in secret_on(year, self.part):
            self._on(day, self._reserve)
        commended = date.fromisoformat(f"{year}-{told()['commended']['on']}")
        if self.part.holds(commended):
            self._on(commended, self._commend)

    def hear_adopted(self, entry: Entry, year: int) -> None:
        """Enter that the State Council's office printed it as well, for a few of what the province adopted."""
        today = clock.today()
        if today.year != year or today.month > LAST_MONTH:
            return
        self._adopted += 1
        numbers = told()["adopted_by_state"]["numbers"]
        place, between = divmod(self._adopted - FIRST, EVERY)
        if not between and 0 <= place < len(numbers):
            later = date(year, min(today.month + 1, 12), min(today.day, 25))
            self._on(later, partial(self._adopt, entry, numbers[place]))

    def _on(self, day: date, act: Callable[[], Any]) -> None:
        self.agenda.enter(timezone.make_aware(datetime.combine(day, time(16, 40))), act)

    def _reserve(self) -> None:
        publication, chief = self.cast.world.publications["zhuanbao"], self.cast.world.seats["city-kezhang"]
        signatory = self.cast.world.seats["city-mishuzhang"].person.name
        recalling.reserve(publication, by=chief, on=clock.today(), signatory=signatory)

    def _commend(self) -> None:
        said = told()["commended"]
        about = About(title=said["title"], units=[self.cast.offices[key] for key in said["units"]])
        self._enter(FactName.COMMENDED, about, said["evidence"].format(year=clock.today().year), {"level": "province"})

    def _adopt(self, entry: Entry, number: int) -> None:
        said = told()["adopted_by_state"]
        evidence = said["evidence"].format(year=clock.today().year, number=number)
        bearing = {"level": "state", "publication": said["publication"]}
        self._enter(FactName.ADOPTED, About(entry=entry), evidence, bearing)

    def _enter(self, fact: FactName, about: About, evidence: str, attributes: dict[str, object]) -> None:
        paper, details = Paper(words=evidence), Details(attributes)
        recording.enter(fact, about, on=clock.today(), paper=paper, by=self.assessor, details=details)


def secret_on(year: int, part: Part) -> list[date]:
    """Return the days of a part on which an issue exists on paper only."""
    days = [date.fromisoformat(f"{year}-{day}") for day in told()["secret"]]
    return [day for day in days if part.holds(day)]
