"""What an office edits about asking units for something."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("报送需求")

TERM_DAYS = declare(
    Setting(
        key="planning.term_days",
        default=3,
        kind=Kind.NUMBER,
        label=_("约稿期限（工作日）"),
        help=_("新约稿默认几个工作日后报送，发出前可以改。"),
        group=GROUP,
        minimum=1,
        maximum=60,
    )
)
TERM_HOUR = declare(
    Setting(
        key="planning.term_hour",
        default=17,
        kind=Kind.NUMBER,
        label=_("约稿截止钟点"),
        help=_("期限当天几点以前报送。"),
        group=GROUP,
        minimum=8,
        maximum=23,
    )
)
PRESSING_HOURS = declare(
    Setting(
        key="planning.pressing_hours",
        default=24,
        kind=Kind.NUMBER,
        label=_("约稿临近提示（小时）"),
        help=_("离期限不足这么多小时的约稿，在被约单位的“今日”里排到前面。"),
        group=GROUP,
        minimum=1,
        maximum=240,
    )
)
