"""What leaders and those who work for them do with a printed text in the story."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.instructions.actions import forwarding, presenting, proposing, reading, registering, telling
from qianliyan.instructions.actions.presenting import Addressed
from qianliyan.instructions.models import Instruction, Reader
from qianliyan.instructions.models.telling import Depth
from qianliyan.offices.models import Seat
from qianliyan.workbench.demo.issues import Making
from qianliyan.workbench.demo.script import Scene, Step
from qianliyan.workbench.demo.stage import World

PRESENTER = "city-daiban"


@dataclass
class Laying:
    """One printed text on its way to leaders and back."""

    scene: Scene
    world: World
    makings: Mapping[str, Making]
    given: Instruction | None = None

    @property
    def entry(self) -> Entry:
        """The printed text."""
        issue = self.makings[self.scene.data["issue"]].open
        entry: Entry = issue.entries.order_by("position", "pk")[self.scene.data["place"]]
        return entry

    @property
    def instruction(self) -> Instruction:
        """What was written on it, as it stands now."""
        assert self.given is not None  # noqa: S101 - the script has `instruct` before
        return Instruction.objects.get(pk=self.given.pk)

    def seat(self, step: Step) -> Seat:
        """Whoever the step names."""
        return self.world.seats[step.who]


def present(laying: Laying, step: Step) -> None:
    """Lay it before the leader whom the step names."""
    presenting.present(laying.entry, by=laying.world.seats[PRESENTER], readers=[Addressed(laying.seat(step))])


def instruct(laying: Laying, step: Step) -> None:
    """Let the leader write on it."""
    leader = laying.seat(step)
    reader = Reader.objects.get(presentation__entry=laying.entry, seat=leader)
    laying.given = reading.instruct(reader, by=leader, text=step.words)


def propose(laying: Laying, step: Step) -> None:
    """Propose who acts and by when."""
    units, due = [laying.world.offices[key] for key in laying.scene.data["units"]], _due(laying)
    proposing.propose(laying.instruction, by=laying.seat(step), text=step.words, units=units, due_on=due)


def forward(laying: Laying, step: Step) -> None:
    """Forward it as it was decided."""
    units = [laying.world.offices[key] for key in laying.scene.data["units"]]
    forwarding.forward(laying.instruction, by=laying.seat(step), units=units, due_on=_due(laying))


def _due(laying: Laying) -> date:
    return clock.today() + timedelta(days=laying.scene.data["days"])


ACTS: dict[str, Callable[[Laying, Step], object]] = {
    "present": present,
    "instruct": instruct,
    "register": lambda laying, step: registering.register(laying.instruction, by=laying.seat(step)),
    "propose": propose,
    "decide": lambda laying, step: proposing.decide(laying.instruction, by=laying.seat(step), remark=step.words),
    "forward": forward,
    "tell": lambda laying, step: telling.tell_sources(laying.instruction, by=laying.seat(step), depth=Depth.FULL),
}
