"""What an office edits about writing, reviewing and sending."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare
from qianliyan.items.stages import Stage

GROUP = _("写信息与审签")

CHAIN = declare(
    Setting(
        key="items.chain",
        default=[Stage.CHECK.value, Stage.SCREEN.value, Stage.REVIEW.value, Stage.SIGN.value],
        kind=Kind.CHOICES,
        label=_("审签流程"),
        help=_("信息送审后依次经过的环节，最后一环是签发。已经送审的按送审时的流程办完。"),
        group=GROUP,
        choices=lambda: Stage.choices,
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
REQUIRED = declare(
    Setting(
        key="items.required",
        default=["drafter_phone"],
        kind=Kind.CHOICES,
        label=_("送审前必填"),
        help=_("题目和正文总是必填。"),
        group=GROUP,
        choices=lambda: [
            ("drafter_phone", str(_("联系电话"))),
            ("occurred_at", str(_("发生时间"))),
            ("supplier", str(_("供稿人"))),
            ("basis", str(_("数据口径"))),
            ("as_of", str(_("截至时间"))),
        ],
    )
)
