"""One table: each verb's words, and what of it another office may read."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from qianliyan.core.errors import Text


class Across(Enum):
    """What another office learns of a step."""

    NOTHING = "nothing"
    OFFICE = "office"
    NAME = "name"


@dataclass(frozen=True)
class Words:
    """How a step is told; `text` lets the free text (a reason) be read across offices, `wrong` marks a set-back.

    Names in braces come from the event's details.
    """

    told: Text
    across: Across = Across.NOTHING
    text: bool = False
    wrong: bool = False


OFFICE, NAME = Across.OFFICE, Across.NAME

ITEM = {
    "item.start": Words(_("开始拟稿")),
    "item.import": Words(_("导入文字")),
    "item.keep": Words(_("保存第{number}稿")),
    "item.attach": Words(_("添加附件：{name}")),
    "item.detach": Words(_("移除附件：{name}")),
    "item.hand_over": Words(_("送审")),
    "item.take_back": Words(_("撤回送审")),
    "item.approve": Words(_("{stage}通过")),
    "item.send_back": Words(_("{stage}退回修改"), wrong=True),
    # The name of the signatory belongs to the sign-off record that goes with a submission.
    "item.sign": Words(_("签发"), NAME),
    "item.record_signing": Words(_("签发"), NAME),
    "item.void_signature": Words(_("改稿重签"), wrong=True),
    "item.correct_typos": Words(_("文字订正")),
    "item.serve": Words(_("选报送需求：{commission}{key_task}")),
    "item.discard": Words(_("作废")),
}
SUBMISSION = {
    "submission.send": Words(_("报送{receiver}"), OFFICE),
    "submission.record": Words(_("代录为报送{receiver}"), OFFICE),
    "submission.note_signatory": Words(_("补记签发人：{name}"), OFFICE),
    "submission.sign_for": Words(_("签收"), OFFICE),
    "submission.take": Words(_("选用"), OFFICE),
    "submission.untake": Words(_("取消选用"), OFFICE),
    "submission.return": Words(_("退回修改"), OFFICE, text=True, wrong=True),
    "submission.decline": Words(_("未采用"), OFFICE, text=True),
    "submission.reserve": Words(_("备用"), OFFICE),
    "submission.expire": Words(_("备用到期，重新待处理")),
    "submission.ask": Words(_("请补充"), OFFICE, text=True),
    "submission.answer": Words(_("答复补充"), OFFICE, text=True),
    "submission.allot": Words(_("分给{editor}")),
    "submission.publish": Words(_("采用，刊于{issue}"), OFFICE),
    "submission.deliver": Words(_("交{receiver}（{channel}）"), OFFICE),
    "submission.report_up": Words(_("上报{receiver}"), OFFICE),
    "submission.adopt_above": Words(_("{office}采用（{issue}）"), OFFICE),
    "submission.revoke_adoption": Words(_("更正：“{office}采用（{issue}）”系误登，已撤销"), OFFICE, wrong=True),
    "submission.withdraw": Words(_("撤回"), OFFICE, text=True, wrong=True),
}
DRAFT = {
    "draft.start": Words(_("开始编辑")),
    "draft.write": Words(_("新写一稿")),
    "draft.keep": Words(_("保存第{number}稿")),
    "draft.merge": Words(_("合并{submissions}条来稿")),
    "draft.join": Words(_("并入另一份待编稿")),
    "draft.take_in": Words(_("并入一条来稿")),
    "draft.share": Words(_("调整各单位份额")),
    "draft.split": Words(_("拆出一条来稿")),
    "draft.hold_ready": Words(_("编好待用")),
    "draft.edit_again": Words(_("继续编辑")),
    "draft.place": Words(_("编入刊物")),
    "draft.unplace": Words(_("移出刊物")),
    "draft.print": Words(_("刊发")),
    "draft.report_up": Words(_("转为上报信息")),
    "draft.drop": Words(_("撤销选用"), wrong=True),
    "opinion.ask": Words(_("征求{who}意见"), text=True),
    "opinion.give": Words(_("会签反馈：{said}"), text=True),
    "opinion.record": Words(_("代录会签反馈：{said}"), text=True),
    "opinion.lapse": Words(_("会签逾期未反馈"), wrong=True),
    "opinion.withdraw": Words(_("收回征求意见"), wrong=True),
    "opinion.take_over": Words(_("采纳{who}的改法")),
}
ISSUE = {
    "issue.start": Words(_("开始编排")),
    "entry.add": Words(_("编入一条")),
    "entry.remove": Words(_("移出一条")),
    "entry.set": Words(_("改一条的排法")),
    "entry.merge": Words(_("并入另一条")),
    "issue.set_tail": Words(_("修改报尾")),
    "issue.send_for_signing": Words(_("送签")),
    "issue.take_back": Words(_("撤回送签")),
    "issue.send_back": Words(_("退回修改"), wrong=True),
    "issue.sign": Words(_("签发，第{number}期")),
    "issue.publish": Words(_("刊发付印"), OFFICE),
    "issue.abandon": Words(_("取消本期"), wrong=True),
    "issue.void": Words(_("作废，期号保留"), wrong=True),
    "issue.read_proof": Words(_("校对（第{turn}次）")),
    "issue.sign_for": Words(_("{office}签收")),
    "issue.take_back_copies": Words(_("{name}退回{returned}份")),
    "issue.go_on_without": Words(_("不等清退重印，旧版{copies}份未退"), wrong=True),
    "issue.correct": Words(_("发更正")),
    "issue.index_by_subject": Words(_("填主题词")),
    "issue.recall": Words(_("收回"), wrong=True),
    "entry.mend": Words(_("改正一条")),
    "issue.reprint": Words(_("签发重印")),
    "issue.reserve": Words(_("为纸质件预留第{number}期")),
    "print_order.renew": Words(_("重印")),
    "print_order.give": Words(_("下付印单")),
    "print_order.make": Words(_("排好印制文件")),
    "print_order.fail": Words(_("排版未成"), wrong=True),
    "print_order.typeset_again": Words(_("重新排版")),
}
COMMISSION = {
    "commission.prepare": Words(_("拟约稿")),
    "commission.revise": Words(_("修改约稿")),
    "commission.issue": Words(_("发出约稿"), OFFICE),
    "commission.close": Words(_("办结"), OFFICE),
    "commission.cancel": Words(_("撤销约稿"), OFFICE, text=True, wrong=True),
    "addressee.sign_for": Words(_("签收"), OFFICE),
    "addressee.answer": Words(_("报送"), OFFICE),
    "addressee.report_nothing": Words(_("答复无此类情况"), OFFICE, text=True),
    "addressee.open_again": Words(_("报送的被退回或撤回，重新等待")),
    "addressee.remind": Words(_("催办{office}"), OFFICE, text=True),
    "addressee.note_call": Words(_("与{office}通话")),
    "addressee.extend": Words(_("给{office}延期"), OFFICE, text=True),
}
INSTRUCTION = {
    "instruction.give": Words(_("作出批示")),
    "instruction.register": Words(_("登记，第{number}号")),
    "instruction.propose": Words(_("提出拟办意见")),
    "instruction.return_proposal": Words(_("退回重拟"), wrong=True),
    "instruction.decide": Words(_("审定拟办意见")),
    "instruction.record_decision": Words(_("{who}审定拟办意见")),
    "instruction.forward": Words(_("转办{units}个单位")),
    "instruction.supervise": Words(_("移交督查，{number}")),
    "instruction.take_result": Words(_("收到办理情况")),
    "instruction.go_on": Words(_("继续办理")),
    "instruction.close": Words(_("办结")),
    "instruction.file_away": Words(_("存查")),
    "instruction.void": Words(_("登记作废"), wrong=True),
    "telling.hold": Words(_("暂不告知来源单位")),
    # Whose instruction it was is told by level alone; the words are as much as was decided.
    "telling.tell": Words(_("{level}作出批示"), OFFICE, text=True),
}
FORWARDING = {
    "forwarding.send": Words(_("转办，{due}前反馈"), OFFICE),
    "forwarding.sign_for": Words(_("签收批示"), OFFICE),
    "forwarding.report": Words(_("反馈办理情况"), OFFICE),
    "forwarding.record_report": Words(_("代录办理情况"), OFFICE),
    "forwarding.ask_extension": Words(_("申请延期至{until}"), OFFICE, text=True),
    "forwarding.answer_extension": Words(_("答复延期申请"), OFFICE, text=True),
    "forwarding.remind": Words(_("催办"), OFFICE),
    "forwarding.ask_again": Words(_("退回补报"), OFFICE, text=True, wrong=True),
    "forwarding.recall": Words(_("收回转办"), OFFICE, text=True, wrong=True),
}
PRESENTATION = {
    "presentation.begin": Words(_("拟定呈送范围")),
    "reader.add": Words(_("增加阅件领导：{name}")),
    "reader.present": Words(_("呈送")),
    "reader.give_back": Words(_("退件")),
    "reader.skip": Words(_("不再呈")),
    "circle.draw": Words(_("圈阅")),
}
WORDS = {**COMMISSION, **ITEM, **SUBMISSION, **DRAFT, **ISSUE, **INSTRUCTION, **FORWARDING, **PRESENTATION}
# Steps that always come together with another one that tells the same.
TOLD_BY_ANOTHER = frozenset({"item.submit", "item.reopen", "item.record"})
