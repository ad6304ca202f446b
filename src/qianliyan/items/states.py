"""The states of an item in its unit and of a submission at the receiving office, with every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.history.workflow import Transition
from qianliyan.items import permissions

if TYPE_CHECKING:
    from qianliyan.history.actors import Actor
    from qianliyan.items.models import Item, Submission, Tip
    from qianliyan.offices.models import Seat


class ItemState(models.TextChoices):
    """How far an item has come in its own unit."""

    DRAFTING = "drafting", _("拟稿")
    IN_REVIEW = "in_review", _("审签中")
    SIGNED = "signed", _("已签发")
    SUBMITTED = "submitted", _("已报送")
    DISCARDED = "discarded", _("已作废")


S = ItemState
HAND_OVER: "Transition[Item, Seat]" = Transition(
    "item.hand_over", (S.DRAFTING,), S.IN_REVIEW, permissions.may_write, _("送审")
)
TAKE_BACK: "Transition[Item, Seat]" = Transition(
    "item.take_back", (S.IN_REVIEW,), S.DRAFTING, permissions.may_write, _("撤回送审")
)
APPROVE: "Transition[Item, Seat]" = Transition(
    "item.approve", (S.IN_REVIEW,), S.IN_REVIEW, permissions.may_approve, _("同意"), "a"
)
SEND_BACK: "Transition[Item, Seat]" = Transition(
    "item.send_back", (S.IN_REVIEW,), S.DRAFTING, permissions.may_decide, _("退回修改"), "r", needs_reason=True
)
SIGN: "Transition[Item, Seat]" = Transition("item.sign", (S.IN_REVIEW,), S.SIGNED, permissions.may_sign, _("签发"), "a")
RECORD_SIGNING: "Transition[Item, Seat]" = Transition(
    "item.record_signing", (S.IN_REVIEW,), S.SIGNED, permissions.may_record_paper, _("登记书面签发")
)
VOID_SIGNATURE: "Transition[Item, Seat]" = Transition(
    "item.void_signature", (S.SIGNED,), S.DRAFTING, permissions.may_write, _("改稿重签"), needs_reason=True
)
CORRECT_TYPOS: "Transition[Item, Seat]" = Transition(
    "item.correct_typos", (S.SIGNED,), S.SIGNED, permissions.may_proof_read, _("文字订正")
)
SUBMIT: "Transition[Item, Seat]" = Transition(
    "item.submit", (S.SIGNED,), S.SUBMITTED, permissions.may_write, _("报送"), "s"
)
REOPEN: "Transition[Item, Actor]" = Transition(
    "item.reopen", (S.SUBMITTED,), S.DRAFTING, permissions.by_system, _("退回后重新修改")
)
DISCARD: "Transition[Item, Seat]" = Transition(
    "item.discard", (S.DRAFTING,), S.DISCARDED, permissions.may_write, _("作废"), needs_reason=True
)
ITEM_STEPS = (
    HAND_OVER,
    TAKE_BACK,
    APPROVE,
    SEND_BACK,
    SIGN,
    RECORD_SIGNING,
    VOID_SIGNATURE,
    CORRECT_TYPOS,
    SUBMIT,
    DISCARD,
)
ITEM_TRANSITIONS = (*ITEM_STEPS, REOPEN)


class TipState(models.TextChoices):
    """What became of a tip."""

    OPEN = "open", _("待看")
    USED = "used", _("已写成信息")
    CLOSED = "closed", _("已了结")


T = TipState
USE_TIP: "Transition[Tip, Seat]" = Transition("tip.use", (T.OPEN,), T.USED, permissions.may_use_tip, _("写成信息"))
CLOSE_TIP: "Transition[Tip, Seat]" = Transition(
    "tip.close", (T.OPEN,), T.CLOSED, permissions.may_use_tip, _("谢谢，了结"), needs_reason=True
)
TIP_TRANSITIONS = (USE_TIP, CLOSE_TIP)


class SubmissionState(models.TextChoices):
    """What the receiving office has made of a submission."""

    RECEIVED = "received", _("待处理")
    SIGNED_FOR = "signed_for", _("已签收")
    TAKEN = "taken", _("选用")
    PUBLISHED = "published", _("采用")
    RETURNED = "returned", _("退回修改")
    NOT_ADOPTED = "not_adopted", _("未采用")
    RESERVED = "reserved", _("备用")
    WITHDRAWN = "withdrawn", _("撤回")


R = SubmissionState
SIGN_FOR: "Transition[Submission, Seat]" = Transition(
    "submission.sign_for", (R.RECEIVED,), R.SIGNED_FOR, permissions.may_edit, _("签收"), "t"
)
TAKE: "Transition[Submission, Seat]" = Transition(
    "submission.take", (R.RECEIVED, R.SIGNED_FOR, R.RESERVED), R.TAKEN, permissions.may_edit, _("选用"), "a"
)
UNTAKE: "Transition[Submission, Seat]" = Transition(
    "submission.untake", (R.TAKEN,), R.SIGNED_FOR, permissions.may_edit, _("取消选用")
)
RETURN: "Transition[Submission, Seat]" = Transition(
    "submission.return",
    (R.RECEIVED, R.SIGNED_FOR),
    R.RETURNED,
    permissions.may_edit,
    _("退回修改"),
    "r",
    needs_reason=True,
)
RESERVE: "Transition[Submission, Seat]" = Transition(
    "submission.reserve", (R.RECEIVED, R.SIGNED_FOR), R.RESERVED, permissions.may_edit, _("备用"), "s"
)
DECLINE: "Transition[Submission, Seat]" = Transition(
    "submission.decline",
    (R.RECEIVED, R.SIGNED_FOR, R.RESERVED),
    R.NOT_ADOPTED,
    permissions.may_edit,
    _("未采用"),
    "x",
    needs_reason=True,
)
EXPIRE: "Transition[Submission, Actor]" = Transition(
    "submission.expire", (R.RESERVED,), R.SIGNED_FOR, permissions.by_system, _("备用到期")
)
PUBLISH: "Transition[Submission, Seat]" = Transition(
    "submission.publish", (R.TAKEN,), R.PUBLISHED, permissions.may_publish, _("刊发")
)
WITHDRAW: "Transition[Submission, Seat]" = Transition(
    "submission.withdraw",
    (R.RECEIVED, R.SIGNED_FOR, R.RESERVED),
    R.WITHDRAWN,
    permissions.may_withdraw,
    _("撤回"),
    needs_reason=True,
)
DESK_STEPS = (SIGN_FOR, TAKE, RESERVE, RETURN, DECLINE)
SUBMISSION_TRANSITIONS = (SIGN_FOR, TAKE, UNTAKE, RETURN, RESERVE, EXPIRE, DECLINE, PUBLISH, WITHDRAW)
