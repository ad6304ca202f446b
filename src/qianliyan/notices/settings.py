"""What an office edits about notices."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

BY_MAIL = declare(
    Setting(
        key="notices.by_mail",
        default=True,
        kind=Kind.FLAG,
        label=_("同时发邮件提醒"),
        help=_("邮件里只写“您有1件待办”，不写标题和内容。"),
        group=_("提醒"),
    )
)
