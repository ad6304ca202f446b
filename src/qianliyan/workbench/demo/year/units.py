"""What a unit does with an item: writes, lets it be signed and sends it, or leaves the recording to the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from qianliyan.core import clock
from qianliyan.items.actions import review, sending, tips, writing
from qianliyan.items.actions.recording import Received, record_for
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.stages import POWER, Stage
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import Commission
from qianliyan.workbench.demo.orders import Order
from qianliyan.workbench.demo.texts.flaws import without_phone
from qianliyan.workbench.demo.texts.writer import Text
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast

Arrived = Callable[["Case"], None]
WITHDRAWN = ("部分数据需要重新核对", "情况有新的变化，拟补充后再报", "与其他单位口径尚需统一")
# So many of what a unit writes began as somebody's tip.
FROM_A_TIP = 0.015


@dataclass
class Case:
    """One order on its way, with what became of it."""

    order: Order
    text: Text
    receiver: Office
    item: Item | None = None
    submission: Submission | None = None
    commission: Commission | None = None


class Units:
    """All reporting units at work."""

    def __init__(self, cast: Cast, agenda: Agenda, arrived: Arrived) -> None:
        self.cast = cast
        self.agenda = agenda
        self.arrived = arrived

    @property
    def chance(self) -> Random:
        """The chance of the thread in which we are."""
        return self.agenda.chance

    def schedule(self, case: Case) -> None:
        """Enter how the item is written and sent on its day."""
        start = self.moment(case.order.day)
        if case.order.channel == "system":
            self.agenda.enter(start, lambda: self._write(case))
        else:
            self.agenda.enter(start, lambda: self._record(case))

    def moment(self, day: date, *, late: bool = False) -> datetime:
        """Return a moment in the day's office hours."""
        minutes = self.chance.choice((self.chance.randrange(20, 200), self.chance.randrange(350, 540)))
        start = datetime.combine(day, time(8, 20))
        return timezone.make_aware(start + timedelta(minutes=minutes + 60 * late, seconds=self.chance.randrange(60)))

    def _write(self, case: Case) -> None:
        """Write it down and hand it over; the chain follows within minutes or hours."""
        officer = self.cast.officer(case.order.unit)
        # The unit's own screening stops a private number; what comes by chat and mail still carries it.
        body = without_phone(case.text.body)
        case.item = self._begun(case, officer, body)
        self._later(5, 50, lambda: self._hand_over(case))

    def _begun(self, case: Case, officer: Seat, body: str) -> Item:
        """Begin with an empty paper, or with what a colleague dropped into the unit's box."""
        fields = {"title": case.text.title, "body": body, **self._fields(case)}
        if case.commission is not None or self.chance.random() > FROM_A_TIP:
            return writing.start(by=officer, commission=case.commission, **fields)
        first = next(part for part in body.split("。") if part.strip())
        colleague = self.cast.decider(officer.office, POWER[Stage.SIGN])
        item = tips.use(tips.drop(f"{first.strip()[:200]}。", by=colleague), by=officer)
        return writing.save(item, by=officer, revision=item.revision, **fields)

    def _hand_over(self, case: Case) -> None:
        case.item = review.hand_over(_item(case), by=self.cast.officer(case.order.unit))
        self._later(3, 40, lambda: self._decide(case))

    def _decide(self, case: Case) -> None:
        """Let whoever is next sign; after the last one the officer sends."""
        item = _item(case)
        stage = item.current_stage
        assert stage is not None  # noqa: S101 - handed over before
        seat = self.cast.decider(self.cast.offices[case.order.unit], POWER[stage])
        if stage == Stage.SIGN:
            case.item = review.sign(item, by=seat)
            self._later(2, 20, lambda: self._send(case))
        else:
            case.item = review.approve(item, by=seat)
            self._later(2, 30, lambda: self._decide(case))

    def _send(self, case: Case) -> None:
        officer = self.cast.officer(case.order.unit)
        case.submission = sending.submit(_item(case), by=officer, receiver=case.receiver)
        if case.order.fate == "withdraw":
            self._later(60, 200, lambda: self._withdraw(case))
        self.arrived(case)

    def _withdraw(self, case: Case) -> None:
        signatory = self.cast.decider(self.cast.offices[case.order.unit], POWER[Stage.SIGN])
        case.submission = sending.withdraw(_submission(case), by=signatory, reason=self.chance.choice(WITHDRAWN))

    def revise(self, case: Case) -> None:
        """Put a returned text right and send it again through the whole chain."""
        item = Item.objects.get(pk=_item(case).pk)
        officer = self.cast.officer(case.order.unit)
        today = clock.today()
        body = f"{without_phone(item.body)}\n以上数据截至{today.month}月{today.day}日，已与有关部门核对一致。"
        case.item = writing.save(item, by=officer, revision=item.revision, body=body)
        self._later(10, 60, lambda: self._hand_over(case))

    def _record(self, case: Case) -> None:
        """Let an editor record what came by paper, chat, mail or telephone, within the hour."""
        officer = self.cast.officer(case.order.unit)
        editor = self.cast.world.seats[_recorder(case)]
        received = clock.now() - timedelta(minutes=self.chance.randrange(4, 55))
        signatory = self.cast.decider(self.cast.offices[case.order.unit], POWER[Stage.SIGN])
        given = Received(
            title=case.text.title,
            body=case.text.body,
            channel=Channel(case.order.channel),
            received_at=received,
            kind=case.order.kind,
            form=case.order.form,
            urgency=case.order.urgency,
            drafter_name=officer.person.name,
            signatory_name=signatory.person.name,
        )
        case.submission = record_for(self.cast.offices[case.order.unit], given, to=case.receiver, by=editor)
        case.item = case.submission.item
        self.arrived(case)

    def _fields(self, case: Case) -> dict[str, Any]:
        return {"kind": case.order.kind, "form": case.order.form, "urgency": case.order.urgency}

    def _later(self, least: int, most: int, act: Callable[[], object]) -> None:
        minutes = self.chance.randrange(least, most) if self.chance.random() < 0.9 else self.chance.randrange(60, 300)
        self.agenda.enter(in_hours(clock.now() + timedelta(minutes=minutes)), act)


def in_hours(moment: datetime) -> datetime:
    """Put a moment after office hours to the next morning; weekends are worked through where it must be."""
    here = clock.local(moment)
    if here.time() <= time(18, 30):
        return moment
    return timezone.make_aware(datetime.combine(here.date() + timedelta(days=1), time(8, 30, here.second)))


def _item(case: Case) -> Item:
    assert case.item is not None  # noqa: S101 - written before
    return case.item


def _submission(case: Case) -> Submission:
    assert case.submission is not None  # noqa: S101 - sent before
    return case.submission


def _recorder(case: Case) -> str:
    if case.receiver.level == "county":
        return "qs-bianji"
    return ("city-bianji", "city-bianji2", "city-bianji3")[case.order.day.day % 3]


def seat_of(cast: Cast, username: str) -> Seat:
    """Return a seat by its sign-in."""
    return cast.world.seats[username]
