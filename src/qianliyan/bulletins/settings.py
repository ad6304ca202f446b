"""What an office edits about its bulletins."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("刊物")

WATERMARK = declare(
    Setting(
        key="bulletins.watermark",
        default=True,
        kind=Kind.FLAG,
        label=_("分送单位看到的刊物带水印"),
        help=_("屏幕上和下载的文件都印阅读单位、姓名和日期；本单位内部和印制文件不带。"),
        group=GROUP,
    )
)
