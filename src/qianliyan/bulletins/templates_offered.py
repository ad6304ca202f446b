"""The page layouts that an office may choose for a publication, in its words."""

from django.utils.translation import gettext_lazy as _

TEMPLATES = [
    ("zhengwu", _("政务信息式：要目、居中标题")),
    ("zhuanbao", _("专报式：一期一事")),
    ("meiri-yaoqing", _("每日要情式：栏目、标题接正文")),
    ("meiri-xinxi", _("每日信息式：小报头、内容提要")),
    ("yuqing-ribao", _("日报式：总期数、带记号的要目")),
    ("yunxing-yuebao", _("月报式：机关名称分散排")),
    ("zhiban-xinxi", _("值班信息式：紧急程度、签发人")),
]
