"""The states of what lies before a leader, of an instruction, and of what was forwarded, with every step between."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.history.workflow import Transition
from qianliyan.instructions import permissions

if TYPE_CHECKING:
    from qianliyan.history.actors import Actor
    from qianliyan.instructions.models import Forwarding, Instruction, Reader
    from qianliyan.offices.models import Seat


class ReaderState(models.TextChoices):
    """Where a paper is on its way to one leader."""

    TO_PRESENT = "to_present", _("待呈")
    PRESENTED = "presented", _("已呈")
    BACK = "back", _("已退件")
    SKIPPED = "skipped", _("不再呈")


R = ReaderState
PRESENT: "Transition[Reader, Seat]" = Transition(
    "reader.present", (R.TO_PRESENT,), R.PRESENTED, permissions.may_present, _("呈送")
)
GIVE_BACK: "Transition[Reader, Seat]" = Transition(
    "reader.give_back", (R.PRESENTED,), R.BACK, permissions.may_give_back, _("退件")
)
SKIP: "Transition[Reader, Seat]" = Transition(
    "reader.skip", (R.TO_PRESENT,), R.SKIPPED, permissions.may_present, _("不再呈")
)
READER_TRANSITIONS = (PRESENT, GIVE_BACK, SKIP)


class InstructionState(models.TextChoices):
    """How far an instruction has come."""

    GIVEN = "given", _("待登记")
    REGISTERED = "registered", _("待拟办")
    PROPOSED = "proposed", _("待审定")
    DECIDED = "decided", _("待转办")
    FORWARDED = "forwarded", _("办理中")
    SUPERVISED = "supervised", _("督查中")
    REPORTED = "reported", _("已反馈")
    CLOSED = "closed", _("办结")
    VOID = "void", _("登记作废")


S = InstructionState
REGISTER: "Transition[Instruction, Seat]" = Transition(
    "instruction.register", (S.GIVEN,), S.REGISTERED, permissions.may_register, _("登记")
)
PROPOSE: "Transition[Instruction, Seat]" = Transition(
    "instruction.propose", (S.REGISTERED,), S.PROPOSED, permissions.may_propose, _("拟办")
)
RETURN_PROPOSAL: "Transition[Instruction, Seat]" = Transition(
    "instruction.return_proposal",
    (S.PROPOSED,),
    S.REGISTERED,
    permissions.may_decide,
    _("退回重拟"),
    needs_reason=True,
)
DECIDE: "Transition[Instruction, Seat]" = Transition(
    "instruction.decide", (S.PROPOSED,), S.DECIDED, permissions.may_decide, _("审定")
)
RECORD_DECISION: "Transition[Instruction, Seat]" = Transition(
    "instruction.record_decision", (S.PROPOSED,), S.DECIDED, permissions.may_record_decision, _("登记书面审定")
)
FORWARD: "Transition[Instruction, Seat]" = Transition(
    "instruction.forward", (S.DECIDED,), S.FORWARDED, permissions.may_handle, _("转办")
)
SUPERVISE: "Transition[Instruction, Seat]" = Transition(
    "instruction.supervise", (S.DECIDED,), S.SUPERVISED, permissions.may_handle, _("移交督查")
)
TAKE_RESULT: "Transition[Instruction, Actor]" = Transition(
    "instruction.take_result", (S.FORWARDED, S.SUPERVISED), S.REPORTED, permissions.may_take_result, _("收到反馈")
)
GO_ON: "Transition[Instruction, Seat]" = Transition(
    "instruction.go_on", (S.REPORTED,), S.FORWARDED, permissions.may_handle, _("退回补报"), needs_reason=True
)
CLOSE: "Transition[Instruction, Seat]" = Transition(
    "instruction.close", (S.DECIDED, S.REPORTED), S.CLOSED, permissions.may_handle, _("办结")
)
FILE_AWAY: "Transition[Instruction, Seat]" = Transition(
    "instruction.file_away", (S.REGISTERED,), S.CLOSED, permissions.may_propose, _("存查"), needs_reason=True
)
VOID: "Transition[Instruction, Seat]" = Transition(
    "instruction.void", (S.GIVEN, S.REGISTERED), S.VOID, permissions.may_void, _("登记作废"), needs_reason=True
)
# What people do; the result is also taken by the machine, when the last unit has reported.
INSTRUCTION_STEPS = (
    REGISTER,
    PROPOSE,
    RETURN_PROPOSAL,
    DECIDE,
    RECORD_DECISION,
    FORWARD,
    SUPERVISE,
    GO_ON,
    CLOSE,
    FILE_AWAY,
    VOID,
)
INSTRUCTION_TRANSITIONS = (*INSTRUCTION_STEPS, TAKE_RESULT)
# What counts as an instruction that was given, for lists and facts.
IN_FORCE = tuple(state for state in S if state not in (S.GIVEN, S.VOID))
OPEN = tuple(state for state in IN_FORCE if state != S.CLOSED)


class ForwardingState(models.TextChoices):
    """How far one unit is with what was forwarded to it."""

    SENT = "sent", _("待签收")
    SIGNED_FOR = "signed_for", _("办理中")
    REPORTED = "reported", _("已反馈")
    RECALLED = "recalled", _("已收回")


F = ForwardingState
SIGN_FOR: "Transition[Forwarding, Seat]" = Transition(
    "forwarding.sign_for", (F.SENT,), F.SIGNED_FOR, permissions.may_answer, _("签收")
)
REPORT: "Transition[Forwarding, Seat]" = Transition(
    "forwarding.report", (F.SENT, F.SIGNED_FOR), F.REPORTED, permissions.may_answer, _("反馈办理情况")
)
RECORD_REPORT: "Transition[Forwarding, Seat]" = Transition(
    "forwarding.record_report", (F.SENT, F.SIGNED_FOR), F.REPORTED, permissions.may_follow_up, _("代录反馈")
)
ASK_AGAIN: "Transition[Forwarding, Seat]" = Transition(
    "forwarding.ask_again", (F.REPORTED,), F.SIGNED_FOR, permissions.may_follow_up, _("退回补报"), needs_reason=True
)
RECALL: "Transition[Forwarding, Seat]" = Transition(
    "forwarding.recall", (F.SENT, F.SIGNED_FOR), F.RECALLED, permissions.may_follow_up, _("收回"), needs_reason=True
)
FORWARDING_TRANSITIONS = (SIGN_FOR, REPORT, RECORD_REPORT, ASK_AGAIN, RECALL)
WITH_UNIT = (F.SENT, F.SIGNED_FOR)
