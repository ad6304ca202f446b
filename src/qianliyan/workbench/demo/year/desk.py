"""What the city's section does with what arrives: signs for it, takes, merges, edits, returns, reserves, declines."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from qianliyan.core import clock
from qianliyan.desk.actions import drafts, merging, submissions
from qianliyan.desk.models import Draft
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Seat
from qianliyan.workbench.demo.texts.flaws import without_phone
from qianliyan.workbench.demo.year.agenda import Agenda
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.checking import verify_some
from qianliyan.workbench.demo.year.units import Case, Units, in_hours

DECLINED = ("内容较一般，参考价值不大", "已有类似信息刊发", "时效已过", "缺少数据支撑，问题分析不够深入")
MEETING = "宜作本单位内部工作动态"
RETURNED = (
    "数据前后不一致，请核对分项与合计",
    "缺少具体时间、地点或数据，请补充",
    "请补充原因分析和建议",
    "占比计算有误，请核对后重报",
    "题目与内容不符，请修改",
)
RESERVED = ("可与其他县区情况合并使用", "待有关部门意见", "可作下月综合用稿", "先留存，视后续进展")
EDITORS = ("city-bianji", "city-bianji2", "city-bianji3")


class Desk:
    """The section at work; drafts that are ready wait under the name of the issue they are meant for."""

    def __init__(self, cast: Cast, agenda: Agenda) -> None:
        self.cast = cast
        self.agenda = agenda
        self.units: Units | None = None
        self.ready: dict[str, list[Draft]] = defaultdict(list)
        self._wanted: dict[tuple[str, int], int] = {}
        self._arrived: dict[tuple[str, int], list[Case]] = defaultdict(list)

    @property
    def chance(self) -> Random:
        """The chance of the thread in which we are."""
        return self.agenda.chance

    def expect(self, issue: str, place: int, sources: int) -> None:
        """Say how many submissions one place of an issue is made of."""
        self._wanted[issue, place] = sources

    def receive(self, case: Case) -> None:
        """Decide when and by whom it is handled."""
        editor = self._editor(case)
        if case.order.fate == "take":
            self._gather(case, editor)
            return
        acts = {"decline": self._decline, "return": self._return, "reserve": self._reserve, "keep": self._keep}
        act = acts.get(case.order.fate)
        if act is None:
            return
        signed = case.order.fate != "keep" and case.order.channel == "system" and self.chance.random() < 0.3
        if signed:
            self.agenda.enter(self._soon(), lambda: self._keep(case, editor))
        self.agenda.enter(self._next_day(), lambda: _while_open(case, lambda: act(case, editor)))

    def _gather(self, case: Case, editor: Seat) -> None:
        """Take it when everything that belongs together has arrived."""
        key = (case.order.issue, case.order.place)
        self._arrived[key].append(case)
        if len(self._arrived[key]) == self._wanted[key]:
            cases = self._arrived.pop(key)
            self.agenda.enter(self._soon(), lambda: self._take(cases, editor))

    def _take(self, cases: list[Case], editor: Seat) -> None:
        if len(cases) == 1:
            draft = submissions.take(_fresh(cases[0]), by=editor)
        else:
            draft = merging.merge([_fresh(case) for case in cases], by=editor)
        self.agenda.enter(in_hours(clock.now() + timedelta(minutes=50)), lambda: self._edit(cases, draft, editor))

    def _edit(self, cases: list[Case], draft: Draft, editor: Seat) -> None:
        """Cut, set a gist, and hold ready."""
        fields = edited(cases[0], draft, self.chance)
        saved = drafts.save(draft, by=editor, revision=draft.revision, **fields)
        verify_some(saved, cases[0], by=editor, cast=self.cast, chance=self.chance)
        ready = drafts.hold_ready(saved, by=editor)
        self.ready[cases[0].order.issue].append(ready)

    def _decline(self, case: Case, editor: Seat) -> None:
        reason = MEETING if case.order.about == "meeting" else self.chance.choice(DECLINED)
        case.submission = submissions.decline(_fresh(case), by=editor, reason=reason)

    def _return(self, case: Case, editor: Seat) -> None:
        """Return it; the unit sends it again, and the second time it is only declined or kept."""
        case.submission = submissions.send_back(_fresh(case), by=editor, reason=self.chance.choice(RETURNED))
        if self.units is not None and self.chance.random() < 0.8:
            case.order = replace(case.order, fate="decline" if self.chance.random() < 0.7 else "reserve")
            units = self.units
            self.agenda.enter(self._next_day(), lambda: units.revise(case))

    def _reserve(self, case: Case, editor: Seat) -> None:
        """Hold it; past its time most are declined."""
        case.submission = submissions.reserve(_fresh(case), by=editor, reason=self.chance.choice(RESERVED))
        if self.chance.random() < 0.85:
            later = clock.now() + timedelta(days=self.chance.randrange(20, 32))
            self.agenda.enter(in_hours(later), lambda: _while_open(case, lambda: self._decline(case, editor)))

    def _keep(self, case: Case, editor: Seat) -> None:
        case.submission = submissions.sign_for(_fresh(case), by=editor)

    def _editor(self, case: Case) -> Seat:
        if case.receiver.level == "county":
            return self.cast.world.seats["qs-bianji"]
        seats = [self.cast.world.seats[name] for name in EDITORS]
        handler = _fresh(case).handler_id
        return next((seat for seat in seats if seat.person_id == handler), seats[len(case.text.topic) % 3])

    def _soon(self) -> datetime:
        return in_hours(clock.now() + timedelta(minutes=self.chance.randrange(6, 90)))

    def _next_day(self) -> datetime:
        """Return a moment of the next day, in office hours."""
        day: date = clock.today() + timedelta(days=1 if self.chance.random() < 0.8 else 2)
        minutes = self.chance.randrange(0, 500)
        return timezone.make_aware(datetime.combine(day, time(8, 40)) + timedelta(minutes=minutes))


def edited(case: Case, draft: Draft, chance: Random) -> dict[str, str]:
    """Return what an editor makes of the text: set phrases go, the end is cut, the gist is its first sentence."""
    paragraphs = [line for line in without_phone(draft.body).split("\n") if line.strip()]
    kept = paragraphs[: max(2, len(paragraphs) - (chance.random() < 0.6))]
    body = "\n".join(kept).replace("取得了明显成效", "").replace("，。", "。")
    gist = next((part for part in case.text.body.split("。") if any(sign.isdigit() for sign in part)), draft.title)
    return {"title": draft.title, "body": body, "gist": gist[-60:]}


def _fresh(case: Case) -> Submission:
    assert case.submission is not None  # noqa: S101 - it has arrived
    return case.submission


def _while_open(case: Case, act: Callable[[], None]) -> None:
    """Act unless the unit has taken it back in the meantime."""
    if _fresh(case).state in (SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR, SubmissionState.RESERVED):
        act()
