"""What the city reports upward from what it printed, and what the province makes of it."""

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from qianliyan.core import clock
from qianliyan.desk.actions import drafts, submissions, upward
from qianliyan.desk.models import Draft
from qianliyan.items.actions import review, sending, writing
from qianliyan.items.actions.recording import Received, record_for
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.stages import POWER, Stage
from qianliyan.workbench.demo.reports import Report
from qianliyan.workbench.demo.year.agenda import Act, Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.desk import Desk
from qianliyan.workbench.demo.year.units import in_hours

NOT_USED = ("内容较一般，参考价值不大", "已有类似信息刊发", "地域性较强")
# Many a report still goes by the province's own mailbox; its desk records it. What it adopts came by the system.
BY_MAIL = 0.75


class Upward:
    """The city as a reporting unit, and the province's desk."""

    def __init__(self, cast: Cast, agenda: Agenda, desk: Desk) -> None:
        self.cast = cast
        self.agenda = agenda
        self.desk = desk
        self.city, self.province = cast.offices["city"], cast.offices["province"]
        self.writer = cast.world.seats["city-bianji"]
        self.editor = cast.world.seats["sheng-bianji"]
        self.clearer = cast.world.seats["city-fumishuzhang"]

    @property
    def chance(self) -> Random:
        """The chance of the thread in which we are."""
        return self.agenda.chance

    def report(self, draft: Draft, plan: Report) -> None:
        """Enter that what was printed goes up within a day or two."""
        mailed = not plan.issue and self.chance.random() < BY_MAIL
        act = self._mail if mailed else self._write
        self._later(20, 1500, lambda: act(draft, plan))

    def _mail(self, draft: Draft, plan: Report) -> None:
        """Let the province's desk record what the city mailed."""
        signatory = self.cast.decider(self.city, POWER[Stage.SIGN])
        given = Received(
            title=as_of_the_city(draft.title),
            body=as_of_the_city(draft.body),
            channel=Channel.MAIL,
            received_at=clock.now() - timedelta(minutes=self.chance.randrange(3, 30)),
            kind=draft.kind,
            form=draft.form,
            drafter_name=self.writer.person.name,
            signatory_name=signatory.person.name,
        )
        self._arrived(record_for(self.city, given, to=self.province, by=self.editor), plan)

    def _write(self, draft: Draft, plan: Report) -> None:
        """Write it as the city's item; screening and signature follow within the hour."""
        title, body = as_of_the_city(draft.title), as_of_the_city(draft.body)
        item = upward.report_up(draft, by=self.writer)
        item = writing.save(item, by=self.writer, revision=item.revision, title=title, body=body)
        item = review.hand_over(item, by=self.writer)
        self._later(10, 60, lambda: self._decide(item, plan))

    def _decide(self, item: Item, plan: Report) -> None:
        stage = item.current_stage
        assert stage is not None  # noqa: S101 - handed over before
        seat = self.clearer if stage == Stage.CLEAR else self.cast.decider(self.city, POWER[stage])
        if stage != Stage.SIGN:
            approved = review.approve(item, by=seat)
            self._later(5, 60, lambda: self._decide(approved, plan))
            return
        signed = review.sign(item, by=seat)
        self._arrived(sending.submit(signed, by=self.writer, receiver=self.province), plan)

    def _arrived(self, submission: Submission, plan: Report) -> None:
        """Let the province decide: what it adopts waits for its issue."""
        if plan.issue:
            self._later(60, 600, lambda: self._take(submission, plan))
        else:
            self._later(2000, 6000, lambda: self._decline(submission))

    def _take(self, submission: Submission, plan: Report) -> None:
        draft = submissions.take(submission, by=self.editor)
        self.desk.ready[plan.issue].append(drafts.hold_ready(draft, by=self.editor))

    def _decline(self, submission: Submission) -> None:
        submissions.decline(submission, by=self.editor, reason=self.chance.choice(NOT_USED))

    def _later(self, least: int, most: int, act: Act) -> None:
        moment = clock.now() + timedelta(minutes=self.chance.randrange(least, most))
        self.agenda.enter(in_hours(_not_at_night(moment)), act)


def as_of_the_city(text: str) -> str:
    """Say it as the city says it to the province."""
    return text.replace("我市", "云川市").replace("全市", "云川市")


def _not_at_night(moment: datetime) -> datetime:
    here = clock.local(moment)
    return moment if here.hour >= 8 else timezone.make_aware(datetime(here.year, here.month, here.day, 8, 50))  # noqa: DTZ001
