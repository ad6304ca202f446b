"""What an office edits about comparing texts."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare

GROUP = _("查重与搜索")

ALARM = declare(
    Setting(
        key="search.alarm",
        default=28,
        kind=Kind.NUMBER,
        label=_("提示相似的界线（%）"),
        help=_("较短一篇里有这么多内容也在另一篇里时提示相似，是否同一件事由编辑判断。"),
        group=GROUP,
        minimum=10,
        maximum=90,
    )
)
COMMONPLACE = declare(
    Setting(
        key="search.commonplace",
        default=200,
        kind=Kind.NUMBER,
        label=_("套话的篇数界线"),
        help=_("同一段话在这么多篇以上出现过，就当作引文、套话，查重时不算。"),
        group=GROUP,
        minimum=20,
        maximum=5000,
    )
)
