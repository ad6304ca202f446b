"""The states of a scheme, a calculation and a period, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment import permissions
from qianliyan.history.workflow import Transition

if TYPE_CHECKING:
    from qianliyan.assessment.models import Calculation, Period, Scheme
    from qianliyan.history.actors import Actor
    from qianliyan.offices.models import Seat


class SchemeState(models.TextChoices):
    """Whether a version of the rules is still written, in force, or given up."""

    WRITING = "writing", _("起草中")
    PUBLISHED = "published", _("已公布")
    GIVEN_UP = "given_up", _("已放弃")


PUBLISH: "Transition[Scheme, Seat]" = Transition(
    "scheme.publish", (SchemeState.WRITING,), SchemeState.PUBLISHED, permissions.may_assess, _("公布")
)
GIVE_UP: "Transition[Scheme, Seat]" = Transition(
    "scheme.give_up", (SchemeState.WRITING,), SchemeState.GIVEN_UP, permissions.may_assess, _("放弃这一稿")
)
SCHEME_TRANSITIONS = (PUBLISH, GIVE_UP)


class CalculationState(models.TextChoices):
    """How far a calculation is."""

    WAITING = "waiting", _("等待计算")
    DONE = "done", _("已算好")
    REFUSED = "refused", _("没有算成")


FINISH: "Transition[Calculation, Actor]" = Transition(
    "calculation.finish", (CalculationState.WAITING,), CalculationState.DONE, permissions.by_system, _("算好")
)
REFUSE: "Transition[Calculation, Actor]" = Transition(
    "calculation.refuse", (CalculationState.WAITING,), CalculationState.REFUSED, permissions.by_system, _("未算成")
)
CALCULATION_TRANSITIONS = (FINISH, REFUSE)


class PeriodState(models.TextChoices):
    """Whether an assessment period can still change."""

    RUNNING = "running", _("未结账")
    CLOSED = "closed", _("已结账")


CLOSE: "Transition[Period, Seat]" = Transition(
    "period.close", (PeriodState.RUNNING,), PeriodState.CLOSED, permissions.may_assess, _("结账")
)
REOPEN: "Transition[Period, Seat]" = Transition(
    "period.reopen",
    (PeriodState.CLOSED,),
    PeriodState.RUNNING,
    permissions.may_assess,
    _("重新开账"),
    needs_reason=True,
)
PERIOD_TRANSITIONS = (CLOSE, REOPEN)
