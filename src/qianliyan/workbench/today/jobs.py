"""待办事项: one table of who has which sources of work."""

from collections.abc import Callable, Iterator

from qianliyan.bulletins.permissions import RECEIVING
from qianliyan.instructions.permissions import REPORTING, STAFF
from qianliyan.items.models.item import UNIT
from qianliyan.items.stages import POWER
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.planning.permissions import may_plan
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today import (
    of_assessment,
    of_bulletins,
    of_desk,
    of_instructions,
    of_opinions,
    of_planning,
    of_questions,
    of_readers,
    of_unit,
)
from qianliyan.workbench.today.job import Job, by_urgency

Source = Callable[[Seat, Counts], Iterator[Job]]


def to_decide(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give what waits for this seat's decision; no query when the rail says that there is none."""
    return of_unit.to_decide(seat) if counts["awaiting"] else iter(())


def to_revise(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give what came back; no query when the rail says that there is none."""
    return of_unit.to_revise(seat) if counts["returned"] else iter(())


SOURCES: tuple[tuple[Source, tuple[Power, ...]], ...] = (
    (to_revise, (Power.DRAFT,)),
    (of_questions.to_answer, (Power.DRAFT,)),
    (of_opinions.to_give, of_opinions.ASKED),
    (lambda seat, _counts: of_unit.to_send(seat), (Power.DRAFT,)),
    (lambda seat, _counts: of_unit.to_finish(seat), (Power.DRAFT,)),
    (of_planning.to_answer, (Power.DRAFT,)),
    (of_planning.to_chase, (Power.EDIT, Power.COMPOSE)),
    (to_decide, tuple(POWER.values())),
    (of_desk.urgent_arrivals, (Power.EDIT,)),
    (of_desk.the_queue, (Power.EDIT,)),
    (of_desk.own_drafts, (Power.EDIT,)),
    (of_readers.deadlines, (Power.COMPOSE,)),
    (of_bulletins.issues_to_make, (Power.COMPOSE,)),
    (of_bulletins.the_stock, (Power.COMPOSE,)),
    (of_bulletins.issues_to_sign, (Power.SIGN_ISSUE,)),
    (of_readers.to_sign_for, RECEIVING),
    (of_readers.to_give_back_now, RECEIVING),
    (of_assessment.to_judge, (Power.ASSESS,)),
    (of_assessment.to_answer_for, UNIT),
    (of_instructions.instructions, STAFF),
    (of_instructions.papers, (Power.PRESENT,)),
    (of_instructions.errands, REPORTING),
    (of_instructions.reading, (Power.READ,)),
)


def piles_of(seat: Seat) -> list[Pile]:
    """Return what has to be counted before the jobs are told."""
    at_desk = [*of_desk.KINDS, of_desk.BEGUN] if seat.may(Power.EDIT) else []
    in_stock = [of_bulletins.READY, of_readers.REGULAR] if seat.may(Power.COMPOSE) else []
    come_in = [of_readers.UNSIGNED, of_readers.CALLED_BACK] if any(seat.may(power) for power in RECEIVING) else []
    with_leaders = [of_instructions.OUT, of_instructions.TURN] if seat.may(Power.PRESENT) else []
    asked = [of_questions.OPEN] if seat.may(Power.DRAFT) else []
    heard = [of_opinions.OPEN] if any(seat.may(power) for power in of_opinions.ASKED) else []
    asking = [of_planning.OVERDUE] if may_plan(seat) else []
    judging = of_assessment.OF_ASSESSOR if seat.may(Power.ASSESS) else []
    judged = of_assessment.OF_UNIT if any(seat.may(power) for power in UNIT) else []
    return [*at_desk, *in_stock, *judging, *judged, *come_in, *with_leaders, *asked, *heard, *asking]


def jobs_for(seat: Seat, counts: Counts) -> list[Job]:
    """Return what waits for this seat, the most pressing first."""
    sources = (source for source, powers in SOURCES if any(seat.may(power) for power in powers))
    return by_urgency(job for source in sources for job in source(seat, counts))
