"""The states of an issue and of its print order, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins import permissions
from qianliyan.history.workflow import Transition

if TYPE_CHECKING:
    from qianliyan.bulletins.models import Issue, PrintOrder
    from qianliyan.history.actors import Actor
    from qianliyan.offices.models import Seat


class IssueState(models.TextChoices):
    """How far an issue has come."""

    COMPOSING = "composing", _("编排中")
    AWAITING = "awaiting", _("待签发")
    SIGNED = "signed", _("已签发")
    PRINTED = "printed", _("已刊发")
    ABANDONED = "abandoned", _("已取消")
    VOID = "void", _("作废")
    RECALLED = "recalled", _("已收回")
    RESERVED = "reserved", _("预留期号")


S = IssueState
# What was printed counts for its units while it is recalled too; the reprint brings the same sources.
ONCE_PRINTED = (S.PRINTED, S.RECALLED)
SEND_FOR_SIGNING: "Transition[Issue, Seat]" = Transition(
    "issue.send_for_signing", (S.COMPOSING,), S.AWAITING, permissions.may_compose, _("送签"), "s"
)
TAKE_BACK: "Transition[Issue, Seat]" = Transition(
    "issue.take_back", (S.AWAITING,), S.COMPOSING, permissions.may_compose, _("撤回送签")
)
SEND_BACK: "Transition[Issue, Seat]" = Transition(
    "issue.send_back", (S.AWAITING,), S.COMPOSING, permissions.may_sign_issue, _("退回修改"), "r", needs_reason=True
)
SIGN: "Transition[Issue, Seat]" = Transition(
    "issue.sign", (S.AWAITING,), S.SIGNED, permissions.may_sign_issue, _("签发"), "a"
)
PUBLISH: "Transition[Issue, Seat]" = Transition(
    "issue.publish", (S.SIGNED,), S.PRINTED, permissions.may_compose, _("刊发付印"), "p"
)
ABANDON: "Transition[Issue, Seat]" = Transition(
    "issue.abandon", (S.COMPOSING,), S.ABANDONED, permissions.may_compose, _("取消本期"), needs_reason=True
)
VOID: "Transition[Issue, Seat]" = Transition(
    "issue.void", (S.SIGNED,), S.VOID, permissions.may_compose, _("作废（期号保留）"), needs_reason=True
)
RECALL: "Transition[Issue, Seat]" = Transition(
    "issue.recall", (S.PRINTED,), S.RECALLED, permissions.may_compose, _("收回"), needs_reason=True
)
REPRINT: "Transition[Issue, Seat]" = Transition(
    "issue.reprint", (S.RECALLED,), S.PRINTED, permissions.may_sign_issue, _("签发重印"), "a"
)
# A secret issue is made on paper elsewhere: only its number and day are kept here.
RESERVE: "Transition[Issue, Seat]" = Transition(
    "issue.reserve", (S.COMPOSING,), S.RESERVED, permissions.may_compose, _("预留期号")
)
ISSUE_TRANSITIONS = (SEND_FOR_SIGNING, TAKE_BACK, SEND_BACK, SIGN, PUBLISH, ABANDON, VOID, RECALL, REPRINT, RESERVE)


class PrintState(models.TextChoices):
    """How far the final file is."""

    WAITING = "waiting", _("等待排版")
    MADE = "made", _("已排好")
    FAILED = "failed", _("排版失败")


P = PrintState
MAKE: "Transition[PrintOrder, Actor]" = Transition(
    "print_order.make", (P.WAITING, P.FAILED), P.MADE, permissions.by_system, _("排版")
)
FAIL: "Transition[PrintOrder, Actor]" = Transition(
    "print_order.fail", (P.WAITING,), P.FAILED, permissions.by_system, _("排版未成")
)
TYPESET_AGAIN: "Transition[PrintOrder, Seat]" = Transition(
    "print_order.typeset_again", (P.FAILED,), P.WAITING, permissions.may_typeset_again, _("重新排版")
)
RENEW: "Transition[PrintOrder, Seat]" = Transition(
    "print_order.renew", (P.MADE, P.FAILED), P.WAITING, permissions.may_reprint, _("重印")
)
PRINT_TRANSITIONS = (MAKE, FAIL, TYPESET_AGAIN, RENEW)
