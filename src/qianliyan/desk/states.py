"""The states of a draft and every step between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.desk import permissions
from qianliyan.history.workflow import Transition
from qianliyan.items.permissions import by_system

if TYPE_CHECKING:
    from qianliyan.desk.models import Draft, Mail, Opinion
    from qianliyan.history.actors import Actor
    from qianliyan.offices.models import Seat


class DraftState(models.TextChoices):
    """How far an editor's draft has come."""

    EDITING = "editing", _("编辑中")
    READY = "ready", _("已编好")
    PLACED = "placed", _("已编入")
    PRINTED = "printed", _("已刊发")
    DROPPED = "dropped", _("已撤销")


class MailState(models.TextChoices):
    """What became of a letter in the section's mailbox."""

    ARRIVED = "arrived", _("已收下")
    TRAY = "tray", _("未识别")
    RECORDED = "recorded", _("已录入")
    DISCARDED = "discarded", _("已丢弃")


class OpinionState(models.TextChoices):
    """Whether somebody who was asked has answered."""

    WAITING = "waiting", _("待反馈")
    ANSWERED = "answered", _("已反馈")
    SILENT = "silent", _("逾期未反馈")
    WITHDRAWN = "withdrawn", _("已收回")


S = DraftState
HOLD_READY: "Transition[Draft, Seat]" = Transition(
    "draft.hold_ready", (S.EDITING,), S.READY, permissions.may_edit_draft, _("编好待用"), "w"
)
EDIT_AGAIN: "Transition[Draft, Seat]" = Transition(
    "draft.edit_again", (S.READY,), S.EDITING, permissions.may_edit_draft, _("继续编辑"), "e"
)
PLACE: "Transition[Draft, Seat]" = Transition("draft.place", (S.READY,), S.PLACED, permissions.may_place, _("编入刊物"))
UNPLACE: "Transition[Draft, Seat]" = Transition(
    "draft.unplace", (S.PLACED,), S.READY, permissions.may_place, _("移出刊物")
)
PRINT: "Transition[Draft, Seat]" = Transition("draft.print", (S.PLACED,), S.PRINTED, permissions.may_place, _("刊发"))
DROP: "Transition[Draft, Seat]" = Transition(
    "draft.drop", (S.EDITING, S.READY), S.DROPPED, permissions.may_drop, _("撤销选用"), needs_reason=True
)
DRAFT_STEPS = (HOLD_READY, EDIT_AGAIN, DROP)
DRAFT_TRANSITIONS = (*DRAFT_STEPS, PLACE, UNPLACE, PRINT)

M = MailState
FILE_MAIL: "Transition[Mail, Actor]" = Transition("mail.file", (M.ARRIVED,), M.RECORDED, by_system, _("自动录入"))
ASIDE: "Transition[Mail, Actor]" = Transition("mail.set_aside", (M.ARRIVED,), M.TRAY, by_system, _("放入未识别"))
ASSIGN: "Transition[Mail, Seat]" = Transition(
    "mail.assign", (M.TRAY,), M.RECORDED, permissions.may_handle_mail, _("认领录入")
)
DISCARD_MAIL: "Transition[Mail, Seat]" = Transition(
    "mail.discard", (M.ARRIVED, M.TRAY), M.DISCARDED, permissions.may_handle_mail, _("丢弃"), needs_reason=True
)
MAIL_TRANSITIONS = (FILE_MAIL, ASIDE, ASSIGN, DISCARD_MAIL)

P = OpinionState
# An opinion that comes late is heard all the same.
GIVE_OPINION: "Transition[Opinion, Seat]" = Transition(
    "opinion.give", (P.WAITING, P.SILENT), P.ANSWERED, permissions.may_give_opinion, _("反馈意见")
)
RECORD_OPINION: "Transition[Opinion, Seat]" = Transition(
    "opinion.record", (P.WAITING, P.SILENT), P.ANSWERED, permissions.may_seek_opinions, _("代录意见")
)
LAPSE: "Transition[Opinion, Actor]" = Transition("opinion.lapse", (P.WAITING,), P.SILENT, by_system, _("逾期未反馈"))
WITHDRAW_OPINION: "Transition[Opinion, Seat]" = Transition(
    "opinion.withdraw", (P.WAITING,), P.WITHDRAWN, permissions.may_seek_opinions, _("收回"), needs_reason=True
)
OPINION_TRANSITIONS = (GIVE_OPINION, RECORD_OPINION, LAPSE, WITHDRAW_OPINION)
