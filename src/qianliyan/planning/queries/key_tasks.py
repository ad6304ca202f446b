"""Key tasks from both sides."""

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.planning.models import KeyTask, KeyTaskUnit
from qianliyan.planning.states import KeyTaskState


def tasks_of(seat: Seat, year: int | None = None) -> QuerySet[KeyTask]:
    """Return the key tasks of the seat's office in the order of their breakdown, with who is responsible."""
    own = visible_to(KeyTask, seat).filter(office=seat.office_id)
    chosen = own if year is None else own.filter(year=year)
    return with_units(chosen).order_by("-year", "order", "pk")


def running_of(seat: Seat) -> QuerySet[KeyTask]:
    """Return the running tasks of the seat's own office in the order of their breakdown."""
    return visible_to(KeyTask, seat).filter(office=seat.office_id, state=KeyTaskState.RUNNING).order_by("order", "pk")


def years_of(seat: Seat) -> list[int]:
    """Return the years for which the office has tasks, latest first."""
    own = visible_to(KeyTask, seat).filter(office=seat.office_id)
    return list(own.order_by("-year").values_list("year", flat=True).distinct())


def tasks_for(seat: Seat) -> QuerySet[KeyTask]:
    """Return the running tasks of the offices above, those first in which the seat's unit has a part."""
    return _above(seat).annotate(mine=Exists(_part(seat))).order_by("-mine", "-year", "order", "pk")


def duties_of(seat: Seat) -> QuerySet[KeyTask]:
    """Return the running tasks that the seat's unit leads or assists in."""
    return with_units(_above(seat).filter(Exists(_part(seat)))).order_by("-year", "order", "pk")


def _above(seat: Seat) -> QuerySet[KeyTask]:
    return visible_to(KeyTask, seat).exclude(office=seat.office_id).filter(state=KeyTaskState.RUNNING)


def _part(seat: Seat) -> QuerySet[KeyTaskUnit]:
    return KeyTaskUnit.objects.filter(task=OuterRef("pk"), office=seat.office_id)


def with_units(tasks: QuerySet[KeyTask]) -> QuerySet[KeyTask]:
    """Bring the responsible units along, those that lead first."""
    return tasks.prefetch_related(Prefetch("units", KeyTaskUnit.objects.select_related("office")))
