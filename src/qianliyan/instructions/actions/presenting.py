"""Presenting (呈送): the secretary decides who reads in which order, notes what went and what came back.

Nothing here tells a leader anything, and nothing follows by itself: the next leader gets a paper when the secretary
presents it to him.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.files.models import File
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.words import fitting
from qianliyan.instructions.models import Circle, Presentation, Reader
from qianliyan.instructions.models.presentation import Medium
from qianliyan.instructions.states import GIVE_BACK, PRESENT, SKIP, ReaderState
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power

S = ReaderState


@dataclass(frozen=True)
class Addressed:
    """One leader in the range: from which place on, and whether on screen or on paper."""

    seat: Seat
    order: int = 1
    medium: str = Medium.SCREEN


@transaction.atomic
def present(paper: Entry | Submission, *, by: Seat, readers: Sequence[Addressed], note: str = "") -> Presentation:
    """Lay a paper before the leaders in this order; those of the first place have it from now on."""
    _may_lay(paper, by)
    if not readers:
        raise Unreadable(_("请至少选一位领导。"))
    presentation = _begun(paper, by, fitting(note, _("呈送说明"), 200))
    for one in readers:
        _named(presentation, one)
    present_next(presentation, by=by)
    return presentation


@transaction.atomic
def present_next(presentation: Presentation, *, by: Seat) -> list[Reader]:
    """Present it to the next leaders; refuse while it still lies before an earlier one."""
    rows = list(presentation.readers.select_for_update(of=("self",)).order_by("order", "pk"))
    waiting = [row for row in rows if row.state == S.TO_PRESENT]
    if not waiting:
        raise Unreadable(_("没有待呈的领导了。需要时请先增加阅件领导。"))
    first = waiting[0].order
    before = [row.name for row in rows if row.state == S.PRESENTED and row.order < first]
    if before:
        raise Unreadable(_("%(names)s还没有退件，退件后再呈下一位。") % {"names": "、".join(before)})
    now = clock.now()
    return [move(row, PRESENT, by=by, also={"presented_at": now}) for row in waiting if row.order == first]


@transaction.atomic
def add_reader(presentation: Presentation, *, by: Seat, reader: Addressed) -> Reader:
    """Let one more leader read it, at his place in the order."""
    fresh = locked(presentation)
    if not by.may_at(Power.PRESENT, fresh.office_id):
        raise NotAllowed(_("呈送"))
    if fresh.readers.filter(seat=reader.seat).exists():
        raise Unreadable(_("%(name)s已在呈送范围内。") % {"name": reader.seat.person.name})
    added = _named(fresh, reader)
    record("reader.add", added, by=by, name=added.name)
    return added


def skip(reader: Reader, *, by: Seat) -> Reader:
    """Leave a leader out to whom it has not gone yet."""
    return move(reader, SKIP, by=by)


def give_back(reader: Reader, *, by: Seat) -> Reader:
    """Note that the paper came back (退件)."""
    return move(reader, GIVE_BACK, by=by, also={"back_at": clock.now()})


@transaction.atomic
def record_circle(reader: Reader, *, by: Seat, on: date, scan: File | None = None) -> Circle:
    """Note a circle that a leader drew on the paper, and that the paper came back."""
    fresh = locked(reader)
    if not by.may_at(Power.PRESENT, fresh.office_id):
        raise NotAllowed(_("代录圈阅"))
    if fresh.state not in (S.PRESENTED, S.BACK):
        raise WrongState(_("代录圈阅"), fresh.get_state_display())
    if on > clock.today():
        raise Unreadable(_("圈阅日期不能晚于今天。"))
    if Circle.objects.filter(reader=fresh).exists():
        raise Unreadable(_("%(name)s的圈阅已经登记。") % {"name": fresh.name})
    circle = Circle.objects.create(reader=fresh, on=on, recorded_by=by.label, scan=scan)
    record("circle.draw", circle, by=by, on_behalf_of=fresh.seat, recorded_from="paper")
    return_if_out(fresh, by=by)
    return circle


def return_if_out(reader: Reader, *, by: Seat) -> Reader:
    """Note that the paper is back, if it still lies before the leader."""
    return give_back(reader, by=by) if reader.state == S.PRESENTED else reader


def _may_lay(paper: Entry | Submission, by: Seat) -> None:
    """Only the office's own papers: what it printed, or what arrived there."""
    office_pk = paper.issue.office_id if isinstance(paper, Entry) else paper.receiver_id
    if not by.may_at(Power.PRESENT, office_pk):
        raise NotAllowed(_("呈送"))
    if isinstance(paper, Entry) and (paper.issue.state != IssueState.PRINTED or paper.removed_at):
        raise Unreadable(_("这条信息还没有刊发，刊发后再呈送。"))


def _begun(paper: Entry | Submission, by: Seat, note: str) -> Presentation:
    begun = Presentation(office=by.office, note=note, created_at=clock.now(), created_by=by.label)
    if isinstance(paper, Entry):
        begun.entry = paper
    else:
        begun.submission = paper
    try:
        with transaction.atomic():
            begun.save()
    except IntegrityError:
        raise Unreadable(_("这件已经呈送。需要时请在呈送登记里增加阅件领导。")) from None
    record("presentation.begin", begun, by=by)
    return begun


def _named(presentation: Presentation, one: Addressed) -> Reader:
    seat = one.seat
    if not seat.may_at(Power.READ, presentation.office_id) or not seat.holds_on(clock.today()):
        raise Unreadable(_("%(name)s不是本单位的阅件领导。") % {"name": seat.person.name})
    return Reader.objects.create(
        presentation=presentation,
        office_id=presentation.office_id,
        seat=seat,
        name=seat.person.name,
        post=seat.post.name,
        order=one.order,
        medium=one.medium,
    )
