"""The states of something that is being made, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.files import permissions
from qianliyan.history.workflow import Transition

if TYPE_CHECKING:
    from qianliyan.files.models import Making
    from qianliyan.history.actors import Actor


class MakingState(models.TextChoices):
    """How far it is."""

    WAITING = "waiting", _("正在制作")
    MADE = "made", _("已做好")
    FAILED = "failed", _("没有做成")


S = MakingState
MAKE: "Transition[Making, Actor]" = Transition(
    "making.make", (S.WAITING,), S.MADE, permissions.by_system, _("做好文件")
)
FAIL: "Transition[Making, Actor]" = Transition(
    "making.fail", (S.WAITING,), S.FAILED, permissions.by_system, _("未做成")
)
MAKING_TRANSITIONS = (MAKE, FAIL)
