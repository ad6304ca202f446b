"""What an office edits about the shell around every page."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

SYSTEM_NAME = declare(
    Setting(
        key="workbench.system_name",
        default=settings.SYSTEM_NAME,
        kind=Kind.TEXT,
        label=_("系统名称"),
        help=_("显示在每一页的左上角。登录页上的名称由系统管理员在安装时设定。"),
        group=_("页面"),
    )
)
