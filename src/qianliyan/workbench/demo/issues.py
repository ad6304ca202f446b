"""What the section does with an issue in the story."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.offices.models import Seat
from qianliyan.workbench.demo.acts import Thread
from qianliyan.workbench.demo.script import Scene, Step
from qianliyan.workbench.demo.stage import World


@dataclass
class Making:
    """One issue on its way."""

    scene: Scene
    world: World
    threads: Mapping[str, Thread]
    issue: Issue | None = None

    def seat(self, step: Step) -> Seat:
        """Whoever the step names, else the composer."""
        return self.world.seats[step.who or self.scene.data["composer"]]

    @property
    def open(self) -> Issue:
        """The issue as it stands now."""
        assert self.issue is not None  # noqa: S101 - a script begins with `start`
        return Issue.objects.get(pk=self.issue.pk)


def start(making: Making, step: Step) -> None:
    """Begin the issue and put its drafts in."""
    seat, data = making.seat(step), making.scene.data
    making.issue = composing.start(making.world.publications[data["publication"]], by=seat)
    for slug in data["drafts"]:
        composing.add(making.open, making.threads[slug].edited, by=seat)


ACTS: dict[str, Callable[[Making, Step], object]] = {
    "start": start,
    "send_for_signing": lambda making, step: signing.send_for_signing(making.open, by=making.seat(step)),
    "send_back": lambda making, step: signing.send_back(making.open, by=making.seat(step), reason=step.words),
    "sign": lambda making, step: signing.sign(making.open, by=making.seat(step), remark=step.words),
    "publish": lambda making, step: printing.publish(making.open, by=making.seat(step)),
}
