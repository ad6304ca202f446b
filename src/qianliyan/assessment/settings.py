"""What an office edits about assessing."""

from django.utils.translation import gettext_lazy as _

from qianliyan.assessment import clocks
from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("考核")
KINDS = (("month", _("月")), ("quarter", _("季度")), ("half", _("半年")), ("year", _("年度")))

RANKS_SHOWN = declare(
    Setting(
        key="assessment.ranks_shown",
        default=["year"],
        kind=Kind.CHOICES,
        label=_("各单位可看名次的考核期"),
        help=_("各单位总能看自己的得分和每一分的来历；名次只在这里选的考核期显示。默认只看年度。"),
        group=GROUP,
        choices=lambda: [(code, str(label)) for code, label in KINDS],
    )
)
OTHERS_SHOWN = declare(
    Setting(
        key="assessment.others_shown",
        default=False,
        kind=Kind.FLAG,
        label=_("各单位可看其他单位的得分"),
        help=_("只显示总分和名次，不显示其他单位得分的来历。"),
        group=GROUP,
    )
)
CHECKING_DAYS = declare(
    Setting(
        key="assessment.checking_days",
        default=3,
        kind=Kind.NUMBER,
        label=_("核分期限（工作日）"),
        help=_("通报印发前，各单位可以核对、申请复核的天数。"),
        group=GROUP,
        minimum=1,
        maximum=30,
    )
)
MOST_TITLES = declare(
    Setting(
        key="assessment.most_titles",
        default=300,
        kind=Kind.NUMBER,
        label=_("通报逐条列出题目的上限（条）"),
        help=_("这一期采用的条数超过上限时，只列上级采用和领导批示的题目，其余各单位只写条数。"),
        group=GROUP,
        minimum=0,
        maximum=5000,
    )
)
NAME_ZERO = declare(
    Setting(
        key="assessment.name_zero",
        default=False,
        kind=Kind.FLAG,
        label=_("通报点名未报送的单位"),
        help=_("默认不点名。"),
        group=GROUP,
    )
)
NAME_LAST = declare(
    Setting(
        key="assessment.name_last",
        default=False,
        kind=Kind.FLAG,
        label=_("通报点名各组末位"),
        help=_("默认不点名。"),
        group=GROUP,
    )
)
CLAIM_DAY = declare(
    Setting(
        key="assessment.claim_day",
        default=10,
        kind=Kind.NUMBER,
        label=_("申报加分的截止日"),
        help=_("某月的成果，最迟在次月几日前申报。"),
        group=GROUP,
        minimum=1,
        maximum=28,
    )
)
STATEMENT_DAYS = declare(
    Setting(
        key="assessment.statement_days",
        default=5,
        kind=Kind.NUMBER,
        label=_("说明情况的期限（工作日）"),
        help=_("提出认定后，留给单位说明情况的天数；期满未说明也可以认定。"),
        group=GROUP,
        minimum=1,
        maximum=30,
    )
)
SLOTS_ABOVE = declare(
    Setting(
        key="assessment.slots_above",
        default=0,
        kind=Kind.NUMBER,
        label=_("上级每月收稿限额（条）"),
        help=_("上级限定每月可报的条数时填写，对账页显示本月还可报几条；0为不限。"),
        group=GROUP,
        minimum=0,
        maximum=1000,
    )
)
CONTACT = declare(
    Setting(
        key="assessment.contact",
        default="",
        kind=Kind.TEXT,
        label=_("告知函、补报函的联系人"),
        help=_("姓名和电话；不填则不印。"),
        group=GROUP,
    )
)
EVENT_CLOCKS = declare(
    Setting(
        key="assessment.event_clocks",
        default=["其他｜特急｜120｜24", "其他｜急件｜240｜0"],
        kind=Kind.LINES,
        label=_("突发事件首报、续报的时限"),
        help=_(
            "一行一种：事件｜缓急｜首报（分钟）｜续报（小时）。事件写题目里的词，如“地震”，其余写“其他”，先写的先用；不计的填0。"
            "从填写的发生时间算起，只向考核人员提示“疑似迟报”。突发事件由值班室受理的，把这里清空。"
        ),
        group=GROUP,
        reads=clocks.read,
    )
)
