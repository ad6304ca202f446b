"""Makes the demo world: the stage, then every step of the story at its time."""

import random
from datetime import datetime, time, timedelta

from django.db import transaction

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.core import clock
from qianliyan.notices.actions import mark_read
from qianliyan.offices import actions as offices
from qianliyan.offices.models.seat import SeatKind
from qianliyan.workbench.demo import acts, issues
from qianliyan.workbench.demo.accounts import world
from qianliyan.workbench.demo.script import Days, Scene, Step, in_order, scenes
from qianliyan.workbench.demo.stage import Stage

# The story begins this many working days ago.
BEGINNING = -20
# Everybody read his notices on the morning of the last working day but one; what came since is in the bell.
BELLS_READ = Step(day=-1, at=time(8, 30), verb="read", who="", words="", scene="")
# Steps at the same hour of different days should not all fall on the same second.
SEED = 20260101


@transaction.atomic
def make(now: datetime) -> Stage:
    """Make everything as of `now`; the same moment gives the same world, but for uids and password salt."""
    days, stage, told = Days(now, OfficeCalendar(None)), Stage(), scenes()
    with clock.at(days.moment(BEGINNING, time(8))):
        stage.build(days.day(BEGINNING).year)
    players = _players(stage, told)
    chance = random.Random(SEED)  # noqa: S311 - seconds of a story, not a secret
    for step in sorted([*in_order(told), BELLS_READ], key=lambda step: (step.day, step.at)):
        moment = days.moment(step.day, step.at) + timedelta(seconds=chance.randrange(40))
        with clock.at(moment):
            _play(step, players, stage)
    with clock.at(days.moment(0, time(8))):
        _delegate(stage)
    return stage


def _players(stage: Stage, told: list[Scene]) -> dict[str, acts.Thread | issues.Making]:
    threads = {scene.slug: acts.Thread(scene, stage) for scene in told if scene.kind == "items"}
    makings = {scene.slug: issues.Making(scene, stage, threads) for scene in told if scene.kind == "issues"}
    return {**threads, **makings}


def _play(step: Step, players: dict[str, acts.Thread | issues.Making], stage: Stage) -> None:
    if step is BELLS_READ:
        for seat in stage.seats.values():
            mark_read(seat.person)
        return
    player = players[step.scene]
    if isinstance(player, issues.Making):
        issues.ACTS[step.verb](player, step)
    else:
        acts.ACTS[step.verb](player, step)


def _delegate(stage: Stage) -> None:
    """Let somebody sign for his chief, so that a person with two seats can be seen."""
    for facts in world()["delegations"]:
        own, since = stage.seats[facts["own"]], clock.today()
        offices.delegate(
            own,
            stage.seats[facts["to"]].person,
            kind=SeatKind(facts["kind"]),
            since=since,
            until=since + timedelta(days=facts["days"]),
            basis=facts["basis"],
            by=own,
        )
