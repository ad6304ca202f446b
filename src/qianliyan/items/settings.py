"""What an office edits about writing, reviewing and sending."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare
from qianliyan.items.stages import Stage

GROUP = _("写信息与审签")
# The fields beside title, text, kind, form and urgency, in the order in which a page shows them.
FURTHER = (
    ("occurred_at", _("发生时间")),
    ("drafter_phone", _("联系电话")),
    ("supplier", _("供稿人")),
    ("basis", _("数据口径")),
    ("as_of", _("截至时间")),
    ("units_concerned", _("被反映单位")),
    ("internal", _("内部")),
    ("readers", _("知悉范围")),
    ("published_elsewhere", _("已在何处公开")),
    ("also_sent", _("一稿多报")),
)

CHAIN = declare(
    Setting(
        key="items.chain",
        default=[Stage.CHECK.value, Stage.SCREEN.value, Stage.REVIEW.value, Stage.SIGN.value],
        kind=Kind.CHOICES,
        label=_("审签流程"),
        help=_("信息送审后依次经过的环节，最后一环是签发。已经送审的按送审时的流程办完。"),
        group=GROUP,
        choices=lambda: [(stage.value, str(stage.label)) for stage in Stage if stage != Stage.CLEAR],
    )
)
CLEARANCE: Setting[Sequence[str]] = declare(
    Setting(
        key="items.clearance",
        default=[],
        kind=Kind.LINES,
        label=_("报送把关"),
        help=_(
            "签发前由指定的领导把关，一行一类，例：问题：余向东。写“全部：余向东”则各类都要。他在本单位要有审核岗位。只管本单位的信息，不管下级的。"
        ),
        group=GROUP,
    )
)
TITLE_LIMIT = declare(
    Setting(
        key="items.title_limit",
        default=50,
        kind=Kind.NUMBER,
        label=_("题目字数上限"),
        help=_("超过这个字数不能送审。"),
        group=GROUP,
        minimum=10,
        maximum=200,
    )
)
OUTWARD_TEMPLATE = declare(
    Setting(
        key="items.outward_template",
        default="xinxi-zhibao",
        kind=Kind.CHOICE,
        label=_("外网报送的Word样式"),
        help=_("上级在另一个网络时，按这个样式出Word文件。"),
        group=GROUP,
        choices=lambda: [("xinxi-zhibao", str(_("信息直报"))), ("zhuanbao", str(_("专报信息")))],
    )
)
REQUIRED = declare(
    Setting(
        key="items.required",
        default=["drafter_phone"],
        kind=Kind.CHOICES,
        label=_("送审前必填"),
        help=_("题目和正文总是必填。"),
        group=GROUP,
        choices=lambda: [(name, str(label)) for name, label in FURTHER],
    )
)
FIELDS = declare(
    Setting(
        key="items.fields",
        default=[name for name, _label in FURTHER],
        kind=Kind.CHOICES,
        label=_("填写的要素"),
        help=_("题目、正文、种类、体裁、缓急总是填写；这里选的要素另外列出。"),
        group=GROUP,
        choices=lambda: [(name, str(label)) for name, label in FURTHER],
    )
)
