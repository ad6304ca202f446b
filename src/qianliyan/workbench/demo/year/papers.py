"""What came on paper in the closed year: secret issues, what the State Council's office printed, who was commended."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from random import Random
from typing import Any

from django.utils import timezone

from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Details, Paper
from qianliyan.assessment.models.recorded import FactName
from qianliyan.bulletins.actions import recalling
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.before import told
from qianliyan.workbench.demo.year.cast import Cast

# After so many adoptions by the province one was printed by the State Council's office as well.
FIRST, EVERY = 20, 50
LAST_MONTH = 11


class Papers:
    """Those who hold such papers in their hands, and enter them."""

    def __init__(self, cast: Cast, agenda: Agenda, chance: Random, year: int) -> None:
        self.cast = cast
        self.agenda = agenda
        self.chance = chance
        self.year = year
        self.assessor = cast.world.seats["city-kaohe"]
        self._adopted = 0
        self._numbers = list(told()["adopted_by_state"]["numbers"])

    def schedule(self) -> None:
        """Enter the days on which something came."""
        for day in told()["secret"]:
            self._on(day, self._reserve)
        self._on(told()["commended"]["on"], self._commend)

    def hear_adopted(self, entry: Entry) -> None:
        """Enter that the State Council's office printed it as well, for a few of what the province adopted."""
        today = clock.today()
        if today.year != self.year or today.month > LAST_MONTH:
            return
        self._adopted += 1
        if self._numbers and self._adopted % EVERY == FIRST:
            act = partial(self._adopt, entry, self._numbers.pop(0))
            self._on(f"{min(today.month + 1, 12):02}-{min(today.day, 25):02}", act)

    def _on(self, day: str, act: Callable[[], Any]) -> None:
        moment = datetime.combine(date.fromisoformat(f"{self.year}-{day}"), time(16, 40))
        self.agenda.enter(timezone.make_aware(moment), act)

    def _reserve(self) -> None:
        publication, chief = self.cast.world.publications["zhuanbao"], self.cast.world.seats["city-kezhang"]
        signatory = self.cast.world.seats["city-mishuzhang"].person.name
        recalling.reserve(publication, by=chief, on=clock.today(), signatory=signatory)

    def _commend(self) -> None:
        said = told()["commended"]
        about = About(title=said["title"], units=[self.cast.offices[key] for key in said["units"]])
        self._enter(FactName.COMMENDED, about, said["evidence"].format(year=self.year), {"level": "province"})

    def _adopt(self, entry: Entry, number: int) -> None:
        said = told()["adopted_by_state"]
        evidence = said["evidence"].format(year=self.year, number=number)
        bearing = {"level": "state", "publication": said["publication"]}
        self._enter(FactName.ADOPTED, About(entry=entry), evidence, bearing)

    def _enter(self, fact: FactName, about: About, evidence: str, attributes: dict[str, object]) -> None:
        paper, details = Paper(words=evidence), Details(attributes)
        recording.enter(fact, about, on=clock.today(), paper=paper, by=self.assessor, details=details)
