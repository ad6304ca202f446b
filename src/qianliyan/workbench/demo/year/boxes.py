"""What people of a unit drop into its box, and the word with which the officer closes it."""

from datetime import date, datetime, time
from functools import partial
from typing import Any

from django.utils import timezone

from qianliyan.items.actions import tips
from qianliyan.items.stages import POWER, Stage
from qianliyan.workbench.demo.files import read
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast

DAY = 19


def schedule_tips(cast: Cast, agenda: Agenda, last: date) -> None:
    """Enter the tips of the running year; the last ones are left for the reader to use."""
    for told in read("tips.yaml"):
        day = date(last.year, told["month"], DAY)
        if day < last:
            moment = timezone.make_aware(datetime.combine(day, time(17, 5)))
            agenda.enter(moment, partial(_drop, cast, told))


def _drop(cast: Cast, told: dict[str, Any]) -> None:
    office = cast.offices[told["unit"]]
    tip = tips.drop(told["text"], by=cast.decider(office, POWER[Stage.SIGN]))
    if "word" in told:
        tips.close(tip, by=cast.officer(told["unit"]), word=told["word"])
