"""The places of the rail in the order of the work: who has work there, and what waits."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.permissions import READERS
from qianliyan.core.errors import Text
from qianliyan.desk.opinions import waiting_for as waiting_for_opinion
from qianliyan.desk.polling import tray
from qianliyan.desk.queries import drafts, queue
from qianliyan.instructions.permissions import REPORTING, STAFF
from qianliyan.instructions.queries.presenting import lying_before, to_present
from qianliyan.instructions.queries.register import errands_open, waiting_for
from qianliyan.items.kinds import Urgency
from qianliyan.items.models import Item
from qianliyan.items.models.submission import SECTION
from qianliyan.items.queries import awaiting_decision, open_tips, returned_to
from qianliyan.items.stages import POWER
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import UNIT, Power
from qianliyan.planning.queries.commissions import open_for, running
from qianliyan.workbench.counting import Pile

REVIEWING = tuple(POWER.values())


@dataclass(frozen=True)
class Place:
    """One entry: its page, the key that opens it, what waits there; `under` begins further addresses of it."""

    group: Text
    label: Text
    page: str
    key: str
    powers: tuple[Power, ...] = ()
    pile: Pile | None = None
    query: str = ""
    under: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address."""
        return reverse(self.page) + self.query

    def open_to(self, seat: Seat) -> bool:
        """Tell whether the seat has work there."""
        return not self.powers or any(seat.may(power) for power in self.powers)


def reserved(seat: Seat) -> QuerySet[Any]:
    """Return what lies in reserve."""
    return queue(seat, "reserved")


def urgent_arrivals(seat: Seat) -> QuerySet[Any]:
    """Return the urgent part of the queue."""
    return queue(seat, "urgent")


def urgent_reviews(seat: Seat) -> QuerySet[Item]:
    """Return the urgent part of what waits for this seat's decision."""
    return awaiting_decision(seat).exclude(urgency=Urgency.ORDINARY)


# Where a unit reads what it is asked; the section has places of its own for the same addresses.
ASKED = ("/requests/", "/commissions/", "/key-points/", "/key-tasks/")
WORK, DESK, OFFICE = _("报送"), _("采编"), _("本单位")
BULLETINS, ASSESSMENT, INSTRUCTIONS = _("刊物"), _("考核"), _("批示")

