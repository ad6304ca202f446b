"""What an office edits about presenting and instructions."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("呈送批示")

PHRASES = declare(
    Setting(
        key="instructions.phrases",
        default=["请××同志阅处", "请××同志牵头研究，提出意见", "请督查室跟踪督办"],
        kind=Kind.LINES,
        label=_("常用批语"),
        help=_("一行一条，显示在领导阅件页下方；领导可以改用自己的批语。"),
        group=GROUP,
    )
)
PRINCIPAL_POSTS = declare(
    Setting(
        key="instructions.principal_posts",
        default=["省长", "市长", "县长", "区长", "书记"],
        kind=Kind.LINES,
        label=_("主要领导的职务"),
        help=_("在线批示按职务认定是否主要领导，登记时可以改。"),
        group=GROUP,
    )
)
HANDLING_DAYS = declare(
    Setting(
        key="instructions.handling_days",
        default=10,
        kind=Kind.NUMBER,
        label=_("转办的办结时限（工作日）"),
        help=_("转办时先填这个期限，可以逐件修改。"),
        group=GROUP,
        minimum=1,
        maximum=120,
    )
)
LETTER_MARK = declare(
    Setting(
        key="instructions.letter_mark",
        default="批转",
        kind=Kind.TEXT,
        label=_("批示转办通知的字号"),
        help=_("印在通知上，例如“云府办批转”，后面接年份和登记号。"),
        group=GROUP,
    )
)
CONTACT = declare(
    Setting(
        key="instructions.contact",
        default="",
        kind=Kind.TEXT,
        label=_("批示转办通知的联系人"),
        help=_("姓名和电话；不填则不印。"),
        group=GROUP,
    )
)
