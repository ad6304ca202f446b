"""The states of a commission, of each unit it is addressed to, and of a key task, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.history.workflow import Transition
from qianliyan.planning import permissions

if TYPE_CHECKING:
    from qianliyan.history.actors import Actor
    from qianliyan.offices.models import Seat
    from qianliyan.planning.models import Addressee, Commission, KeyTask


class CommissionState(models.TextChoices):
    """How far a commission has come. That its deadline has passed is no state: only the clock says so."""

    PREPARING = "preparing", _("草拟")
    ISSUED = "issued", _("已发出")
    CLOSED = "closed", _("已办结")
    CANCELLED = "cancelled", _("已撤销")


C = CommissionState
ISSUE: "Transition[Commission, Seat]" = Transition(
    "commission.issue", (C.PREPARING,), C.ISSUED, permissions.may_ask, _("发出约稿"), "s"
)
CLOSE: "Transition[Commission, Seat]" = Transition(
    "commission.close", (C.ISSUED,), C.CLOSED, permissions.may_ask, _("办结")
)
CANCEL: "Transition[Commission, Seat]" = Transition(
    "commission.cancel", (C.PREPARING, C.ISSUED), C.CANCELLED, permissions.may_ask, _("撤销"), needs_reason=True
)
COMMISSION_TRANSITIONS = (ISSUE, CLOSE, CANCEL)


class AddresseeState(models.TextChoices):
    """What an addressed unit has made of a commission."""

    PENDING = "pending", _("待签收")
    SIGNED_FOR = "signed_for", _("已签收")
    ANSWERED = "answered", _("已报送")
    NOTHING = "nothing", _("无此类情况")


A = AddresseeState
SIGN_FOR: "Transition[Addressee, Seat]" = Transition(
    "addressee.sign_for", (A.PENDING,), A.SIGNED_FOR, permissions.may_accept, _("签收"), "t"
)
ANSWER: "Transition[Addressee, Seat]" = Transition(
    "addressee.answer", (A.PENDING, A.SIGNED_FOR, A.NOTHING), A.ANSWERED, permissions.may_answer, _("报送")
)
REPORT_NOTHING: "Transition[Addressee, Seat]" = Transition(
    "addressee.report_nothing", (A.PENDING, A.SIGNED_FOR), A.NOTHING, permissions.may_answer, _("无此类情况")
)
OPEN_AGAIN: "Transition[Addressee, Actor]" = Transition(
    "addressee.open_again", (A.ANSWERED,), A.SIGNED_FOR, permissions.by_system, _("报送被退回或撤回")
)
ADDRESSEE_TRANSITIONS = (SIGN_FOR, ANSWER, REPORT_NOTHING, OPEN_AGAIN)
WAITING = (A.PENDING, A.SIGNED_FOR)


class KeyTaskState(models.TextChoices):
    """How far a key task has come."""

    RUNNING = "running", _("推进中")
    DONE = "done", _("已完成")
    DROPPED = "dropped", _("已取消")


K = KeyTaskState
COMPLETE: "Transition[KeyTask, Seat]" = Transition(
    "key_task.complete", (K.RUNNING,), K.DONE, permissions.may_ask, _("标为完成")
)
RESUME: "Transition[KeyTask, Seat]" = Transition(
    "key_task.resume", (K.DONE, K.DROPPED), K.RUNNING, permissions.may_ask, _("重新推进")
)
DROP: "Transition[KeyTask, Seat]" = Transition(
    "key_task.drop", (K.RUNNING,), K.DROPPED, permissions.may_ask, _("取消任务"), needs_reason=True
)
KEY_TASK_TRANSITIONS = (COMPLETE, RESUME, DROP)
