"""What an office edits about assessing."""

from django.utils.translation import gettext_lazy as _

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
