"""重点任务 × 责任单位: who reported how much about which task, progress and problems apart, and who has been silent.

For the section that asks alone: how a unit weighs good and bad news is nobody else's business.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse

from qianliyan.items.kinds import PROTECTED
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import KeyTask
from qianliyan.planning.models.key_task import TaskRole

GIVEN_BACK = (SubmissionState.RETURNED, SubmissionState.WITHDRAWN)
# From so many reports on a cell is one shade darker.
SHADES = ((10, "d"), (6, "c"), (3, "b"), (1, "a"))
Figures = tuple[int, int]
NONE: Figures = (0, 0)


@dataclass(frozen=True)
class Cell:
    """One unit's reports about one task; without a role there is nothing to be silent about."""

    role: str
    progress: int
    problems: int
    url: str

    @property
    def count(self) -> int:
        """How many reports there are."""
        return self.progress + self.problems

    @property
    def shade(self) -> str:
        """Return the look of the cell: how many, or who is silent."""
        found = next((shade for least, shade in SHADES if self.count >= least), "")
        return found or {TaskRole.LEAD.value: "silent must", TaskRole.ASSIST.value: "silent"}.get(self.role, "")


@dataclass(frozen=True)
class Line:
    """One task with a cell for every unit, what others reported, and the sum."""

    task: KeyTask
    cells: list[Cell]
    others: int

    @property
    def total(self) -> int:
        """How many reports there are about the task."""
        return sum(cell.count for cell in self.cells) + self.others

    @property
    def lead_silent(self) -> bool:
        """Tell whether a unit that leads has reported nothing."""
        return any(cell.role == TaskRole.LEAD and not cell.count for cell in self.cells)


def units_in(tasks: Iterable[KeyTask]) -> list[Office]:
    """Return the responsible units of these tasks, counties before departments, each once."""
    offices = {unit.office_id: unit.office for task in tasks for unit in task.units.all()}
    return sorted(
        offices.values(), key=lambda office: (office.network != "vertical", office.network, office.order, office.pk)
    )


def lines_of(seat: Seat, tasks: list[KeyTask], since: datetime | None = None) -> list[Line]:
    """Return a line for each task (one query for all figures)."""
    figures, units = _figures(seat, tasks, since), units_in(tasks)
    return [_line(task, units, figures[task.pk]) for task in tasks]


def _line(task: KeyTask, units: list[Office], figures: dict[int, Figures]) -> Line:
    page = reverse("planning:key_task", args=[task.uid])
    roles = {unit.office_id: unit.role for unit in task.units.all()}
    cells = [_cell(roles.get(unit.pk, ""), figures.get(unit.pk, NONE), f"{page}?unit={unit.pk}") for unit in units]
    shown = {unit.pk for unit in units}
    return Line(task, cells, sum(sum(counts) for pk, counts in figures.items() if pk not in shown))


def _cell(role: str, counts: Figures, url: str) -> Cell:
    progress, problems = counts
    return Cell(role, progress, problems, url)


def _figures(seat: Seat, tasks: list[KeyTask], since: datetime | None) -> dict[int, dict[int, Figures]]:
    """Count reports by task and sender; what was returned or withdrawn does not count."""
    arrived = visible_to(Submission, seat).filter(receiver=seat.office_id, key_task__in=tasks)
    arrived = arrived.exclude(state__in=GIVEN_BACK)
    arrived = arrived.filter(sent_at__gte=since) if since else arrived
    problem = Q(kind__in=PROTECTED)
    rows = arrived.order_by().values_list("key_task", "sender")
    found: dict[int, dict[int, Figures]] = defaultdict(dict)
    for task, sender, progress, problems in rows.annotate(
        n=Count("pk", filter=~problem), m=Count("pk", filter=problem)
    ):
        found[int(task or 0)][sender] = (progress, problems)
    return found
