"""The states of a scheme, a calculation, a period, a circular and a review, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment import permissions
from qianliyan.history.workflow import Transition

if TYPE_CHECKING:
    from qianliyan.assessment.models import (
        Calculation,
        Circular,
        Claim,
        Comment,
        Determination,
        Period,
        ReviewRequest,
        Scheme,
    )
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


class CircularState(models.TextChoices):
    """How far a circular has come."""

    COMPOSING = "composing", _("编写中")
    CHECKING = "checking", _("核分中")
    SETTLED = "settled", _("已定稿")
    ISSUED = "issued", _("已转待编稿")
    GIVEN_UP = "given_up", _("已放弃")


C = CircularState
OPEN_CHECK: "Transition[Circular, Seat]" = Transition(
    "circular.open_check", (C.COMPOSING,), C.CHECKING, permissions.may_assess, _("送各单位核分")
)
REWRITE: "Transition[Circular, Seat]" = Transition(
    "circular.rewrite", (C.CHECKING, C.SETTLED), C.COMPOSING, permissions.may_assess, _("重新编写")
)
SETTLE: "Transition[Circular, Seat]" = Transition(
    "circular.settle", (C.CHECKING,), C.SETTLED, permissions.may_assess, _("定稿")
)
ISSUE: "Transition[Circular, Seat]" = Transition(
    "circular.issue", (C.SETTLED,), C.ISSUED, permissions.may_edit, _("转为待编稿")
)
DISCARD: "Transition[Circular, Seat]" = Transition(
    "circular.discard", (C.COMPOSING,), C.GIVEN_UP, permissions.may_assess, _("放弃")
)
CIRCULAR_TRANSITIONS = (OPEN_CHECK, REWRITE, SETTLE, ISSUE, DISCARD)


class ReviewState(models.TextChoices):
    """What became of an application for review."""

    OPEN = "open", _("待复核")
    CORRECTED = "corrected", _("已更正")
    UPHELD = "upheld", _("维持")


CORRECT: "Transition[ReviewRequest, Seat]" = Transition(
    "review.correct", (ReviewState.OPEN,), ReviewState.CORRECTED, permissions.may_review, _("更正"), needs_reason=True
)
UPHOLD: "Transition[ReviewRequest, Seat]" = Transition(
    "review.uphold", (ReviewState.OPEN,), ReviewState.UPHELD, permissions.may_review, _("维持"), needs_reason=True
)
REVIEW_TRANSITIONS = (CORRECT, UPHOLD)


class ClaimState(models.TextChoices):
    """What became of a claim."""

    OPEN = "open", _("待审定")
    ACCEPTED = "accepted", _("已核准")
    DECLINED = "declined", _("未核准")
    WITHDRAWN = "withdrawn", _("已撤回")


ACCEPT: "Transition[Claim, Seat]" = Transition(
    "claim.accept", (ClaimState.OPEN,), ClaimState.ACCEPTED, permissions.may_assess, _("核准")
)
DECLINE: "Transition[Claim, Seat]" = Transition(
    "claim.decline", (ClaimState.OPEN,), ClaimState.DECLINED, permissions.may_assess, _("不予核准"), needs_reason=True
)
WITHDRAW: "Transition[Claim, Seat]" = Transition(
    "claim.withdraw", (ClaimState.OPEN,), ClaimState.WITHDRAWN, permissions.may_speak, _("撤回")
)
CLAIM_TRANSITIONS = (ACCEPT, DECLINE, WITHDRAW)


class DeterminationState(models.TextChoices):
    """How far a determination of fault has come; until it is determined nobody is at fault."""

    OPENED = "opened", _("待说明")
    STATED = "stated", _("已说明")
    DETERMINED = "determined", _("已认定")
    DROPPED = "dropped", _("不予认定")


D = DeterminationState
STATE: "Transition[Determination, Seat]" = Transition(
    "determination.state", (D.OPENED,), D.STATED, permissions.may_speak, _("说明情况")
)
DETERMINE: "Transition[Determination, Seat]" = Transition(
    "determination.determine",
    (D.OPENED, D.STATED),
    D.DETERMINED,
    permissions.may_assess,
    _("认定"),
    needs_reason=True,
)
DROP: "Transition[Determination, Seat]" = Transition(
    "determination.drop",
    (D.OPENED, D.STATED),
    D.DROPPED,
    permissions.may_assess,
    _("不予认定"),
    needs_reason=True,
)
DETERMINATION_TRANSITIONS = (STATE, DETERMINE, DROP)


class CommentState(models.TextChoices):
    """Whether a comment on an officer's year stands."""

    GIVEN = "given", _("已写")
    WITHDRAWN = "withdrawn", _("已收回")


WITHDRAW_COMMENT: "Transition[Comment, Seat]" = Transition(
    "comment.withdraw", (CommentState.GIVEN,), CommentState.WITHDRAWN, permissions.may_comment, _("收回")
)
COMMENT_TRANSITIONS = (WITHDRAW_COMMENT,)