BEFORE_BULLETINS = (
    Place("", _("今日"), "workbench:today", "g t"),
    Place(WORK, _("写信息"), "items:new", "g w", (Power.DRAFT,)),
    Place(
        WORK,
        _("我的信息"),
        "items:list",
        "g m",
        (*REVIEWING, Power.DRAFT),
        Pile("returned", returned_to),
        under=("/items/",),
    ),
    Place(WORK, _("线索箱"), "items:tips", "g x", (), Pile("tips", open_tips), under=("/items/tips/",)),
    Place(WORK, _("报送需求"), "planning:requests", "g q", UNIT, Pile("requests", open_for), under=ASKED),
    Place(WORK, _("待我审签"), "items:reviews", "g s", REVIEWING, Pile("awaiting", awaiting_decision)),
    Place(WORK, _("未采用反馈"), "desk:digests", "", (Power.DRAFT, Power.SIGN), under=("/digests/",)),
    Place(
        WORK,
        _("会签"),
        "desk:opinions",
        "",
        UNIT,
        Pile("opinions", waiting_for_opinion),
        under=("/opinions/",),
    ),
    Place(
        WORK,
        _("批示承办"),
        "instructions:errands",
        "",
        REPORTING,
        Pile("errands", errands_open),
        under=("/errands/",),
    ),
    Place(
        INSTRUCTIONS,
        _("阅件"),
        "instructions:reading",
        "g y",
        (Power.READ,),
        Pile("lying", lying_before),
        under=("/reading/",),
    ),
    Place(
        INSTRUCTIONS,
        _("呈送登记"),
        "instructions:presentations",
        "g n",
        (Power.PRESENT,),
        Pile("to_present", to_present),
        under=("/presentations/",),
    ),
    Place(
        INSTRUCTIONS,
        _("批示登记"),
        "instructions:register",
        "g i",
        STAFF,
        Pile("instructions", waiting_for),
        under=("/instructions/",),
    ),
    Place(DESK, _("来稿处理"), "desk:queue", "g d", SECTION, Pile("queue", queue), under=("/desk/", "/submissions/")),
    Place(DESK, _("来信"), "desk:mail", "", (Power.EDIT,), Pile("letters", tray), under=("/desk/mail/",)),
    Place(DESK, _("待编稿"), "desk:drafts", "g e", SECTION, Pile("drafts", drafts), under=("/drafts/",)),
    Place(DESK, _("备用"), "desk:queue", "g r", SECTION, Pile("reserved", reserved), query="?tab=reserved"),
    Place(DESK, _("上报"), "desk:upward", "g u", SECTION, under=("/upward/",)),
    Place(DESK, _("约稿"), "planning:commissions", "g c", SECTION, Pile("running", running), under=("/commissions/",)),
    Place(DESK, _("报送要点"), "planning:key_points", "g o", SECTION, under=("/key-points/",)),
    Place(DESK, _("重点任务"), "workbench:matrix", "g j", SECTION, under=("/key-tasks/",)),
)
AFTER_BULLETINS = (
    Place(BULLETINS, _("已刊发"), "bulletins:shelf", "g k", under=("/issues/", "/entries/", "/publications/")),
    Place(
        ASSESSMENT,
        _("采用情况"),
        "assessment:standings",
        "g a",
        READERS,
        under=("/assessment/standings/", "/assessment/facts/", "/assessment/periods/", "/assessment/groups/"),
    ),
    Place(
        ASSESSMENT,
        _("年度数据"),
        "assessment:this_year",
        "g y",
        READERS,
        under=("/assessment/year/", "/assessment/years/"),
    ),
    Place(
        ASSESSMENT, _("采用情况通报"), "assessment:circulars", "", (*READERS, *UNIT), under=("/assessment/circulars/",)
    ),
    Place(
        ASSESSMENT,
        _("申报与认定"),
        "assessment:claims",
        "",
        (*READERS, *UNIT),
        under=("/assessment/claims/", "/assessment/determinations/"),
    ),
    Place(ASSESSMENT, _("登记采用批示"), "assessment:records", "", READERS, under=("/assessment/records/",)),
    Place(
        ASSESSMENT,
        _("上级采用对账"),
        "assessment:reconciliations",
        "",
        READERS,
        under=("/assessment/reconciliations/",),
    ),
    Place(
        ASSESSMENT,
        _("个人采用情况"),
        "assessment:achievements",
        "",
        (*READERS, *UNIT),
        under=("/assessment/achievements/",),
    ),
    Place(ASSESSMENT, _("本单位得分"), "assessment:results", "g p", UNIT, under=("/assessment/results/",)),
    Place(
        ASSESSMENT,
        _("计分办法"),
        "assessment:schemes",
        "",
        (*READERS, *UNIT),
        under=("/assessment/schemes/", "/assessment/trials/"),
    ),
    Place(OFFICE, _("授权代签"), "offices:delegations", "", (*REVIEWING, Power.SIGN_ISSUE), under=("/delegations/",)),
    Place(OFFICE, _("单位与人员"), "offices:directory", "", (Power.RUN, Power.GRANT), under=("/offices/",)),
    Place(OFFICE, _("设置"), "configuration:index", "", (Power.CONFIGURE,), under=("/settings/",)),
)
# What is urgent: at the desk first, then what waits for a signature.
URGENT = (
    (Pile("urgent_arrivals", urgent_arrivals), SECTION, "desk:queue", "?tab=urgent"),
    (Pile("urgent_reviews", urgent_reviews), REVIEWING, "items:reviews", ""),
)
