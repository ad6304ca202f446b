"""会签: asking units and people for their opinion on a draft, and taking the request back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.models import Draft, Opinion
from qianliyan.desk.opinions import WAITING, possible_units, source_named, usual_due_day
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.shares import shares_of
from qianliyan.desk.states import WITHDRAW_OPINION, DraftState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_in

OPEN = (DraftState.EDITING, DraftState.READY)
LONGEST_QUESTION = 500


@dataclass(frozen=True)
class Asked:
    """A unit, or one person in it."""

    office: Office
    person: Person | None = None

    @property
    def who(self) -> str:
        """The unit, and the person if one was named."""
        return f"{self.office.short_name} {self.person.name}" if self.person else self.office.short_name


@dataclass(frozen=True)
class Sheet:
    """What is put before those who are asked: the question, and the words they see. The draft itself they never see."""

    question: str
    title: str
    body: str


@transaction.atomic
def ask(draft: Draft, asked: Sequence[Asked], *, by: Seat, sheet: Sheet, due_on: date | None = None) -> list[Opinion]:
    """Ask for opinions by a day; of a problem or a warning the words must not name who reported it."""
    fresh = locked(draft)
    if fresh.state not in OPEN:
        raise WrongState(_("征求意见"), fresh.get_state_display())
    if not may_edit_draft(by, fresh):
        raise NotAllowed(_("征求意见"))
    day = due_on or usual_due_day(by.office)
    if day < clock.today():
        raise Unreadable(_("反馈期限不能早于今天。"))
    _refuse_strangers(fresh, asked, by)
    _refuse_empty(sheet)
    if fresh.shielded:
        _refuse_names(fresh, sheet)
    return [_asked(fresh, one, by, sheet, day) for one in asked]


@transaction.atomic
def withdraw(opinion: Opinion, *, by: Seat, reason: str) -> Opinion:
    """Take the request back (收回): those who were asked see it no more."""
    words = reason.strip()
    if not words:
        raise Unreadable(_("请写明收回的理由。"))
    return move(opinion, WITHDRAW_OPINION, by=by, text=words[:500])


def withdraw_all(draft: Draft, *, by: Seat, reason: str) -> None:
    """Take back everything that is still open about a draft that was given up."""
    for opinion in draft.opinions.filter(state=WAITING).order_by("pk"):
        withdraw(opinion, by=by, reason=reason)


def _asked(draft: Draft, one: Asked, by: Seat, sheet: Sheet, day: date) -> Opinion:
    opinion = Opinion.objects.create(
        draft=draft,
        office=one.office,
        person=one.person,
        who=one.who,
        question=sheet.question.strip(),
        title=sheet.title.strip(),
        body=sheet.body.strip(),
        due_on=day,
        asked_by=by,
        asked_at=clock.now(),
    )
    record("opinion.ask", opinion, by=by, text=opinion.question, who=one.who, due=day.isoformat())
    return opinion


def _refuse_strangers(draft: Draft, asked: Sequence[Asked], by: Seat) -> None:
    """Refuse nobody, somebody twice, offices far away, and leaders, whom nothing is sent to by itself."""
    if not asked:
        raise Unreadable(_("请选择征求哪些单位或哪些人的意见。"))
    others = possible_units(by.office).filter(pk__in=[one.office.pk for one in asked])
    near = {by.office_id, *others.values_list("pk", flat=True)}
    waiting = {opinion.whom for opinion in draft.opinions.filter(state=WAITING)}
    for one in asked:
        whom = ("person", one.person.pk) if one.person else ("office", one.office.pk)
        if one.office.pk not in near or (one.person is None and one.office.pk == by.office_id):
            raise Unreadable(_("%(who)s不是下级或同级单位，不能征求意见。") % {"who": one.who})
        if one.person is not None and one.person not in possible_people([one.office]):
            raise Unreadable(_("%(who)s现在没有可以反馈意见的岗位。") % {"who": one.who})
        if whom in waiting:
            raise Unreadable(_("正在征求%(who)s的意见，还没有反馈。") % {"who": one.who})
        waiting.add(whom)


def possible_people(offices: Iterable[Office]) -> list[Person]:
    """Return who sits in these offices today, without their leaders."""
    seats = seats_in(tuple(office.pk for office in offices))
    leaders = {seat.person_id for seat in seats if seat.may(Power.READ)}
    return list(dict.fromkeys(seat.person for seat in seats if seat.person_id not in leaders))


def _refuse_empty(sheet: Sheet) -> None:
    if not sheet.body.strip():
        raise Unreadable(_("请留下要征求意见的文字。"))
    if not sheet.question.strip() or len(sheet.question.strip()) > LONGEST_QUESTION:
        raise Unreadable(_("请写明征求什么意见，不超过%(most)d字。") % {"most": LONGEST_QUESTION})


def _refuse_names(draft: Draft, sheet: Sheet) -> None:
    """Hide the source of a problem or a warning: no unit and nobody there may be named in what is shown."""
    if name := source_named(shares_of(draft), f"{sheet.question}{sheet.title}{sheet.body}"):
        raise Unreadable(
            _("问题、预警类稿件不能透露是谁反映的，送阅的文字里有“%(name)s”，请删去再送。") % {"name": name}
        )
