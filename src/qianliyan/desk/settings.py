"""What an office edits about handling what arrives."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("来稿处理")

RETURN_REASONS = declare(
    Setting(
        key="desk.return_reasons",
        default=["数据前后不一致，请核对", "缺少具体时间、地点或数据", "请补充原因分析和建议", "题目与内容不符"],
        kind=Kind.LINES,
        label=_("退回修改的常用理由"),
        help=_("一行一条，按数字键选用。"),
        group=GROUP,
    )
)
DECLINE_REASONS = declare(
    Setting(
        key="desk.decline_reasons",
        default=["已有类似信息刊发", "时效已过", "内容较一般，参考价值不大", "宜作本单位内部工作动态"],
        kind=Kind.LINES,
        label=_("未采用的常用理由"),
        help=_("一行一条，按数字键选用。"),
        group=GROUP,
    )
)
RESERVE_DAYS = declare(
    Setting(
        key="desk.reserve_days",
        default=30,
        kind=Kind.NUMBER,
        label=_("备用期限（天）"),
        help=_("备用稿到期后请编辑重新决定。"),
        group=GROUP,
        minimum=1,
        maximum=365,
    )
)
OPINION_DAYS = declare(
    Setting(
        key="desk.opinion_days",
        default=3,
        kind=Kind.NUMBER,
        label=_("会签反馈期限（工作日）"),
        help=_("征求意见时不另定日期的，按这个期限。"),
        group=GROUP,
        minimum=1,
        maximum=30,
    )
)
SILENCE_AGREES = declare(
    Setting(
        key="desk.silence_agrees",
        default=True,
        kind=Kind.FLAG,
        label=_("会签逾期未反馈视为无意见"),
        help=_("不选的，到期只记“逾期未反馈”，不当作无意见。"),
        group=GROUP,
    )
)
FIRST_WEIGHT = declare(
    Setting(
        key="desk.first_weight",
        default=1,
        kind=Kind.NUMBER,
        label=_("合并时首报单位的份额"),
        help=_("其他单位各记1份；编辑可以再改。"),
        group=GROUP,
        minimum=1,
        maximum=10,
    )
)
