"""Makes the demo world: its people and publications, then every step of the story at its time."""

import random
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from django.db import transaction

from qianliyan.configuration.calendar import OfficeCalendar
from qianliyan.core import clock
from qianliyan.core.batches import flush
from qianliyan.notices.actions import mark_read
from qianliyan.offices import actions as offices
from qianliyan.offices.models.seat import SeatKind
from qianliyan.workbench.demo import acts, issues, laying
from qianliyan.workbench.demo.accounts import facts
from qianliyan.workbench.demo.script import Days, Scene, Step, in_order, scenes
from qianliyan.workbench.demo.stage import World
from qianliyan.workbench.demo.year.agenda import Agenda

# The story begins this many working days ago, before its first step.
BEGINNING = -60
# Steps at the same minute of different days should not all fall on the same second.
SEED = 20260101

Player = acts.Thread | issues.Making | laying.Laying


@transaction.atomic
def make(now: datetime) -> World:
    """Make everything as of `now`; the same moment gives the same world, but for uids and password salt."""
    days, world, story = Days(now, OfficeCalendar(None)), World(), scenes()
    moment = days.moment(BEGINNING, time(8))
    with clock.at(moment):
        world.build(days.day(BEGINNING).year)
    players = _players(world, story)
    chance = random.Random(SEED)  # noqa: S311 - seconds of a story, not a secret
    for step in in_order([*story, EVERYBODY]):
        told = days.moment(step.day, step.at) + timedelta(seconds=chance.randrange(40))
        # Two steps of the same minute keep their order.
        moment = max(told, moment + timedelta(seconds=1))
        with clock.at(moment):
            _play(step, players, world)
    return world


def enter(agenda: Agenda, world: World, now: datetime) -> None:
    """Enter the written story as the last weeks of a longer one."""
    days, told = Days(now, OfficeCalendar(None)), scenes()
    players = _players(world, told)
    chance = random.Random(SEED)  # noqa: S311 - seconds of a story, not a secret
    for step in in_order([*told, EVERYBODY]):
        moment = days.moment(step.day, step.at) + timedelta(seconds=chance.randrange(40))
        agenda.enter(moment, partial(_play, step, players, world))


def enter_bells(agenda: Agenda, world: World, now: datetime) -> None:
    """Enter only that everybody reads his notices, at the time at which he does in the story."""
    (step,) = (one for one in EVERYBODY.steps if one.verb == "read_bells")
    agenda.enter(Days(now, OfficeCalendar(None)).moment(step.day, step.at), partial(read_bells, world))


def _players(world: World, story: list[Scene]) -> dict[str, Player]:
    threads = {scene.slug: acts.Thread(scene, world) for scene in story if scene.kind == "items"}
    makings = {scene.slug: issues.Making(scene, world, threads) for scene in story if scene.kind == "issues"}
    layings = {scene.slug: laying.Laying(scene, world, makings) for scene in story if scene.kind == "leaders"}
    return {**threads, **makings, **layings}


def _play(step: Step, players: dict[str, Player], world: World) -> None:
    player = players.get(step.scene)
    if player is None:
        COMMON[step.verb](world)
    elif isinstance(player, issues.Making):
        issues.ACTS[step.verb](player, step)
    elif isinstance(player, laying.Laying):
        laying.ACTS[step.verb](player, step)
    else:
        acts.ACTS[step.verb](player, step)


def read_bells(world: World) -> None:
    """Let everybody read his notices; what comes later is in the bell."""
    flush()
    for seat in world.seats.values():
        mark_read(seat.person)


def delegate(world: World) -> None:
    """Let somebody sign for his chief, so that a person with two seats can be seen."""
    for told in facts()["delegations"]:
        own, since = world.seats[told["own"]], clock.today()
        offices.delegate(
            own,
            world.seats[told["to"]].person,
            kind=SeatKind(told["kind"]),
            since=since,
            until=since + timedelta(days=told["days"]),
            basis=told["basis"],
            by=own,
        )


COMMON: dict[str, Callable[[World], None]] = {"read_bells": read_bells, "delegate": delegate}
EVERYBODY = Scene(
    slug="",
    kind="",
    data={},
    steps=(Step(-1, time(8, 30), "read_bells", "", "", ""), Step(0, time(8), "delegate", "", "", "")),
)
